-- Scales of ВПР change every year: a municipality enters the one of its region where the program knows another or none.
CREATE TABLE "mark_scale" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "subject" TEXT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "max_score" SMALLINT NOT NULL,
    "three" SMALLINT NOT NULL,
    "four" SMALLINT NOT NULL,
    "five" SMALLINT NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mark_scale_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mark_scale_rises" CHECK (0 < "three" AND "three" < "four" AND "four" < "five" AND "five" <= "max_score")
);
CREATE UNIQUE INDEX "mark_scale_municipality_id_year_subject_grade_key" ON "mark_scale"("municipality_id", "year", "subject", "grade");
CREATE UNIQUE INDEX "mark_scale_municipality_id_id_key" ON "mark_scale"("municipality_id", "id");

ALTER TABLE mark_scale ENABLE ROW LEVEL SECURITY;
ALTER TABLE mark_scale FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON mark_scale TO portal_owner USING (true) WITH CHECK (true);
REVOKE ALL ON mark_scale FROM PUBLIC, portal_app;
GRANT SELECT ON mark_scale TO portal_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON mark_scale TO portal_app;
CREATE POLICY viewer_read ON mark_scale FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()));
CREATE POLICY centre_write ON mark_scale TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
