-- Programmes (муниципальная программа, программы школ): each edition is a row of its own, so that what was approved stays as
-- it was; facts of indicators hang on the first edition and are only added.
CREATE TYPE "programme_kind" AS ENUM ('MUNICIPAL', 'QUALITY', 'EFFECTIVE_MODE');
CREATE TYPE "programme_state" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'ARCHIVED');

CREATE TABLE "programme" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID,
    "root_id" UUID NOT NULL,
    "edition" SMALLINT NOT NULL DEFAULT 1,
    "kind" "programme_kind" NOT NULL,
    "title" TEXT NOT NULL CHECK (length(trim(title)) > 0),
    "first_year" SMALLINT NOT NULL,
    "last_year" SMALLINT NOT NULL,
    "content" JSONB NOT NULL,
    "progress" JSONB NOT NULL DEFAULT '{}',
    "state" "programme_state" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "roadmap_id" UUID,
    "order_number" TEXT NOT NULL DEFAULT '',
    "order_date" DATE,
    "approved_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "programme_years" CHECK (last_year BETWEEN first_year AND first_year + 5),
    CONSTRAINT "programme_school_has_kind" CHECK ((kind = 'MUNICIPAL') = (school_id IS NULL)),
    CONSTRAINT "programme_approved_by_order" CHECK (state <> 'APPROVED' OR (approved_at IS NOT NULL AND (school_id IS NOT NULL OR (order_number <> '' AND order_date IS NOT NULL))))
);
CREATE TABLE "programme_fact" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL CHECK (length(trim(source)) > 0),
    "dated_on" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_fact_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "programme_event" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "state" "programme_state" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_event_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "programme_municipality_id_id_key" ON "programme"("municipality_id", "id");
CREATE UNIQUE INDEX "programme_root_id_edition_key" ON "programme"("root_id", "edition");
-- A school has one programme of a kind that begins in a year, however often the form is sent.
CREATE UNIQUE INDEX "programme_municipality_id_school_id_kind_first_year_edition_key" ON "programme"("municipality_id", "school_id", "kind", "first_year", "edition");
CREATE INDEX "programme_municipality_id_first_year_idx" ON "programme"("municipality_id", "first_year");
CREATE INDEX "programme_fact_programme_id_indicator_year_at_idx" ON "programme_fact"("programme_id", "indicator", "year", "at");
CREATE INDEX "programme_event_programme_id_at_idx" ON "programme_event"("programme_id", "at");

ALTER TABLE "programme" ADD CONSTRAINT "programme_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme" ADD CONSTRAINT "programme_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme" ADD CONSTRAINT "programme_municipality_id_root_id_fkey" FOREIGN KEY ("municipality_id", "root_id") REFERENCES "programme"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme" ADD CONSTRAINT "programme_municipality_id_roadmap_id_fkey" FOREIGN KEY ("municipality_id", "roadmap_id") REFERENCES "roadmap"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme_fact" ADD CONSTRAINT "programme_fact_municipality_id_programme_id_fkey" FOREIGN KEY ("municipality_id", "programme_id") REFERENCES "programme"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "programme_event" ADD CONSTRAINT "programme_event_municipality_id_programme_id_fkey" FOREIGN KEY ("municipality_id", "programme_id") REFERENCES "programme"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER programme_fact_append_only BEFORE UPDATE OR DELETE ON programme_fact FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER programme_event_append_only BEFORE UPDATE OR DELETE ON programme_event FOR EACH ROW EXECUTE FUNCTION append_only();

-- What the policies cannot say by row: the words of a programme change only while it is a draft or sent back; a municipal
-- programme is approved by the department alone, which changes no words; a school moves its programme no further than to
-- the centre.
CREATE FUNCTION programme_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_moving text[] := ARRAY['state', 'progress', 'roadmap_id', 'version', 'order_number', 'order_date', 'approved_at', 'updated_at'];
BEGIN
  IF (to_jsonb(NEW) - v_moving) <> (to_jsonb(OLD) - v_moving)
     AND (OLD.state NOT IN ('DRAFT', 'RETURNED') OR viewer_is('OFFICIAL')) THEN
    RAISE EXCEPTION 'the words of a programme change only while it is a draft' USING ERRCODE = '42501';
  END IF;
  IF OLD.state = 'ARCHIVED' THEN
    RAISE EXCEPTION 'a programme of the archive does not change' USING ERRCODE = '42501';
  END IF;
  IF NEW.state <> OLD.state AND (
      (viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND NEW.state <> 'SUBMITTED')
      OR (viewer_is('OFFICIAL') AND NEW.state NOT IN ('APPROVED', 'ARCHIVED'))
      OR (viewer_is('CENTRE') AND NEW.state = 'APPROVED' AND NEW.school_id IS NULL)) THEN
    RAISE EXCEPTION 'not the one who moves a programme there' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER programme_guard BEFORE UPDATE ON programme FOR EACH ROW EXECUTE FUNCTION programme_guard();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['programme', 'programme_fact', 'programme_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portal_app', t);
  END LOOP;
END $$;
GRANT UPDATE ON programme TO portal_app;

-- A school sees its own programmes and the municipal ones that were approved; a curator those of his schools as well.
CREATE POLICY viewer_read ON programme FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())
    OR (school_id IS NULL AND approved_at IS NOT NULL)
    OR ((SELECT viewer_is('CURATOR'))
        AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
CREATE POLICY centre_add ON programme FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND state = 'DRAFT');
CREATE POLICY staff_or_own ON programme FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
    OR (school_id = (SELECT viewer_school()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')))));

-- Everything of a programme is read by whoever reads it and written by the centre, the department or its own school.
CREATE POLICY viewer_read ON programme_fact FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM programme p WHERE p.id = programme_id));
CREATE POLICY author_add ON programme_fact FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user())
  AND EXISTS (SELECT FROM programme p WHERE p.id = programme_id
    AND ((SELECT viewer_is('CENTRE')) OR (p.school_id = (SELECT viewer_school()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY'))))));
CREATE POLICY viewer_read ON programme_event FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM programme p WHERE p.id = programme_id));
CREATE POLICY author_add ON programme_event FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user())
  AND EXISTS (SELECT FROM programme p WHERE p.id = programme_id
    AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR (p.school_id = (SELECT viewer_school()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY'))))));
