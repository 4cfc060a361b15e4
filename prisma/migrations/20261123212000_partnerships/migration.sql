-- Partners («школы-партнёры»): who helps whom and on what grounds, outside organisations, what is offered to others, the
-- joint plan and the joint work, mentoring.
CREATE TYPE "partnership_state" AS ENUM ('PROPOSED', 'ASKED', 'AGREED', 'DECLINED', 'RUNNING', 'ENDED');
CREATE TYPE "partnership_model" AS ENUM ('INTERSCHOOL', 'CONSULTING', 'NETWORK', 'METHODICAL', 'ACCOMPANIMENT');
CREATE TYPE "organisation_kind" AS ENUM ('UNIVERSITY', 'EXTRA_SCHOOL', 'PMS_CENTRE', 'OTHER');
CREATE TYPE "help_stance" AS ENUM ('UNASKED', 'AGREED', 'DECLINED');
CREATE TYPE "resource_kind" AS ENUM ('PREMISES', 'EQUIPMENT', 'SPECIALIST', 'PRACTICE');
CREATE TYPE "joint_work_kind" AS ENUM ('LESSON', 'TEACHING', 'EXCHANGE', 'CONSULTATION');
CREATE TYPE "joint_work_side" AS ENUM ('PARTNER', 'SCHOOL');
CREATE TYPE "mentoring_model" AS ENUM ('HEAD_HEAD', 'DEPUTY_DEPUTY', 'TEACHER_TEACHER', 'TEACHER_YOUNG', 'TEAM_TEAM');

CREATE TABLE "help_readiness" (
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "capacity" SMALLINT NOT NULL CHECK (capacity BETWEEN 0 AND 20),
    "stance" "help_stance" NOT NULL DEFAULT 'UNASKED',
    "note" TEXT NOT NULL DEFAULT '',
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "help_readiness_pkey" PRIMARY KEY ("school_id")
);
CREATE TABLE "partner_organisation" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "site" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "offers" TEXT NOT NULL DEFAULT '',
    "is_retired" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partner_organisation_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "partnership" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "school_id" UUID NOT NULL,
    "school_name" TEXT NOT NULL,
    "partner_school_id" UUID,
    "organisation_id" UUID,
    "partner_name" TEXT NOT NULL,
    "state" "partnership_state" NOT NULL DEFAULT 'PROPOSED',
    "model" "partnership_model" NOT NULL DEFAULT 'INTERSCHOOL',
    "theme" TEXT NOT NULL DEFAULT '',
    "ask" TEXT NOT NULL,
    "agreement_number" TEXT NOT NULL DEFAULT '',
    "agreement_date" DATE,
    "parties" TEXT NOT NULL DEFAULT '',
    "starts" DATE,
    "ends" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partnership_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "partnership_has_one_partner" CHECK ((partner_school_id IS NULL) <> (organisation_id IS NULL) AND partner_school_id <> school_id),
    CONSTRAINT "partnership_runs_by_an_agreement" CHECK (state NOT IN ('RUNNING', 'ENDED') OR (agreement_number <> '' AND agreement_date IS NOT NULL)),
    CONSTRAINT "partnership_ends_after_it_starts" CHECK (ends >= starts)
);
CREATE TABLE "partnership_ground" (
    "partnership_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "score" SMALLINT NOT NULL,
    "reasons" TEXT[],
    "others" TEXT[],

    CONSTRAINT "partnership_ground_pkey" PRIMARY KEY ("partnership_id")
);
CREATE TABLE "partnership_event" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "from" "partnership_state",
    "to" "partnership_state" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "side" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partnership_event_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "partnership_line" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "roadmap_row_id" UUID,
    "text" TEXT NOT NULL,
    "term" TEXT NOT NULL DEFAULT '',
    "due" DATE,
    "done_on" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partnership_line_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "joint_work" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "kind" "joint_work_kind" NOT NULL,
    "at" "joint_work_side" NOT NULL,
    "on" DATE NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "grade" SMALLINT,
    "theme" TEXT NOT NULL,
    "participants" TEXT NOT NULL DEFAULT '',
    "discussion" TEXT NOT NULL DEFAULT '',
    "taken" TEXT NOT NULL DEFAULT '',
    "side" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "joint_work_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "partnership_file" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "partnership_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_file_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "partnership_file_is_one" CHECK ((url IS NULL) <> (file_id IS NULL))
);
CREATE TABLE "partner_resource" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID,
    "organisation_id" UUID,
    "owner_name" TEXT NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "terms" TEXT NOT NULL DEFAULT '',
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partner_resource_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "partner_resource_has_one_owner" CHECK ((school_id IS NULL) <> (organisation_id IS NULL))
);
CREATE TABLE "mentoring_pair" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "model" "mentoring_model" NOT NULL,
    "mentor_school_id" UUID NOT NULL,
    "mentor_school_name" TEXT NOT NULL,
    "mentor_position" TEXT NOT NULL,
    "mentee_school_id" UUID NOT NULL,
    "mentee_school_name" TEXT NOT NULL,
    "mentee_position" TEXT NOT NULL,
    "plan" TEXT NOT NULL DEFAULT '',
    "starts" DATE NOT NULL,
    "ends" DATE,
    "result" TEXT NOT NULL DEFAULT '',
    "ended_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mentoring_pair_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "partner_organisation_municipality_id_id_key" ON "partner_organisation"("municipality_id", "id");

