-- Why and when a school stopped to work, into which school it went, and whether it was opened again: School holds the
-- present state only, and the journal is the administrator's alone.
CREATE TABLE "school_closure" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "closed_on" DATE NOT NULL,
    "successor_id" UUID,
    "basis" TEXT NOT NULL,
    "reopened_on" DATE,
    "reopen_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "school_closure_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "school_closure_municipality_id_school_id_idx" ON "school_closure"("municipality_id", "school_id");
CREATE INDEX "school_closure_municipality_id_successor_id_idx" ON "school_closure"("municipality_id", "successor_id");

ALTER TABLE "school_closure" ADD CONSTRAINT "school_closure_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "school_closure" ADD CONSTRAINT "school_closure_municipality_id_successor_id_fkey" FOREIGN KEY ("municipality_id", "successor_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE school_closure ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_closure FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON school_closure TO portal_owner USING (true) WITH CHECK (true);
REVOKE ALL ON school_closure FROM PUBLIC, portal_app;
GRANT SELECT ON school_closure TO portal_backup;
GRANT SELECT, INSERT, UPDATE ON school_closure TO portal_app;
CREATE POLICY viewer_read ON school_closure FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL', 'ADMIN'))
       OR school_id = (SELECT viewer_school()) OR successor_id = (SELECT viewer_school())
       OR ((SELECT viewer_is('CURATOR'))
           AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
CREATE POLICY centre_add ON school_closure FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_change ON school_closure FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- The register sorted by number of pupils; unknown numbers stand first. (By code it is the unique index.)
CREATE INDEX school_pupils ON school (municipality_id, coalesce(pupils, -1), id);
