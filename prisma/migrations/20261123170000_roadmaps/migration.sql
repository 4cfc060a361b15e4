-- Roadmaps («дорожная карта»): a plan of rows with terms as people write them, its approval by order, and what became of
-- each row. A roadmap without a school is the municipality's own.
CREATE TYPE "roadmap_span" AS ENUM ('SCHOOL', 'CALENDAR');
CREATE TYPE "roadmap_status" AS ENUM ('DRAFT', 'APPROVED', 'ARCHIVED');
CREATE TYPE "roadmap_row_kind" AS ENUM ('SECTION', 'SUBSECTION', 'ROW', 'SUBROW');
CREATE TYPE "roadmap_row_state" AS ENUM ('PLANNED', 'IN_WORK', 'REPORTED', 'RETURNED', 'DONE', 'CANCELLED');

CREATE TABLE "roadmap" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID,
    "title" TEXT NOT NULL CHECK (length(trim(title)) > 0),
    "year" SMALLINT NOT NULL,
    "span" "roadmap_span" NOT NULL,
    "status" "roadmap_status" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "source_name" TEXT NOT NULL DEFAULT '',
    "reading" JSONB,
    "order_number" TEXT NOT NULL DEFAULT '',
    "order_date" DATE,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roadmap_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "roadmap_approved_by_order" CHECK (status = 'DRAFT' OR (order_number <> '' AND order_date IS NOT NULL AND approved_at IS NOT NULL))
);
CREATE TABLE "roadmap_row" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "roadmap_id" UUID NOT NULL,
    "school_id" UUID,
    "position" INTEGER NOT NULL,
    "kind" "roadmap_row_kind" NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "measure" TEXT NOT NULL,
    "term" TEXT NOT NULL DEFAULT '',
    "months" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "due" DATE,
    "responsible" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "form" TEXT NOT NULL DEFAULT '',
    "item" TEXT,
    "state" "roadmap_row_state" NOT NULL DEFAULT 'PLANNED',
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roadmap_row_pkey" PRIMARY KEY ("id")
);
-- What happened to a row: moves with their reason, and edits of its words; only added.
CREATE TABLE "roadmap_row_event" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "roadmap_id" UUID NOT NULL,
    "row_id" UUID NOT NULL,
    "school_id" UUID,
    "from" "roadmap_row_state",
    "to" "roadmap_row_state",
    "text" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roadmap_row_event_pkey" PRIMARY KEY ("id")
);
-- A file or a link that proves a row. One that is taken back keeps its row.
CREATE TABLE "roadmap_proof" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "roadmap_id" UUID NOT NULL,
    "row_id" UUID NOT NULL,
    "school_id" UUID,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "roadmap_proof_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "roadmap_proof_is_one" CHECK ((url IS NULL) <> (file_id IS NULL))
);
-- The rows as they were approved, to compare with; only added.
CREATE TABLE "roadmap_baseline" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "roadmap_id" UUID NOT NULL,
    "school_id" UUID,
    "order_number" TEXT NOT NULL,
    "order_date" DATE NOT NULL,
    "rows" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roadmap_baseline_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "roadmap_municipality_id_id_key" ON "roadmap"("municipality_id", "id");
CREATE INDEX "roadmap_municipality_id_year_idx" ON "roadmap"("municipality_id", "year");
CREATE INDEX "roadmap_municipality_id_school_id_idx" ON "roadmap"("municipality_id", "school_id");
CREATE UNIQUE INDEX "roadmap_row_municipality_id_id_key" ON "roadmap_row"("municipality_id", "id");
CREATE INDEX "roadmap_row_roadmap_id_position_idx" ON "roadmap_row"("roadmap_id", "position");
CREATE INDEX "roadmap_row_municipality_id_school_id_due_idx" ON "roadmap_row"("municipality_id", "school_id", "due");
CREATE INDEX "roadmap_row_event_row_id_at_idx" ON "roadmap_row_event"("row_id", "at");
CREATE INDEX "roadmap_proof_row_id_idx" ON "roadmap_proof"("row_id");
CREATE INDEX "roadmap_proof_file_id_idx" ON "roadmap_proof"("file_id");
CREATE INDEX "roadmap_baseline_roadmap_id_at_idx" ON "roadmap_baseline"("roadmap_id", "at");

ALTER TABLE "roadmap" ADD CONSTRAINT "roadmap_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roadmap" ADD CONSTRAINT "roadmap_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roadmap_row" ADD CONSTRAINT "roadmap_row_municipality_id_roadmap_id_fkey" FOREIGN KEY ("municipality_id", "roadmap_id") REFERENCES "roadmap"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "roadmap_row_event" ADD CONSTRAINT "roadmap_row_event_municipality_id_row_id_fkey" FOREIGN KEY ("municipality_id", "row_id") REFERENCES "roadmap_row"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roadmap_proof" ADD CONSTRAINT "roadmap_proof_municipality_id_row_id_fkey" FOREIGN KEY ("municipality_id", "row_id") REFERENCES "roadmap_row"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roadmap_proof" ADD CONSTRAINT "roadmap_proof_municipality_id_file_id_fkey" FOREIGN KEY ("municipality_id", "file_id") REFERENCES "stored_file"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "roadmap_baseline" ADD CONSTRAINT "roadmap_baseline_municipality_id_roadmap_id_fkey" FOREIGN KEY ("municipality_id", "roadmap_id") REFERENCES "roadmap"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER roadmap_row_event_append_only BEFORE UPDATE OR DELETE ON roadmap_row_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER roadmap_baseline_append_only BEFORE UPDATE OR DELETE ON roadmap_baseline FOR EACH ROW EXECUTE FUNCTION append_only();

