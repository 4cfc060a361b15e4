-- Development of teachers («развитие кадров»): professional deficits as counts, names by consent, courses from the request to
-- the result, methodical associations, presented experience, and the composition of the centre.
CREATE TYPE "development_word_kind" AS ENUM ('DEFICIT', 'COURSE');

CREATE TYPE "course_form" AS ENUM ('FULL_TIME', 'MIXED', 'DISTANCE');

CREATE TYPE "course_request_state" AS ENUM ('SENT', 'PACKED', 'PLACED', 'DONE', 'DECLINED', 'WITHDRAWN');

CREATE TYPE "course_package_state" AS ENUM ('GATHERING', 'SENT');

CREATE TYPE "course_state" AS ENUM ('PLANNED', 'DONE', 'CANCELLED');

CREATE TYPE "paper_kind" AS ENUM ('APPLICATIONS', 'QUESTIONNAIRES', 'ORDER', 'MINUTES', 'OTHER');

CREATE TYPE "appearance_kind" AS ENUM ('EXPERIENCE', 'COMPETITION');

CREATE TYPE "appearance_level" AS ENUM ('SCHOOL', 'MUNICIPAL', 'REGIONAL', 'FEDERAL', 'INTERNATIONAL');

CREATE TYPE "association_kind" AS ENUM ('DISTRICT', 'CITY', 'SCHOOL');

CREATE TABLE "development_word" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "development_word_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "is_retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "development_word_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "deficit" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "subject" TEXT NOT NULL,
    "word_id" UUID NOT NULL,
    "teachers" INTEGER NOT NULL,
    "of_teachers" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "found_on" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deficit_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "named_person" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "deficit_id" UUID,
    "association_id" UUID,
    "name" TEXT,
    "position" TEXT NOT NULL,
    "consent_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "named_person_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "course_request" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "word_id" UUID,
    "theme" TEXT NOT NULL,
    "form" "course_form" NOT NULL,
    "term" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "state" "course_request_state" NOT NULL DEFAULT 'SENT',
    "package_id" UUID,
    "course_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_request_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "course_request_line" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "position" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "people" INTEGER NOT NULL,
    "at_risk" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "course_request_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "course_request_event" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "from" "course_request_state",
    "to" "course_request_state" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_request_event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "course_package" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "institute" TEXT NOT NULL,
    "state" "course_package_state" NOT NULL DEFAULT 'GATHERING',
    "sent_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_package_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "package_id" UUID,
    "year" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "hours" INTEGER NOT NULL,
    "form" "course_form" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "state" "course_state" NOT NULL DEFAULT 'PLANNED',
    "test_people" INTEGER,
    "before_hundredths" INTEGER,
    "after_hundredths" INTEGER,
    "improved" INTEGER,
    "follow_up" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "course_seat" (
    "course_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "seats" INTEGER NOT NULL,
    "finished" INTEGER NOT NULL DEFAULT 0,
    "risk_finished" INTEGER NOT NULL DEFAULT 0,
    "documents" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "course_seat_pkey" PRIMARY KEY ("course_id","school_id")
);

CREATE TABLE "development_paper" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "package_id" UUID,
    "minutes_id" UUID,
    "kind" "paper_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "development_paper_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "development_year" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "teachers" INTEGER,
    "risk_teachers" INTEGER,
    "routes_successful" INTEGER,
    "routes_difficulty" INTEGER,
    "source" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "development_year_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "appearance" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "kind" "appearance_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "level" "appearance_level" NOT NULL,
    "form" TEXT NOT NULL DEFAULT '',
    "theme" TEXT NOT NULL DEFAULT '',
    "who" TEXT NOT NULL DEFAULT '',
    "result" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appearance_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "association" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "association_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "school_id" UUID,
    "head_position" TEXT NOT NULL DEFAULT '',
    "is_for_project" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "association_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "association_member" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "position" TEXT NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "association_member_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "association_plan_row" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "theme" TEXT NOT NULL,
    "term" TEXT NOT NULL DEFAULT '',
    "due" DATE,
    "form" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "done_on" DATE,

    CONSTRAINT "association_plan_row_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "association_minutes" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "number" TEXT NOT NULL,
    "agenda" TEXT NOT NULL,
    "decisions" JSONB NOT NULL DEFAULT '[]',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "association_minutes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "centre_roster" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "order_number" TEXT NOT NULL DEFAULT '',
    "order_date" DATE,
    "approved_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "centre_roster_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "centre_member" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "roster_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "positions" TEXT NOT NULL,
    "workplaces" TEXT NOT NULL,
    "user_id" UUID,

    CONSTRAINT "centre_member_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "development_word_municipality_id_id_key" ON "development_word"("municipality_id", "id");

