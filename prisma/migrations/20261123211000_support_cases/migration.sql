-- The support case of a school and year, the causes looked for in it, the studies that look, and surveys that plan studies.
CREATE TYPE "support_status" AS ENUM ('OPEN', 'PAUSED', 'EXITED', 'CONTINUED');
CREATE TYPE "support_step" AS ENUM ('OPENED', 'PAUSED', 'RESUMED', 'CRISIS_BEGUN', 'CRISIS_ENDED', 'EXITED', 'CONTINUED', 'REOPENED',
  'ASSIGNED', 'RELEASED', 'CAUSE_ADDED', 'CAUSE_CHANGED', 'CAUSE_REMOVED', 'NOTED');
CREATE TYPE "support_audience" AS ENUM ('ALL', 'STAFF', 'CENTRE');
CREATE TYPE "cause_family" AS ENUM ('RISK', 'PROBLEM', 'OWN');
CREATE TYPE "cause_weight" AS ENUM ('HIGH', 'MIDDLE', 'LOW');
CREATE TYPE "study_method" AS ENUM ('DOCUMENTS', 'INTERVIEW', 'WORKBOOK', 'VISIT', 'ASSESSMENT', 'QUESTIONNAIRE');
CREATE TYPE "study_state" AS ENUM ('PLANNED', 'HELD', 'CANCELLED');

CREATE TABLE "support_setting" (
    "municipality_id" UUID NOT NULL,
    "curator_schools_max" SMALLINT NOT NULL DEFAULT 3 CHECK (curator_schools_max BETWEEN 1 AND 99),

    CONSTRAINT "support_setting_pkey" PRIMARY KEY ("municipality_id")
);
CREATE TABLE "support_case" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "status" "support_status" NOT NULL DEFAULT 'OPEN',
    "ground" TEXT NOT NULL CHECK (length(trim(ground)) > 0),
    "list_id" UUID,
    "previous_id" UUID,
    "crisis_since" DATE,
    "crisis_reason" TEXT NOT NULL DEFAULT '',
    "crisis_by_id" UUID,
    "decision_grounds" TEXT NOT NULL DEFAULT '',
    "decision_order" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_case_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "support_case_crisis_is_reasoned" CHECK ((crisis_since IS NULL) = (crisis_by_id IS NULL) AND (crisis_since IS NULL) = (crisis_reason = '')),
    CONSTRAINT "support_case_closed_with_grounds" CHECK (status IN ('OPEN', 'PAUSED') OR length(trim(decision_grounds)) > 0)
);
-- What happened to a case; only added.
CREATE TABLE "support_event" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "step" "support_step" NOT NULL,
    "audience" "support_audience" NOT NULL DEFAULT 'ALL',
    "text" TEXT NOT NULL DEFAULT '',
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "support_event_pkey" PRIMARY KEY ("id")
);
-- A person who must not be given a school, and why.
CREATE TABLE "curator_conflict" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "reason" TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    "declared_by_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "curator_conflict_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "cause" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "family" "cause_family" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL CHECK (length(trim(name)) > 0),
    "signs" TEXT NOT NULL DEFAULT '',
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cause_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_cause" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "weight" "cause_weight" NOT NULL,
    "source" "study_method",
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_cause_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "survey" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "title" TEXT COLLATE "russian" NOT NULL CHECK (length(trim(title)) > 0),
    "year" SMALLINT NOT NULL,
    "methods" "study_method"[] NOT NULL,
    "starts" DATE NOT NULL,
    "ends" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "survey_runs_forward" CHECK (starts <= ends AND cardinality(methods) > 0)
);
CREATE TABLE "study" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "survey_id" UUID,
    "method" "study_method" NOT NULL,
    "state" "study_state" NOT NULL DEFAULT 'PLANNED',
    "day" DATE NOT NULL,
    "held_by" TEXT NOT NULL DEFAULT '',
    "object" TEXT NOT NULL DEFAULT '',
    "participants" TEXT NOT NULL DEFAULT '',
    "headcount" INTEGER CHECK (headcount > 0),
    "documents" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "conclusion" TEXT NOT NULL DEFAULT '',
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "study_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "study_held_with_a_conclusion" CHECK (state <> 'HELD' OR (length(trim(conclusion)) > 0 AND length(trim(held_by)) > 0))
);
-- A cause that a held study supports is no hypothesis any more.
CREATE TABLE "study_cause" (
    "municipality_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "case_cause_id" UUID NOT NULL,

    CONSTRAINT "study_cause_pkey" PRIMARY KEY ("study_id", "case_cause_id")
);
-- What was agreed, and till when.
CREATE TABLE "study_agreement" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "text" TEXT NOT NULL CHECK (length(trim(text)) > 0),
    "due" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "study_agreement_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "study_file" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "study_file_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "study_file_is_one" CHECK ((url IS NULL) <> (file_id IS NULL))
);