CREATE INDEX "partnership_municipality_id_state_updated_at_idx" ON "partnership"("municipality_id", "state", "updated_at");
CREATE INDEX "partnership_municipality_id_school_id_idx" ON "partnership"("municipality_id", "school_id");
CREATE INDEX "partnership_municipality_id_partner_school_id_idx" ON "partnership"("municipality_id", "partner_school_id");

CREATE UNIQUE INDEX "partnership_municipality_id_id_key" ON "partnership"("municipality_id", "id");
CREATE UNIQUE INDEX "partnership_ground_municipality_id_partnership_id_key" ON "partnership_ground"("municipality_id", "partnership_id");

CREATE INDEX "partnership_event_partnership_id_at_idx" ON "partnership_event"("partnership_id", "at");

CREATE UNIQUE INDEX "partnership_line_partnership_id_roadmap_row_id_key" ON "partnership_line"("partnership_id", "roadmap_row_id");

CREATE INDEX "joint_work_partnership_id_on_idx" ON "joint_work"("partnership_id", "on");
CREATE INDEX "partnership_file_partnership_id_idx" ON "partnership_file"("partnership_id");
CREATE INDEX "partnership_file_file_id_idx" ON "partnership_file"("file_id");
CREATE INDEX "partner_resource_municipality_id_kind_idx" ON "partner_resource"("municipality_id", "kind");

CREATE UNIQUE INDEX "partner_resource_municipality_id_id_key" ON "partner_resource"("municipality_id", "id");

CREATE INDEX "mentoring_pair_municipality_id_ended_on_idx" ON "mentoring_pair"("municipality_id", "ended_on");

CREATE UNIQUE INDEX "mentoring_pair_municipality_id_id_key" ON "mentoring_pair"("municipality_id", "id");