CREATE UNIQUE INDEX "development_word_municipality_id_kind_name_key" ON "development_word"("municipality_id", "kind", "name");

CREATE UNIQUE INDEX "deficit_municipality_id_id_key" ON "deficit"("municipality_id", "id");

CREATE UNIQUE INDEX "deficit_municipality_id_school_id_year_subject_word_id_key" ON "deficit"("municipality_id", "school_id", "year", "subject", "word_id");

CREATE INDEX "named_person_deficit_id_idx" ON "named_person"("deficit_id");

CREATE INDEX "named_person_association_id_idx" ON "named_person"("association_id");

CREATE INDEX "course_request_municipality_id_school_id_year_idx" ON "course_request"("municipality_id", "school_id", "year");

CREATE INDEX "course_request_package_id_idx" ON "course_request"("package_id");

CREATE INDEX "course_request_course_id_idx" ON "course_request"("course_id");

CREATE UNIQUE INDEX "course_request_municipality_id_id_key" ON "course_request"("municipality_id", "id");

CREATE INDEX "course_request_line_request_id_idx" ON "course_request_line"("request_id");

CREATE INDEX "course_request_event_request_id_at_idx" ON "course_request_event"("request_id", "at");

CREATE UNIQUE INDEX "course_package_municipality_id_id_key" ON "course_package"("municipality_id", "id");

CREATE INDEX "course_municipality_id_year_idx" ON "course"("municipality_id", "year");

CREATE UNIQUE INDEX "course_municipality_id_id_key" ON "course"("municipality_id", "id");

CREATE INDEX "development_paper_package_id_idx" ON "development_paper"("package_id");

CREATE INDEX "development_paper_minutes_id_idx" ON "development_paper"("minutes_id");

CREATE INDEX "development_paper_file_id_idx" ON "development_paper"("file_id");

CREATE UNIQUE INDEX "development_year_municipality_id_school_id_year_key" ON "development_year"("municipality_id", "school_id", "year");

CREATE INDEX "appearance_municipality_id_school_id_year_idx" ON "appearance"("municipality_id", "school_id", "year");

CREATE UNIQUE INDEX "appearance_municipality_id_id_key" ON "appearance"("municipality_id", "id");

CREATE UNIQUE INDEX "association_municipality_id_id_key" ON "association"("municipality_id", "id");

CREATE INDEX "association_member_association_id_year_idx" ON "association_member"("association_id", "year");

CREATE INDEX "association_plan_row_association_id_year_idx" ON "association_plan_row"("association_id", "year");

CREATE INDEX "association_minutes_association_id_held_on_idx" ON "association_minutes"("association_id", "held_on");

CREATE UNIQUE INDEX "association_minutes_municipality_id_id_key" ON "association_minutes"("municipality_id", "id");

CREATE UNIQUE INDEX "centre_roster_municipality_id_id_key" ON "centre_roster"("municipality_id", "id");

CREATE INDEX "centre_member_roster_id_number_idx" ON "centre_member"("roster_id", "number");