CREATE UNIQUE INDEX "support_case_municipality_id_id_key" ON "support_case"("municipality_id", "id");
CREATE UNIQUE INDEX "support_case_municipality_id_school_id_year_key" ON "support_case"("municipality_id", "school_id", "year");
CREATE INDEX "support_case_municipality_id_year_status_idx" ON "support_case"("municipality_id", "year", "status");
CREATE INDEX "support_event_case_id_at_idx" ON "support_event"("case_id", "at");
CREATE INDEX "curator_conflict_municipality_id_school_id_idx" ON "curator_conflict"("municipality_id", "school_id");
CREATE UNIQUE INDEX "curator_conflict_once" ON "curator_conflict"("membership_id", "school_id") WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX "cause_municipality_id_id_key" ON "cause"("municipality_id", "id");
CREATE UNIQUE INDEX "cause_municipality_id_name_key" ON "cause"("municipality_id", "name");
CREATE UNIQUE INDEX "case_cause_municipality_id_id_key" ON "case_cause"("municipality_id", "id");
CREATE INDEX "case_cause_case_id_idx" ON "case_cause"("case_id");
CREATE UNIQUE INDEX "case_cause_once" ON "case_cause"("case_id", "cause_id") WHERE removed_at IS NULL;
CREATE UNIQUE INDEX "survey_municipality_id_id_key" ON "survey"("municipality_id", "id");
CREATE INDEX "survey_municipality_id_year_idx" ON "survey"("municipality_id", "year");
CREATE UNIQUE INDEX "study_municipality_id_id_key" ON "study"("municipality_id", "id");
CREATE INDEX "study_municipality_id_school_id_year_idx" ON "study"("municipality_id", "school_id", "year");
CREATE INDEX "study_municipality_id_year_day_idx" ON "study"("municipality_id", "year", "day");
CREATE INDEX "study_survey_id_idx" ON "study"("survey_id");
-- A survey plans a method at a school once.
CREATE UNIQUE INDEX "study_once_a_survey" ON "study"("survey_id", "school_id", "method") WHERE state <> 'CANCELLED';
CREATE INDEX "study_cause_case_cause_id_idx" ON "study_cause"("case_cause_id");
CREATE INDEX "study_agreement_study_id_idx" ON "study_agreement"("study_id");
CREATE INDEX "study_agreement_municipality_id_school_id_due_idx" ON "study_agreement"("municipality_id", "school_id", "due");
CREATE INDEX "study_file_study_id_idx" ON "study_file"("study_id");
CREATE INDEX "study_file_file_id_idx" ON "study_file"("file_id");