-- What the policies cannot say by row: a school changes the state and the note of its rows and nothing else, the
-- department approves and nothing else, a row with a history is not removed, an archived roadmap is not changed.
CREATE FUNCTION roadmap_row_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_own text[] := ARRAY['state', 'note', 'version', 'updated_by_id', 'updated_at'];
BEGIN
  IF viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND ((to_jsonb(NEW) - v_own) <> (to_jsonb(OLD) - v_own)
      OR (NEW.state <> OLD.state AND NEW.state NOT IN ('IN_WORK', 'REPORTED'))) THEN
    RAISE EXCEPTION 'a school reports on a row and changes no plan' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER roadmap_row_guard BEFORE UPDATE ON roadmap_row FOR EACH ROW EXECUTE FUNCTION roadmap_row_guard();
CREATE FUNCTION roadmap_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_approval text[] := ARRAY['status', 'order_number', 'order_date', 'approved_by_id', 'approved_at', 'version', 'updated_at'];
BEGIN
  IF viewer_is('OFFICIAL') AND ((to_jsonb(NEW) - v_approval) <> (to_jsonb(OLD) - v_approval) OR NEW.status <> 'APPROVED') THEN
    RAISE EXCEPTION 'the department approves a roadmap and changes nothing else' USING ERRCODE = '42501';
  END IF;
  IF viewer_is('CENTRE') AND NEW.status = 'APPROVED' AND OLD.status <> 'APPROVED' THEN
    RAISE EXCEPTION 'a roadmap is approved by the department' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER roadmap_guard BEFORE UPDATE ON roadmap FOR EACH ROW EXECUTE FUNCTION roadmap_guard();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['roadmap', 'roadmap_row', 'roadmap_row_event', 'roadmap_proof', 'roadmap_baseline'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portal_app', t);
  END LOOP;
END $$;
GRANT UPDATE, DELETE ON roadmap TO portal_app;
GRANT UPDATE, DELETE ON roadmap_row TO portal_app;
GRANT UPDATE ON roadmap_proof TO portal_app;

-- A school sees its own roadmaps and the municipality's once they are approved; a curator those of his schools as well.
CREATE POLICY viewer_read ON roadmap FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
    OR (status <> 'DRAFT' AND (school_id IS NULL OR school_id = (SELECT viewer_school())
      OR ((SELECT viewer_is('CURATOR'))
          AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))))));
CREATE POLICY centre_add ON roadmap FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND status = 'DRAFT');
CREATE POLICY centre_or_approval ON roadmap FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL')));
CREATE POLICY centre_remove ON roadmap FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND status = 'DRAFT');

-- Everything of a roadmap is read by whoever reads the roadmap.
CREATE POLICY viewer_read ON roadmap_row FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM roadmap r WHERE r.id = roadmap_id));
CREATE POLICY centre_add ON roadmap_row FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE'))
  AND EXISTS (SELECT FROM roadmap r WHERE r.id = roadmap_id AND r.status <> 'ARCHIVED'));
CREATE POLICY centre_or_own ON roadmap_row FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR (school_id = (SELECT viewer_school()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY'))))
  AND EXISTS (SELECT FROM roadmap r WHERE r.id = roadmap_id AND r.status <> 'ARCHIVED'));
CREATE POLICY centre_remove ON roadmap_row FOR DELETE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE'))
  AND EXISTS (SELECT FROM roadmap r WHERE r.id = roadmap_id AND r.status <> 'ARCHIVED'));
CREATE POLICY viewer_read ON roadmap_row_event FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM roadmap r WHERE r.id = roadmap_id));
CREATE POLICY author_add ON roadmap_row_event FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user())
  AND ((SELECT viewer_is('CENTRE')) OR school_id = (SELECT viewer_school())));
CREATE POLICY viewer_read ON roadmap_proof FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM roadmap r WHERE r.id = roadmap_id));
CREATE POLICY author_add ON roadmap_proof FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND added_by_id = (SELECT viewer_user())
  AND ((SELECT viewer_is('CENTRE')) OR school_id = (SELECT viewer_school())));
CREATE POLICY author_change ON roadmap_proof FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR school_id = (SELECT viewer_school())));
CREATE POLICY viewer_read ON roadmap_baseline FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM roadmap r WHERE r.id = roadmap_id));
CREATE POLICY approval_add ON roadmap_baseline FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('OFFICIAL')));

-- A proof of a row is a file that whoever sees the row may open; the centre adds files of its own to municipal rows.
CREATE POLICY roadmap_proof_read ON stored_file FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM roadmap_proof p WHERE p.file_id = stored_file.id));
CREATE POLICY centre_add ON stored_file FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND created_by_id = (SELECT viewer_user()));