ALTER TABLE "development_word" ADD CONSTRAINT "development_word_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deficit" ADD CONSTRAINT "deficit_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deficit" ADD CONSTRAINT "deficit_municipality_id_word_id_fkey" FOREIGN KEY ("municipality_id", "word_id") REFERENCES "development_word"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "named_person" ADD CONSTRAINT "named_person_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "named_person" ADD CONSTRAINT "named_person_municipality_id_deficit_id_fkey" FOREIGN KEY ("municipality_id", "deficit_id") REFERENCES "deficit"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "named_person" ADD CONSTRAINT "named_person_municipality_id_association_id_fkey" FOREIGN KEY ("municipality_id", "association_id") REFERENCES "association"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course_request" ADD CONSTRAINT "course_request_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course_request" ADD CONSTRAINT "course_request_municipality_id_word_id_fkey" FOREIGN KEY ("municipality_id", "word_id") REFERENCES "development_word"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course_request" ADD CONSTRAINT "course_request_municipality_id_package_id_fkey" FOREIGN KEY ("municipality_id", "package_id") REFERENCES "course_package"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course_request" ADD CONSTRAINT "course_request_municipality_id_course_id_fkey" FOREIGN KEY ("municipality_id", "course_id") REFERENCES "course"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course_request_line" ADD CONSTRAINT "course_request_line_municipality_id_request_id_fkey" FOREIGN KEY ("municipality_id", "request_id") REFERENCES "course_request"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course_request_event" ADD CONSTRAINT "course_request_event_municipality_id_request_id_fkey" FOREIGN KEY ("municipality_id", "request_id") REFERENCES "course_request"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course_package" ADD CONSTRAINT "course_package_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course" ADD CONSTRAINT "course_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course" ADD CONSTRAINT "course_municipality_id_package_id_fkey" FOREIGN KEY ("municipality_id", "package_id") REFERENCES "course_package"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course_seat" ADD CONSTRAINT "course_seat_municipality_id_course_id_fkey" FOREIGN KEY ("municipality_id", "course_id") REFERENCES "course"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "course_seat" ADD CONSTRAINT "course_seat_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "development_paper" ADD CONSTRAINT "development_paper_municipality_id_package_id_fkey" FOREIGN KEY ("municipality_id", "package_id") REFERENCES "course_package"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "development_paper" ADD CONSTRAINT "development_paper_municipality_id_minutes_id_fkey" FOREIGN KEY ("municipality_id", "minutes_id") REFERENCES "association_minutes"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "development_paper" ADD CONSTRAINT "development_paper_municipality_id_file_id_fkey" FOREIGN KEY ("municipality_id", "file_id") REFERENCES "stored_file"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "development_year" ADD CONSTRAINT "development_year_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "appearance" ADD CONSTRAINT "appearance_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "association" ADD CONSTRAINT "association_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "association" ADD CONSTRAINT "association_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "association_member" ADD CONSTRAINT "association_member_municipality_id_association_id_fkey" FOREIGN KEY ("municipality_id", "association_id") REFERENCES "association"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "association_member" ADD CONSTRAINT "association_member_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "association_plan_row" ADD CONSTRAINT "association_plan_row_municipality_id_association_id_fkey" FOREIGN KEY ("municipality_id", "association_id") REFERENCES "association"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "association_minutes" ADD CONSTRAINT "association_minutes_municipality_id_association_id_fkey" FOREIGN KEY ("municipality_id", "association_id") REFERENCES "association"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "centre_roster" ADD CONSTRAINT "centre_roster_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "centre_member" ADD CONSTRAINT "centre_member_municipality_id_roster_id_fkey" FOREIGN KEY ("municipality_id", "roster_id") REFERENCES "centre_roster"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The centre keeps every association, a school its own ШМО. Read under the policies of whoever asks.
CREATE FUNCTION keeps_association(p_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM association a WHERE a.id = p_id AND a.municipality_id = viewer_municipality()
    AND (viewer_is('CENTRE') OR (viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND a.kind = 'SCHOOL' AND a.school_id = viewer_school())))
$$;

ALTER TABLE "deficit" ADD CONSTRAINT "deficit_counts" CHECK (teachers >= 0 AND of_teachers > 0 AND teachers <= of_teachers);
ALTER TABLE "named_person" ADD CONSTRAINT "named_person_of_one" CHECK ((deficit_id IS NULL) <> (association_id IS NULL));
-- A name lives exactly as long as its consent.
ALTER TABLE "named_person" ADD CONSTRAINT "named_person_by_consent" CHECK ((name IS NULL) = (withdrawn_at IS NOT NULL));
ALTER TABLE "course_request_line" ADD CONSTRAINT "course_request_line_counts" CHECK (people > 0 AND at_risk >= 0 AND at_risk <= people);
ALTER TABLE "course" ADD CONSTRAINT "course_days" CHECK (starts_on <= ends_on AND hours > 0);
ALTER TABLE "course" ADD CONSTRAINT "course_test" CHECK (
  (test_people IS NULL) = (improved IS NULL) AND (test_people IS NULL OR (test_people > 0 AND improved BETWEEN 0 AND test_people))
  AND (test_people IS NULL) = (before_hundredths IS NULL) AND (test_people IS NULL) = (after_hundredths IS NULL));
ALTER TABLE "course_seat" ADD CONSTRAINT "course_seat_counts" CHECK (
  seats >= 0 AND finished >= 0 AND risk_finished BETWEEN 0 AND finished AND documents BETWEEN 0 AND finished);
ALTER TABLE "development_paper" ADD CONSTRAINT "development_paper_of_one" CHECK ((package_id IS NULL) <> (minutes_id IS NULL));
ALTER TABLE "development_paper" ADD CONSTRAINT "development_paper_is_one" CHECK ((url IS NULL) <> (file_id IS NULL));
ALTER TABLE "development_year" ADD CONSTRAINT "development_year_counts" CHECK (
  teachers >= 0 AND risk_teachers >= 0 AND routes_successful >= 0 AND routes_difficulty >= 0 AND risk_teachers <= teachers);
