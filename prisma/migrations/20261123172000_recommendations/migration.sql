-- Targeted recommendations («адресные рекомендации»): the centre's catalogue of measures with its versions, what was sent
-- to a school, how it answered and what proves it.
CREATE TYPE "remedy_evidence" AS ENUM ('UNSTATED', 'EXPERT', 'PRACTICE', 'RESEARCH');
CREATE TYPE "recommendation_addressee" AS ENUM ('HEAD', 'DEPUTY', 'SCHOOL_TEAM', 'DISTRICT_TEAM');
CREATE TYPE "recommendation_state" AS ENUM ('DRAFT', 'SENT', 'ACCEPTED', 'COUNTERED', 'REPORTED', 'RETURNED', 'DONE', 'WITHDRAWN');

-- Reference data of the portal, nobody's own.
CREATE TABLE "starter_remedy" (
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "item" TEXT NOT NULL DEFAULT '',
    "cause" TEXT NOT NULL DEFAULT '',
    "measure" TEXT NOT NULL CHECK (length(trim(measure)) > 0),
    "term" TEXT NOT NULL DEFAULT '',
    "responsible" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "indicator" TEXT NOT NULL DEFAULT '',
    "proof" TEXT NOT NULL DEFAULT '',
    "cost" TEXT NOT NULL DEFAULT '',
    "evidence" "remedy_evidence" NOT NULL DEFAULT 'UNSTATED',
    "provenance" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "starter_remedy_pkey" PRIMARY KEY ("key")
);
CREATE TABLE "remedy" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "starter_key" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "remedy_pkey" PRIMARY KEY ("id")
);
-- The words of a measure; only added.
CREATE TABLE "remedy_version" (
    "remedy_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "municipality_id" UUID NOT NULL,
    "item" TEXT NOT NULL DEFAULT '',
    "cause" TEXT NOT NULL DEFAULT '',
    "measure" TEXT NOT NULL CHECK (length(trim(measure)) > 0),
    "term" TEXT NOT NULL DEFAULT '',
    "responsible" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "indicator" TEXT NOT NULL DEFAULT '',
    "proof" TEXT NOT NULL DEFAULT '',
    "cost" TEXT NOT NULL DEFAULT '',
    "evidence" "remedy_evidence" NOT NULL DEFAULT 'UNSTATED',
    "provenance" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "remedy_version_pkey" PRIMARY KEY ("remedy_id", "number")
);
CREATE TABLE "recommendation" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "items" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "grounds" JSONB NOT NULL DEFAULT '[]',
    "card_id" UUID,
    "remedy_id" UUID,
    "remedy_version" INTEGER,
    "cause" TEXT NOT NULL DEFAULT '',
    "measure" TEXT NOT NULL CHECK (length(trim(measure)) > 0),
    "term" TEXT NOT NULL DEFAULT '',
    "responsible" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "indicator" TEXT NOT NULL DEFAULT '',
    "proof" TEXT NOT NULL DEFAULT '',
    "cost" TEXT NOT NULL DEFAULT '',
    "addressee" "recommendation_addressee" NOT NULL DEFAULT 'HEAD',
    "due" DATE,
    "state" "recommendation_state" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recommendation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "recommendation_sent_with_a_day" CHECK (state = 'DRAFT' OR (due IS NOT NULL AND sent_at IS NOT NULL)),
    CONSTRAINT "recommendation_names_a_version" CHECK ((remedy_id IS NULL) = (remedy_version IS NULL))
);
-- What happened since it was sent; only added.
CREATE TABLE "recommendation_event" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "from" "recommendation_state",
    "to" "recommendation_state" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recommendation_event_pkey" PRIMARY KEY ("id")
);
-- A file or a link by which the school shows what it has done. One that is taken back keeps its row.
CREATE TABLE "recommendation_proof" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "recommendation_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "recommendation_proof_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "recommendation_proof_is_one" CHECK ((url IS NULL) <> (file_id IS NULL))
);