ALTER TABLE "help_readiness" ADD CONSTRAINT "help_readiness_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "partner_organisation" ADD CONSTRAINT "partner_organisation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_municipality_id_partner_school_id_fkey" FOREIGN KEY ("municipality_id", "partner_school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partnership" ADD CONSTRAINT "partnership_municipality_id_organisation_id_fkey" FOREIGN KEY ("municipality_id", "organisation_id") REFERENCES "partner_organisation"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partnership_ground" ADD CONSTRAINT "partnership_ground_municipality_id_partnership_id_fkey" FOREIGN KEY ("municipality_id", "partnership_id") REFERENCES "partnership"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "partnership_event" ADD CONSTRAINT "partnership_event_municipality_id_partnership_id_fkey" FOREIGN KEY ("municipality_id", "partnership_id") REFERENCES "partnership"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partnership_line" ADD CONSTRAINT "partnership_line_municipality_id_partnership_id_fkey" FOREIGN KEY ("municipality_id", "partnership_id") REFERENCES "partnership"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partnership_line" ADD CONSTRAINT "partnership_line_municipality_id_roadmap_row_id_fkey" FOREIGN KEY ("municipality_id", "roadmap_row_id") REFERENCES "roadmap_row"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "joint_work" ADD CONSTRAINT "joint_work_municipality_id_partnership_id_fkey" FOREIGN KEY ("municipality_id", "partnership_id") REFERENCES "partnership"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partnership_file" ADD CONSTRAINT "partnership_file_municipality_id_partnership_id_fkey" FOREIGN KEY ("municipality_id", "partnership_id") REFERENCES "partnership"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partnership_file" ADD CONSTRAINT "partnership_file_municipality_id_file_id_fkey" FOREIGN KEY ("municipality_id", "file_id") REFERENCES "stored_file"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partner_resource" ADD CONSTRAINT "partner_resource_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "partner_resource" ADD CONSTRAINT "partner_resource_municipality_id_organisation_id_fkey" FOREIGN KEY ("municipality_id", "organisation_id") REFERENCES "partner_organisation"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mentoring_pair" ADD CONSTRAINT "mentoring_pair_municipality_id_mentor_school_id_fkey" FOREIGN KEY ("municipality_id", "mentor_school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "mentoring_pair" ADD CONSTRAINT "mentoring_pair_municipality_id_mentee_school_id_fkey" FOREIGN KEY ("municipality_id", "mentee_school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two specialists at once: the same two have one living partnership a year.
CREATE UNIQUE INDEX "partnership_of_two_schools" ON "partnership"("municipality_id", "year", "school_id", "partner_school_id")
  WHERE partner_school_id IS NOT NULL AND state IN ('PROPOSED', 'ASKED', 'AGREED', 'RUNNING');
CREATE UNIQUE INDEX "partnership_with_an_organisation" ON "partnership"("municipality_id", "year", "school_id", "organisation_id")
  WHERE organisation_id IS NOT NULL AND state IN ('PROPOSED', 'ASKED', 'AGREED', 'RUNNING');

CREATE TRIGGER partnership_event_append_only BEFORE UPDATE OR DELETE ON partnership_event FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER joint_work_append_only BEFORE UPDATE OR DELETE ON joint_work FOR EACH ROW EXECUTE FUNCTION append_only();

-- What the policies cannot say by row: the moves of lib/partnerships/partnership-moves.ts, each by its own side, that the two
-- stay the same two, and that a school changes nothing but its answer.
CREATE FUNCTION partnership_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_moving text[] := ARRAY['state', 'version', 'updated_at'];
  v_move text := OLD.state || '>' || NEW.state;
BEGIN
  IF (NEW.id, NEW.municipality_id, NEW.year, NEW.school_id, NEW.partner_school_id, NEW.organisation_id)
      IS DISTINCT FROM (OLD.id, OLD.municipality_id, OLD.year, OLD.school_id, OLD.partner_school_id, OLD.organisation_id) THEN
    RAISE EXCEPTION 'a partnership stays with its two parties' USING ERRCODE = '42501';
  END IF;
  IF (to_jsonb(NEW) - v_moving) <> (to_jsonb(OLD) - v_moving)
      AND (viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') OR OLD.state IN ('DECLINED', 'ENDED')) THEN
    RAISE EXCEPTION 'the words of a partnership are the centre''s, and of an ended one nobody''s' USING ERRCODE = '42501';
  END IF;
  IF NEW.state <> OLD.state AND NOT (
      (viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND v_move IN ('ASKED>AGREED', 'ASKED>DECLINED', 'AGREED>DECLINED'))
      OR (viewer_is('CENTRE') AND v_move IN (
        'PROPOSED>ASKED', 'DECLINED>ASKED', 'ASKED>AGREED', 'ASKED>DECLINED', 'AGREED>DECLINED', 'AGREED>RUNNING', 'RUNNING>ENDED'))
      OR viewer_role() IS NULL) THEN
    RAISE EXCEPTION 'a partnership does not go from % to %', OLD.state, NEW.state USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER partnership_guard BEFORE UPDATE ON partnership FOR EACH ROW EXECUTE FUNCTION partnership_guard();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['help_readiness', 'partner_organisation', 'partnership', 'partnership_ground', 'partnership_event',
      'partnership_line', 'joint_work', 'partnership_file', 'partner_resource', 'mentoring_pair'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup, portal_app', t);
    EXECUTE format('GRANT INSERT ON %I TO portal_app', t);
  END LOOP;
END $$;
GRANT UPDATE ON help_readiness, partner_organisation, partnership, mentoring_pair TO portal_app;
GRANT DELETE ON partnership, partnership_ground, partnership_line TO portal_app;
GRANT UPDATE (done_on) ON partnership_line TO portal_app;
GRANT UPDATE (removed_at) ON partnership_file TO portal_app;
GRANT UPDATE (kind, title, terms, removed_at, version) ON partner_resource TO portal_app;

CREATE POLICY viewer_read ON help_readiness FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())));
CREATE POLICY centre_add ON help_readiness FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_change ON help_readiness FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