ALTER TABLE "association" ADD CONSTRAINT "association_of_a_school" CHECK (kind <> 'SCHOOL' OR school_id IS NOT NULL);
ALTER TABLE "association_member" ADD CONSTRAINT "association_member_counts" CHECK (people > 0);
ALTER TABLE "centre_roster" ADD CONSTRAINT "centre_roster_by_order" CHECK (approved_at IS NULL OR (order_number <> '' AND order_date IS NOT NULL));

CREATE TRIGGER course_request_event_append_only BEFORE UPDATE OR DELETE ON course_request_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER association_minutes_append_only BEFORE UPDATE OR DELETE ON association_minutes FOR EACH ROW EXECUTE FUNCTION append_only();

-- A consent is only withdrawn, once, and the name is gone with it: nobody can write one back.
CREATE FUNCTION named_person_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.name IS NOT NULL THEN
    RAISE EXCEPTION 'a consent can only be withdrawn' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER named_person_guard BEFORE UPDATE ON named_person FOR EACH ROW EXECUTE FUNCTION named_person_guard();

-- The moves of lib/development/course-request.ts, each by its own side.
CREATE FUNCTION course_request_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_move text := OLD.state || '>' || NEW.state;
BEGIN
  IF NEW.state <> OLD.state AND NOT (
      (viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND v_move = 'SENT>WITHDRAWN')
      OR (viewer_is('CENTRE') AND v_move IN (
        'SENT>PACKED', 'PACKED>SENT', 'SENT>PLACED', 'PACKED>PLACED', 'PLACED>SENT', 'PLACED>DONE', 'SENT>DECLINED', 'PACKED>DECLINED'))
      OR viewer_role() IS NULL) THEN
    RAISE EXCEPTION 'a request does not go from % to %', OLD.state, NEW.state USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER course_request_guard BEFORE UPDATE ON course_request FOR EACH ROW EXECUTE FUNCTION course_request_guard();

-- An approved composition stays as the order says.
CREATE FUNCTION centre_member_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM centre_roster r WHERE r.id = coalesce(NEW.roster_id, OLD.roster_id) AND r.approved_at IS NOT NULL)
      AND viewer_role() IS NOT NULL THEN
    RAISE EXCEPTION 'an approved composition does not change' USING ERRCODE = '42501';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER centre_member_guard BEFORE INSERT OR UPDATE OR DELETE ON centre_member FOR EACH ROW EXECUTE FUNCTION centre_member_guard();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['development_word', 'deficit', 'named_person', 'course_request', 'course_request_line',
      'course_request_event', 'course_package', 'course', 'course_seat', 'development_paper', 'development_year', 'appearance',
      'association', 'association_member', 'association_plan_row', 'association_minutes', 'centre_roster', 'centre_member'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup, portal_app', t);
    EXECUTE format('GRANT INSERT ON %I TO portal_app', t);
  END LOOP;
  -- Counts that a school reports of itself: seen by itself, the centre and the department; written by the first two.
  FOREACH t IN ARRAY ARRAY['deficit', 'development_year', 'appearance'] LOOP
    EXECUTE format('GRANT UPDATE ON %I TO portal_app', t);
    EXECUTE format($p$CREATE POLICY viewer_read ON %I FOR SELECT TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
        OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))))$p$, t);
    EXECUTE format($p$CREATE POLICY report ON %I FOR INSERT TO portal_app WITH CHECK (
      municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE'))
        OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))))$p$, t);
    EXECUTE format($p$CREATE POLICY report_change ON %I FOR UPDATE TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE'))
        OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))))$p$, t);
  END LOOP;
  -- What the centre keeps and everybody of the municipality who works with schools reads.
  FOREACH t IN ARRAY ARRAY['development_word', 'centre_roster', 'centre_member'] LOOP
    EXECUTE format('GRANT UPDATE ON %I TO portal_app', t);
    EXECUTE format($p$CREATE POLICY viewer_read ON %I FOR SELECT TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY')))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['development_word', 'course_package', 'course', 'course_seat', 'centre_roster', 'centre_member'] LOOP
    EXECUTE format($p$CREATE POLICY centre_add ON %I FOR INSERT TO portal_app WITH CHECK (
      municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')))$p$, t);
    EXECUTE format($p$CREATE POLICY centre_change ON %I FOR UPDATE TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')))$p$, t);
  END LOOP;
  GRANT UPDATE ON course_package, course, course_seat TO portal_app;
  -- The parts of an association are read by whoever reads it and written by whoever keeps it.
  FOREACH t IN ARRAY ARRAY['association_member', 'association_plan_row', 'association_minutes'] LOOP
    EXECUTE format($p$CREATE POLICY viewer_read ON %I FOR SELECT TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM association a WHERE a.id = association_id))$p$, t);
    EXECUTE format($p$CREATE POLICY keeper_add ON %I FOR INSERT TO portal_app WITH CHECK (
      municipality_id = (SELECT viewer_municipality()) AND keeps_association(association_id))$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['association_member', 'association_plan_row'] LOOP
    EXECUTE format('GRANT UPDATE, DELETE ON %I TO portal_app', t);
    EXECUTE format($p$CREATE POLICY keeper_change ON %I FOR UPDATE TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND keeps_association(association_id))$p$, t);
    EXECUTE format($p$CREATE POLICY keeper_remove ON %I FOR DELETE TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND keeps_association(association_id))$p$, t);
  END LOOP;
END $$;
GRANT DELETE ON deficit, appearance, centre_member, course_seat TO portal_app;
GRANT UPDATE ON course_request, association TO portal_app;
GRANT UPDATE (name, withdrawn_at) ON named_person TO portal_app;
GRANT UPDATE (removed_at) ON development_paper TO portal_app;

CREATE POLICY report_remove ON deficit FOR DELETE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));
CREATE POLICY report_remove ON appearance FOR DELETE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));
CREATE POLICY centre_remove ON centre_member FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_remove ON course_seat FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- Municipal associations are everybody's who works with schools, a ШМО its school's, the centre's and the department's.
CREATE POLICY viewer_read ON association FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND (kind <> 'SCHOOL' OR school_id = (SELECT viewer_school())))));
CREATE POLICY keeper_add ON association FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND kind = 'SCHOOL' AND school_id = (SELECT viewer_school()))));
CREATE POLICY keeper_change ON association FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND kind = 'SCHOOL' AND school_id = (SELECT viewer_school()))));