CREATE UNIQUE INDEX "remedy_municipality_id_id_key" ON "remedy"("municipality_id", "id");
CREATE UNIQUE INDEX "remedy_municipality_id_starter_key_key" ON "remedy"("municipality_id", "starter_key");
CREATE UNIQUE INDEX "recommendation_municipality_id_id_key" ON "recommendation"("municipality_id", "id");
CREATE INDEX "recommendation_municipality_id_school_id_year_idx" ON "recommendation"("municipality_id", "school_id", "year");
CREATE INDEX "recommendation_municipality_id_state_due_idx" ON "recommendation"("municipality_id", "state", "due");
CREATE INDEX "recommendation_event_recommendation_id_at_idx" ON "recommendation_event"("recommendation_id", "at");
CREATE INDEX "recommendation_proof_recommendation_id_idx" ON "recommendation_proof"("recommendation_id");
CREATE INDEX "recommendation_proof_file_id_idx" ON "recommendation_proof"("file_id");
-- Two specialists at once: a measure is prepared, in work or done once a school and year.
CREATE UNIQUE INDEX "recommendation_once_a_year" ON "recommendation"("municipality_id", "school_id", "year", "remedy_id")
  WHERE remedy_id IS NOT NULL AND state <> 'WITHDRAWN';

ALTER TABLE "remedy" ADD CONSTRAINT "remedy_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "remedy_version" ADD CONSTRAINT "remedy_version_municipality_id_remedy_id_fkey" FOREIGN KEY ("municipality_id", "remedy_id") REFERENCES "remedy"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation" ADD CONSTRAINT "recommendation_municipality_id_remedy_id_fkey" FOREIGN KEY ("municipality_id", "remedy_id") REFERENCES "remedy"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation_event" ADD CONSTRAINT "recommendation_event_municipality_id_recommendation_id_fkey" FOREIGN KEY ("municipality_id", "recommendation_id") REFERENCES "recommendation"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation_proof" ADD CONSTRAINT "recommendation_proof_municipality_id_recommendation_id_fkey" FOREIGN KEY ("municipality_id", "recommendation_id") REFERENCES "recommendation"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recommendation_proof" ADD CONSTRAINT "recommendation_proof_municipality_id_file_id_fkey" FOREIGN KEY ("municipality_id", "file_id") REFERENCES "stored_file"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER remedy_version_append_only BEFORE UPDATE OR DELETE ON remedy_version FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER recommendation_event_append_only BEFORE UPDATE OR DELETE ON recommendation_event FOR EACH ROW EXECUTE FUNCTION append_only();

-- What the policies cannot say by row: the moves of lib/recommendations/recommendation-moves.ts, each by its own side, and
-- that what a school has been sent keeps its words until the school asks for others.
CREATE FUNCTION recommendation_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_moving text[] := ARRAY['state', 'version', 'sent_at', 'updated_at'];
  v_move text := OLD.state || '>' || NEW.state;