CREATE POLICY viewer_read ON partner_organisation FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'CURATOR', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY')));
CREATE POLICY centre_add ON partner_organisation FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND created_by_id = (SELECT viewer_user()));
CREATE POLICY centre_change ON partner_organisation FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- What is only proposed is a thought of the centre. From the question on both schools see their own partnership.
CREATE POLICY viewer_read ON partnership FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
    OR (state <> 'PROPOSED'
      AND ((SELECT viewer_school()) IN (school_id, partner_school_id)
        OR ((SELECT viewer_is('CURATOR')) AND EXISTS (
          SELECT FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())
            AND a.school_id IN (partnership.school_id, partnership.partner_school_id)))))));
CREATE POLICY centre_add ON partnership FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE'))
  AND state = 'PROPOSED' AND created_by_id = (SELECT viewer_user()));
CREATE POLICY centre_or_partner ON partnership FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE'))
    OR (state IN ('ASKED', 'AGREED') AND partner_school_id = (SELECT viewer_school())
        AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')))))
  WITH CHECK (municipality_id = (SELECT viewer_municipality()));
CREATE POLICY centre_remove ON partnership FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND state = 'PROPOSED');

CREATE POLICY staff_read ON partnership_ground FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL')));
CREATE POLICY centre_add ON partnership_ground FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_remove ON partnership_ground FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- Everything of a partnership is read by whoever reads it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['partnership_event', 'partnership_line', 'joint_work', 'partnership_file'] LOOP
    EXECUTE format($p$CREATE POLICY viewer_read ON %I FOR SELECT TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM partnership p WHERE p.id = partnership_id))$p$, t);
  END LOOP;
END $$;
CREATE POLICY author_add ON partnership_event FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user())
  AND (SELECT viewer_is('CENTRE', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND EXISTS (SELECT FROM partnership p WHERE p.id = partnership_id));
-- Both plan and visit each other while they are at work; a row of a roadmap comes from the school that is helped.
CREATE POLICY party_add ON partnership_line FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND created_by_id = (SELECT viewer_user())
  AND (SELECT viewer_is('CENTRE', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND EXISTS (SELECT FROM partnership p WHERE p.id = partnership_id AND p.state IN ('AGREED', 'RUNNING')
    AND (roadmap_row_id IS NULL OR EXISTS (
      SELECT FROM roadmap_row w WHERE w.id = partnership_line.roadmap_row_id AND w.school_id = p.school_id))));
CREATE POLICY party_change ON partnership_line FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND EXISTS (SELECT FROM partnership p WHERE p.id = partnership_id AND p.state IN ('AGREED', 'RUNNING')));
CREATE POLICY party_remove ON partnership_line FOR DELETE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND EXISTS (SELECT FROM partnership p WHERE p.id = partnership_id AND p.state IN ('AGREED', 'RUNNING')));
CREATE POLICY party_add ON joint_work FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user())
  AND (SELECT viewer_is('CENTRE', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND EXISTS (SELECT FROM partnership p WHERE p.id = partnership_id AND p.state IN ('AGREED', 'RUNNING')));
CREATE POLICY centre_add ON partnership_file FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND added_by_id = (SELECT viewer_user()));
CREATE POLICY centre_change ON partnership_file FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY partnership_file_read ON stored_file FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND EXISTS (SELECT FROM partnership_file p WHERE p.file_id = stored_file.id AND p.removed_at IS NULL));

-- An offer to others is for everybody of the municipality; a school writes its own.
CREATE POLICY viewer_read ON partner_resource FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'CURATOR', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY')));
CREATE POLICY owner_add ON partner_resource FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND created_by_id = (SELECT viewer_user())
  AND ((SELECT viewer_is('CENTRE')) OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));
CREATE POLICY owner_change ON partner_resource FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));

CREATE POLICY viewer_read ON mentoring_pair FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR (SELECT viewer_school()) IN (mentor_school_id, mentee_school_id)
    OR ((SELECT viewer_is('CURATOR')) AND EXISTS (
      SELECT FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())
        AND a.school_id IN (mentoring_pair.mentor_school_id, mentoring_pair.mentee_school_id)))));
CREATE POLICY centre_add ON mentoring_pair FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND created_by_id = (SELECT viewer_user()));
CREATE POLICY centre_change ON mentoring_pair FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