-- Names of a deficit are for its school and the centre alone. The contact of an association is for whoever reads it.
CREATE POLICY viewer_read ON named_person FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))
    OR EXISTS (SELECT FROM association a WHERE a.id = association_id)));
CREATE POLICY keeper_add ON named_person FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND recorded_by_id = (SELECT viewer_user())
  AND (EXISTS (SELECT FROM deficit d WHERE d.id = deficit_id AND d.school_id = named_person.school_id) AND (SELECT viewer_is('CENTRE', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
    OR keeps_association(association_id)));
CREATE POLICY keeper_change ON named_person FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));

CREATE POLICY viewer_read ON course_request FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));
CREATE POLICY school_add ON course_request FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND school_id = (SELECT viewer_school()) AND state = 'SENT' AND created_by_id = (SELECT viewer_user()));
CREATE POLICY centre_or_own ON course_request FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));
CREATE POLICY viewer_read ON course_request_line FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM course_request r WHERE r.id = request_id));
CREATE POLICY school_add ON course_request_line FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND EXISTS (SELECT FROM course_request r WHERE r.id = request_id AND r.school_id = (SELECT viewer_school())));
CREATE POLICY viewer_read ON course_request_event FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM course_request r WHERE r.id = request_id));
CREATE POLICY author_add ON course_request_event FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user())
  AND (SELECT viewer_is('CENTRE', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND EXISTS (SELECT FROM course_request r WHERE r.id = request_id));

-- Packages are the centre's and the department's; a school sees the course it has seats on, and its own seats.
CREATE POLICY viewer_read ON course_package FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL')));
CREATE POLICY viewer_read ON course_seat FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));
CREATE POLICY viewer_read ON course FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND EXISTS (SELECT FROM course_seat p WHERE p.course_id = course.id))));

CREATE POLICY viewer_read ON development_paper FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (EXISTS (SELECT FROM course_package p WHERE p.id = package_id)
    OR EXISTS (SELECT FROM association_minutes m WHERE m.id = minutes_id)));
CREATE POLICY keeper_add ON development_paper FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND added_by_id = (SELECT viewer_user())
  AND ((package_id IS NOT NULL AND (SELECT viewer_is('CENTRE')))
    OR EXISTS (SELECT FROM association_minutes m WHERE m.id = minutes_id AND keeps_association(m.association_id))));
CREATE POLICY keeper_change ON development_paper FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((package_id IS NOT NULL AND (SELECT viewer_is('CENTRE')))
    OR EXISTS (SELECT FROM association_minutes m WHERE m.id = minutes_id AND keeps_association(m.association_id))));
CREATE POLICY development_paper_read ON stored_file FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND EXISTS (SELECT FROM development_paper p WHERE p.file_id = stored_file.id AND p.removed_at IS NULL));