ALTER TABLE "support_setting" ADD CONSTRAINT "support_setting_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_municipality_id_list_id_fkey" FOREIGN KEY ("municipality_id", "list_id") REFERENCES "approved_list"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_case" ADD CONSTRAINT "support_case_municipality_id_previous_id_fkey" FOREIGN KEY ("municipality_id", "previous_id") REFERENCES "support_case"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_event" ADD CONSTRAINT "support_event_municipality_id_case_id_fkey" FOREIGN KEY ("municipality_id", "case_id") REFERENCES "support_case"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "curator_conflict" ADD CONSTRAINT "curator_conflict_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "curator_conflict" ADD CONSTRAINT "curator_conflict_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cause" ADD CONSTRAINT "cause_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_cause" ADD CONSTRAINT "case_cause_municipality_id_case_id_fkey" FOREIGN KEY ("municipality_id", "case_id") REFERENCES "support_case"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_cause" ADD CONSTRAINT "case_cause_municipality_id_cause_id_fkey" FOREIGN KEY ("municipality_id", "cause_id") REFERENCES "cause"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "survey" ADD CONSTRAINT "survey_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study" ADD CONSTRAINT "study_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study" ADD CONSTRAINT "study_municipality_id_survey_id_fkey" FOREIGN KEY ("municipality_id", "survey_id") REFERENCES "survey"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study_cause" ADD CONSTRAINT "study_cause_municipality_id_study_id_fkey" FOREIGN KEY ("municipality_id", "study_id") REFERENCES "study"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "study_cause" ADD CONSTRAINT "study_cause_municipality_id_case_cause_id_fkey" FOREIGN KEY ("municipality_id", "case_cause_id") REFERENCES "case_cause"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study_agreement" ADD CONSTRAINT "study_agreement_municipality_id_study_id_fkey" FOREIGN KEY ("municipality_id", "study_id") REFERENCES "study"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study_file" ADD CONSTRAINT "study_file_municipality_id_study_id_fkey" FOREIGN KEY ("municipality_id", "study_id") REFERENCES "study"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study_file" ADD CONSTRAINT "study_file_municipality_id_file_id_fkey" FOREIGN KEY ("municipality_id", "file_id") REFERENCES "stored_file"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER support_event_append_only BEFORE UPDATE OR DELETE ON support_event FOR EACH ROW EXECUTE FUNCTION append_only();

-- The moves of lib/support/cases/case-moves.ts; what is paused or closed changes in nothing else.
CREATE FUNCTION support_case_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_move text := OLD.status || '>' || NEW.status;
BEGIN
  IF (NEW.id, NEW.municipality_id, NEW.school_id, NEW.year, NEW.ground, NEW.list_id, NEW.previous_id)
      IS DISTINCT FROM (OLD.id, OLD.municipality_id, OLD.school_id, OLD.year, OLD.ground, OLD.list_id, OLD.previous_id) THEN
    RAISE EXCEPTION 'a case stays with its school, year and ground' USING ERRCODE = '42501';
  END IF;
  IF NEW.status <> OLD.status AND v_move NOT IN ('OPEN>PAUSED', 'PAUSED>OPEN', 'OPEN>EXITED', 'OPEN>CONTINUED', 'EXITED>OPEN') THEN
    RAISE EXCEPTION 'a case does not go from % to %', OLD.status, NEW.status USING ERRCODE = '42501';
  END IF;
  IF NEW.status = OLD.status AND OLD.status <> 'OPEN' THEN
    RAISE EXCEPTION 'a case that is % is not changed', OLD.status USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER support_case_guard BEFORE UPDATE ON support_case FOR EACH ROW EXECUTE FUNCTION support_case_guard();

-- Whether nothing stands against writing about a school and year: its case is open, or there is none.
CREATE FUNCTION support_writable(p_school uuid, p_year int) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM support_case c WHERE c.municipality_id = viewer_municipality() AND c.school_id = p_school
                     AND c.year = p_year AND c.status <> 'OPEN')
$$;
-- Schools of the viewer who follows them: all of the centre's and the department's municipality, a curator's assigned ones.
CREATE FUNCTION follows_school(p_school uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT viewer_is('CENTRE', 'OFFICIAL') OR (viewer_is('CURATOR') AND EXISTS (
    SELECT FROM assignment a WHERE a.membership_id = viewer_membership() AND a.school_id = p_school))
$$;
-- Past the policies of membership and assignment, each of which asks the other: whether a person is a curator here who may be
-- given a school, and whether a curator follows the viewer's own school.
CREATE FUNCTION may_curate(p_membership uuid, p_school uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM membership m WHERE m.id = p_membership AND m.role = 'CURATOR' AND m.municipality_id = viewer_municipality())
    AND NOT EXISTS (SELECT FROM curator_conflict f WHERE f.membership_id = p_membership AND f.school_id = p_school
                    AND f.withdrawn_at IS NULL)
$$;
CREATE FUNCTION curates_own_school(p_membership uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM assignment a WHERE a.membership_id = p_membership AND a.school_id = viewer_school())
$$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['support_writable(uuid, int)', 'follows_school(uuid)', 'may_curate(uuid, uuid)', 'curates_own_school(uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app', f);
  END LOOP;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['support_setting', 'support_case', 'support_event', 'curator_conflict', 'cause', 'case_cause', 'survey',
                           'study', 'study_cause', 'study_agreement', 'study_file'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup, portal_app', t);
  END LOOP;
END $$;
GRANT INSERT ON support_case, support_event, curator_conflict, cause, case_cause, survey, study, study_cause, study_agreement, study_file TO portal_app;
GRANT UPDATE (curator_schools_max) ON support_setting TO portal_app;
GRANT UPDATE (status, crisis_since, crisis_reason, crisis_by_id, decision_grounds, decision_order, version, updated_at) ON support_case TO portal_app;
GRANT UPDATE (withdrawn_at) ON curator_conflict TO portal_app;
GRANT UPDATE (name, signs, archived_at, version) ON cause TO portal_app;
GRANT UPDATE (weight, source, note, version, removed_at) ON case_cause TO portal_app;
GRANT UPDATE (title, starts, ends, note, version) ON survey TO portal_app;
GRANT UPDATE (state, day, held_by, object, participants, headcount, documents, conclusion, cancel_reason, version, updated_at) ON study TO portal_app;
GRANT DELETE ON study_cause TO portal_app;
GRANT UPDATE (done_at) ON study_agreement TO portal_app;
GRANT UPDATE (removed_at) ON study_file TO portal_app;

CREATE POLICY staff_read ON support_setting FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL')));
CREATE POLICY centre_change ON support_setting FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

CREATE POLICY viewer_read ON support_case FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (follows_school(school_id) OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));
CREATE POLICY centre_add ON support_case FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND status = 'OPEN'
  AND created_by_id = (SELECT viewer_user()));