BEGIN
  IF (NEW.id, NEW.municipality_id, NEW.school_id, NEW.year) IS DISTINCT FROM (OLD.id, OLD.municipality_id, OLD.school_id, OLD.year) THEN
    RAISE EXCEPTION 'a recommendation stays with its school and year' USING ERRCODE = '42501';
  END IF;
  IF (to_jsonb(NEW) - v_moving) <> (to_jsonb(OLD) - v_moving)
      AND (viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') OR OLD.state NOT IN ('DRAFT', 'COUNTERED')) THEN
    RAISE EXCEPTION 'what was sent keeps its words' USING ERRCODE = '42501';
  END IF;
  IF NEW.state <> OLD.state AND NOT (
      (viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND v_move IN (
        'SENT>ACCEPTED', 'SENT>COUNTERED', 'ACCEPTED>COUNTERED', 'SENT>REPORTED', 'ACCEPTED>REPORTED', 'RETURNED>REPORTED'))
      OR (viewer_is('CENTRE') AND v_move IN (
        'DRAFT>SENT', 'COUNTERED>ACCEPTED', 'COUNTERED>SENT', 'REPORTED>DONE', 'REPORTED>RETURNED', 'DONE>RETURNED',
        'SENT>WITHDRAWN', 'ACCEPTED>WITHDRAWN', 'COUNTERED>WITHDRAWN', 'RETURNED>WITHDRAWN'))
      OR viewer_role() IS NULL) THEN
    RAISE EXCEPTION 'a recommendation does not go from % to %', OLD.state, NEW.state USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER recommendation_guard BEFORE UPDATE ON recommendation FOR EACH ROW EXECUTE FUNCTION recommendation_guard();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['starter_remedy', 'remedy', 'remedy_version', 'recommendation', 'recommendation_event', 'recommendation_proof'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup, portal_app', t);
  END LOOP;
END $$;
GRANT INSERT ON remedy, remedy_version, recommendation, recommendation_event, recommendation_proof TO portal_app;
GRANT UPDATE (version, archived_at) ON remedy TO portal_app;
GRANT UPDATE, DELETE ON recommendation TO portal_app;
GRANT UPDATE (removed_at) ON recommendation_proof TO portal_app;

CREATE POLICY viewer_read ON starter_remedy FOR SELECT TO portal_app USING ((SELECT viewer_is('CENTRE')));

-- The catalogue is the centre's; the department may read it.
CREATE POLICY viewer_read ON remedy FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL')));
CREATE POLICY centre_add ON remedy FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND created_by_id = (SELECT viewer_user()));
CREATE POLICY centre_change ON remedy FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY viewer_read ON remedy_version FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL')));
CREATE POLICY centre_add ON remedy_version FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND author_id = (SELECT viewer_user()));

-- Drafts are the centre's alone. What is sent is seen by its school, by the department and by the curators of the school.
CREATE POLICY viewer_read ON recommendation FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE'))
    OR (state <> 'DRAFT' AND ((SELECT viewer_is('OFFICIAL'))
      OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))
      OR ((SELECT viewer_is('CURATOR'))
          AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))))));
CREATE POLICY centre_add ON recommendation FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE'))
  AND state = 'DRAFT' AND created_by_id = (SELECT viewer_user()));
CREATE POLICY centre_or_own ON recommendation FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE'))
    OR (state <> 'DRAFT' AND school_id = (SELECT viewer_school()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')))));
CREATE POLICY centre_remove ON recommendation FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND state = 'DRAFT');

-- Everything of a recommendation is read by whoever reads it.
CREATE POLICY viewer_read ON recommendation_event FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM recommendation r WHERE r.id = recommendation_id));
CREATE POLICY author_add ON recommendation_event FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user())
  AND ((SELECT viewer_is('CENTRE')) OR school_id = (SELECT viewer_school()))
  AND EXISTS (SELECT FROM recommendation r WHERE r.id = recommendation_id AND r.school_id = recommendation_event.school_id));
CREATE POLICY viewer_read ON recommendation_proof FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM recommendation r WHERE r.id = recommendation_id));
CREATE POLICY school_add ON recommendation_proof FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND added_by_id = (SELECT viewer_user())
  AND school_id = (SELECT viewer_school()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND EXISTS (SELECT FROM recommendation r WHERE r.id = recommendation_id AND r.state IN ('SENT', 'ACCEPTED', 'RETURNED')));
CREATE POLICY school_change ON recommendation_proof FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND school_id = (SELECT viewer_school()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND EXISTS (SELECT FROM recommendation r WHERE r.id = recommendation_id AND r.state IN ('SENT', 'ACCEPTED', 'RETURNED')));

CREATE POLICY recommendation_proof_read ON stored_file FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND EXISTS (SELECT FROM recommendation_proof p WHERE p.file_id = stored_file.id AND p.removed_at IS NULL));