CREATE POLICY centre_change ON support_case FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- The school reads what is meant for it; notes of the centre stay in the centre.
CREATE POLICY viewer_read ON support_event FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM support_case c WHERE c.id = case_id)
  AND (audience = 'ALL' OR (SELECT viewer_is('CENTRE'))
       OR (audience = 'STAFF' AND (SELECT viewer_is('OFFICIAL', 'CURATOR')))));
CREATE POLICY author_add ON support_event FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
  AND EXISTS (SELECT FROM support_case c WHERE c.id = case_id AND c.school_id = support_event.school_id));

CREATE POLICY centre_all ON curator_conflict TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

CREATE POLICY viewer_read ON cause FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'CURATOR', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY')));
CREATE POLICY centre_add ON cause FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_change ON cause FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

CREATE POLICY viewer_read ON case_cause FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM support_case c WHERE c.id = case_id));
CREATE POLICY worker_add ON case_cause FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND added_by_id = (SELECT viewer_user()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
  AND EXISTS (SELECT FROM support_case c WHERE c.id = case_id AND c.school_id = case_cause.school_id AND c.status = 'OPEN'));
CREATE POLICY worker_change ON case_cause FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
  AND EXISTS (SELECT FROM support_case c WHERE c.id = case_id AND c.status = 'OPEN'));

CREATE POLICY staff_read ON survey FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'CURATOR')));
CREATE POLICY centre_add ON survey FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND created_by_id = (SELECT viewer_user()));
CREATE POLICY centre_change ON survey FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

CREATE POLICY viewer_read ON study FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (follows_school(school_id) OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))));
CREATE POLICY worker_add ON study FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND created_by_id = (SELECT viewer_user()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
  AND follows_school(school_id) AND support_writable(school_id, year) AND (survey_id IS NULL OR (SELECT viewer_is('CENTRE'))));
CREATE POLICY worker_change ON study FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
  AND follows_school(school_id) AND support_writable(school_id, year));

CREATE POLICY viewer_read ON study_cause FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM study s WHERE s.id = study_id));
CREATE POLICY worker_write ON study_cause TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
  AND EXISTS (SELECT FROM study s WHERE s.id = study_id AND support_writable(s.school_id, s.year)))
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
    AND EXISTS (SELECT FROM study s JOIN case_cause k ON k.id = case_cause_id AND k.school_id = s.school_id
                WHERE s.id = study_id AND support_writable(s.school_id, s.year)));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['study_agreement', 'study_file'] LOOP
    EXECUTE format($p$CREATE POLICY viewer_read ON %I FOR SELECT TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM study s WHERE s.id = study_id))$p$, t);
    EXECUTE format($p$CREATE POLICY worker_add ON %1$I FOR INSERT TO portal_app WITH CHECK (
      municipality_id = (SELECT viewer_municipality()) AND added_by_id = (SELECT viewer_user()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
      AND EXISTS (SELECT FROM study s WHERE s.id = study_id AND s.school_id = %1$I.school_id AND support_writable(s.school_id, s.year)))$p$, t);
    EXECUTE format($p$CREATE POLICY worker_change ON %I FOR UPDATE TO portal_app USING (
      municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
      AND EXISTS (SELECT FROM study s WHERE s.id = study_id AND support_writable(s.school_id, s.year)))$p$, t);
  END LOOP;
END $$;
CREATE POLICY study_file_read ON stored_file FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND EXISTS (SELECT FROM study_file p WHERE p.file_id = stored_file.id AND p.removed_at IS NULL));
-- The row of a file is written before the study names it, as for events; it is read by whoever added it or reads its study.
CREATE POLICY study_worker_add ON stored_file FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
  AND created_by_id = (SELECT viewer_user()) AND follows_school(school_id));

-- Curators are given schools by the centre, from the case; the administrator only takes them away with the role.
DROP POLICY admin_add ON assignment;
DROP POLICY admin_remove ON assignment;
CREATE POLICY centre_add ON assignment FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE'))
  AND may_curate(membership_id, school_id));
CREATE POLICY staff_remove ON assignment FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'ADMIN')));
-- A school knows who its curator is.
CREATE POLICY own_curator_read ON membership FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY'))
  AND role = 'CURATOR' AND curates_own_school(id));

-- The twelve factors of the school's risk profile and the eight problems of the Smolensk map, with the limit of one to three
-- schools a curator, for every municipality that is or will be.
CREATE FUNCTION support_reference_of(p_municipality uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO support_setting (municipality_id) VALUES (p_municipality);
  INSERT INTO cause (id, municipality_id, family, position, name, signs)
  SELECT gen_random_uuid(), p_municipality, family::cause_family, n, name, signs
  FROM (VALUES
    ('RISK', 1, 'Низкий уровень оснащения школы', 'Учебные материалы, цифровое оборудование, качество Интернета'),
    ('RISK', 2, 'Дефицит педагогических кадров', 'Педагоги, вспомогательный персонал'),
    ('RISK', 3, 'Недостаточная предметная и методическая компетентность педагогических работников', ''),
    ('RISK', 4, 'Риски низкой адаптивности учебного процесса', ''),
    ('RISK', 5, 'Несформированность внутришкольной системы повышения квалификации', ''),
    ('RISK', 6, 'Низкая учебная мотивация обучающихся', ''),
    ('RISK', 7, 'Высокая доля обучающихся с рисками учебной неуспешности', ''),
    ('RISK', 8, 'Низкий уровень дисциплины в классе', ''),
    ('RISK', 9, 'Пониженный уровень школьного благополучия', 'Качество школьной образовательной и воспитательной среды'),
    ('RISK', 10, 'Высокая доля обучающихся с ОВЗ', ''),
    ('RISK', 11, 'Низкое качество преодоления языковых и культурных барьеров', ''),
    ('RISK', 12, 'Низкий уровень вовлечённости родителей', ''),
    ('PROBLEM', 1, 'Ограниченные возможности семей', 'Социальный и культурный статус семей, их ресурсы для учения детей'),
    ('PROBLEM', 2, 'Локализация детей из семей в сложной ситуации', 'Дети из семей в трудной жизненной ситуации учатся в одной школе'),
    ('PROBLEM', 3, 'Географическая изолированность', 'Удалённость от культурных учреждений, неразвитая инфраструктура'),
    ('PROBLEM', 4, 'Внутренняя миграция в «сильные» школы', 'Мотивированные обучающиеся уходят в другие школы'),
    ('PROBLEM', 5, 'Дефицит кадров', 'Нет учителей предмета или узких специалистов'),
    ('PROBLEM', 6, 'Нет системы работы с одарёнными', ''),
    ('PROBLEM', 7, 'Недостаток информационно-коммуникационных технологий', 'Оборудование и умение им пользоваться'),
    ('PROBLEM', 8, 'Уровень управления, преподавания и школьной культуры', '')
  ) AS known (family, n, name, signs)
$$;
CREATE FUNCTION support_reference_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM support_reference_of(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER support_reference_of_new AFTER INSERT ON municipality FOR EACH ROW EXECUTE FUNCTION support_reference_of_new();
SELECT support_reference_of(id) FROM municipality;
