-- Visits to schools and interviews with what was agreed, and requests of schools for a consultation with the way to an answer.
CREATE TYPE "visit_term_sort" AS ENUM ('VISIT', 'CONSULTATION');
CREATE TYPE "consultation_state" AS ENUM ('ASKED', 'TAKEN', 'ANSWERED', 'WITHDRAWN');
CREATE TYPE "consultation_kind" AS ENUM ('METHODICAL', 'MANAGERIAL', 'PSYCHOLOGICAL', 'LEGAL', 'TECHNICAL');
CREATE TYPE "consultation_level" AS ENUM ('HEADS', 'TEACHERS', 'TEAM');

CREATE TABLE "visit_term" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "sort" "visit_term_sort" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "is_retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "visit_term_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "visit_rubric" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "lines" TEXT[],
    "is_retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "visit_rubric_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "object" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "participants" TEXT NOT NULL DEFAULT '',
    "rubric_name" TEXT NOT NULL DEFAULT '',
    "rubric" JSONB NOT NULL DEFAULT '[]',
    "protocol" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "visit_action" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "due" DATE NOT NULL,
    "responsible" TEXT NOT NULL DEFAULT '',
    "done_on" DATE,
    "done_note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_action_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "visit_file" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "visit_file_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "visit_file_is_one" CHECK ((url IS NULL) <> (file_id IS NULL))
);
CREATE TABLE "consultation" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "term_id" UUID NOT NULL,
    "kind" "consultation_kind" NOT NULL,
    "level" "consultation_level" NOT NULL,
    "text" TEXT NOT NULL,
    "state" "consultation_state" NOT NULL DEFAULT 'ASKED',
    "asked_on" DATE NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "taken_on" DATE,
    "taken_by_id" UUID,
    "answered_on" DATE,
    "answer" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "consultation_taken_by_somebody" CHECK (state <> 'TAKEN' OR (taken_on IS NOT NULL AND taken_by_id IS NOT NULL)),
    CONSTRAINT "consultation_answered_in_words" CHECK ((state = 'ANSWERED') = (answered_on IS NOT NULL) AND (state <> 'ANSWERED' OR answer <> ''))
);

CREATE UNIQUE INDEX "visit_term_municipality_id_id_key" ON "visit_term"("municipality_id", "id");
CREATE UNIQUE INDEX "visit_term_municipality_id_sort_name_key" ON "visit_term"("municipality_id", "sort", "name");
CREATE UNIQUE INDEX "visit_rubric_municipality_id_id_key" ON "visit_rubric"("municipality_id", "id");
CREATE UNIQUE INDEX "visit_rubric_municipality_id_name_key" ON "visit_rubric"("municipality_id", "name");

CREATE INDEX "visit_municipality_id_on_idx" ON "visit"("municipality_id", "on");
CREATE INDEX "visit_municipality_id_school_id_on_idx" ON "visit"("municipality_id", "school_id", "on");

CREATE UNIQUE INDEX "visit_municipality_id_id_key" ON "visit"("municipality_id", "id");

CREATE INDEX "visit_action_visit_id_idx" ON "visit_action"("visit_id");
CREATE INDEX "visit_file_visit_id_idx" ON "visit_file"("visit_id");
CREATE INDEX "visit_file_file_id_idx" ON "visit_file"("file_id");
CREATE INDEX "consultation_municipality_id_state_asked_on_idx" ON "consultation"("municipality_id", "state", "asked_on");

CREATE UNIQUE INDEX "consultation_municipality_id_id_key" ON "consultation"("municipality_id", "id");

ALTER TABLE "visit_term" ADD CONSTRAINT "visit_term_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "visit_rubric" ADD CONSTRAINT "visit_rubric_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "visit" ADD CONSTRAINT "visit_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "visit" ADD CONSTRAINT "visit_municipality_id_term_id_fkey" FOREIGN KEY ("municipality_id", "term_id") REFERENCES "visit_term"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "visit_action" ADD CONSTRAINT "visit_action_municipality_id_visit_id_fkey" FOREIGN KEY ("municipality_id", "visit_id") REFERENCES "visit"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "visit_file" ADD CONSTRAINT "visit_file_municipality_id_visit_id_fkey" FOREIGN KEY ("municipality_id", "visit_id") REFERENCES "visit"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "visit_file" ADD CONSTRAINT "visit_file_municipality_id_file_id_fkey" FOREIGN KEY ("municipality_id", "file_id") REFERENCES "stored_file"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_municipality_id_term_id_fkey" FOREIGN KEY ("municipality_id", "term_id") REFERENCES "visit_term"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the policies cannot say by row: a protocol that the school has read stays as it was.
CREATE FUNCTION visit_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.municipality_id, NEW.school_id, NEW.author_id) IS DISTINCT FROM (OLD.id, OLD.municipality_id, OLD.school_id, OLD.author_id) THEN
    RAISE EXCEPTION 'a visit stays with its school and its author' USING ERRCODE = '42501';
  END IF;
  IF OLD.published_at IS NOT NULL AND viewer_role() IS NOT NULL THEN
    RAISE EXCEPTION 'a published visit keeps its words' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visit_guard BEFORE UPDATE ON visit FOR EACH ROW EXECUTE FUNCTION visit_guard();
-- The moves of lib/visits/consultation.ts, each by its own side; the question stays as it was asked.
CREATE FUNCTION consultation_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  v_moving text[] := ARRAY['state', 'version', 'taken_on', 'taken_by_id', 'answered_on', 'answer'];
  v_move text := OLD.state || '>' || NEW.state;
BEGIN
  IF (to_jsonb(NEW) - v_moving) <> (to_jsonb(OLD) - v_moving) THEN
    RAISE EXCEPTION 'a question stays as it was asked' USING ERRCODE = '42501';
  END IF;
  IF viewer_role() IS NOT NULL AND NOT (
      (viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND v_move IN ('ASKED>WITHDRAWN', 'TAKEN>WITHDRAWN') AND NEW.answer = OLD.answer)
      OR (viewer_is('CENTRE', 'CURATOR') AND v_move IN ('ASKED>TAKEN', 'ASKED>ANSWERED', 'TAKEN>ANSWERED', 'TAKEN>ASKED'))) THEN
    RAISE EXCEPTION 'a request does not go from % to %', OLD.state, NEW.state USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consultation_guard BEFORE UPDATE ON consultation FOR EACH ROW EXECUTE FUNCTION consultation_guard();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['visit_term', 'visit_rubric', 'visit', 'visit_action', 'visit_file', 'consultation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup, portal_app', t);
    EXECUTE format('GRANT INSERT ON %I TO portal_app', t);
  END LOOP;
END $$;
GRANT UPDATE (name, is_retired) ON visit_term TO portal_app;
GRANT UPDATE (name, lines, is_retired) ON visit_rubric TO portal_app;
GRANT UPDATE, DELETE ON visit TO portal_app;
GRANT UPDATE (done_on, done_note) ON visit_action TO portal_app;
GRANT DELETE ON visit_action TO portal_app;
GRANT UPDATE (removed_at) ON visit_file TO portal_app;
GRANT UPDATE ON consultation TO portal_app;

-- Dictionaries: read by who chooses from them, changed by the centre.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['visit_term', 'visit_rubric'] LOOP
    EXECUTE format($p$CREATE POLICY viewer_read ON %I FOR SELECT TO portal_app USING (
      municipality_id = (SELECT viewer_municipality())
      AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'CURATOR', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY')))$p$, t);
    EXECUTE format($p$CREATE POLICY centre_add ON %I FOR INSERT TO portal_app
      WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')))$p$, t);
    EXECUTE format($p$CREATE POLICY centre_change ON %I FOR UPDATE TO portal_app
      USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')))$p$, t);
  END LOOP;
END $$;

-- What is not published is the centre's and the curator's of the school; then the school and the department read it.
CREATE POLICY viewer_read ON visit FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('CURATOR'))
        AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))
    OR (published_at IS NOT NULL AND ((SELECT viewer_is('OFFICIAL'))
        OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))))));
CREATE POLICY author_add ON visit FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user()) AND published_at IS NULL
  AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('CURATOR'))
        AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
CREATE POLICY author_change ON visit FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user()) AND (SELECT viewer_is('CENTRE', 'CURATOR')));
CREATE POLICY author_remove ON visit FOR DELETE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND author_id = (SELECT viewer_user()) AND published_at IS NULL
  AND (SELECT viewer_is('CENTRE', 'CURATOR')));
-- Everything of a visit is read by whoever reads it.
CREATE POLICY viewer_read ON visit_action FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM visit v WHERE v.id = visit_id));
CREATE POLICY author_add ON visit_action FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality())
  AND EXISTS (SELECT FROM visit v WHERE v.id = visit_id AND v.author_id = (SELECT viewer_user()) AND v.published_at IS NULL));
CREATE POLICY staff_change ON visit_action FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'CURATOR'))
  AND EXISTS (SELECT FROM visit v WHERE v.id = visit_id));
CREATE POLICY author_remove ON visit_action FOR DELETE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND EXISTS (SELECT FROM visit v WHERE v.id = visit_id AND v.author_id = (SELECT viewer_user()) AND v.published_at IS NULL));
CREATE POLICY viewer_read ON visit_file FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM visit v WHERE v.id = visit_id));
CREATE POLICY author_add ON visit_file FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND added_by_id = (SELECT viewer_user())
  AND EXISTS (SELECT FROM visit v WHERE v.id = visit_id AND v.author_id = (SELECT viewer_user())));
CREATE POLICY author_change ON visit_file FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND EXISTS (SELECT FROM visit v WHERE v.id = visit_id AND v.author_id = (SELECT viewer_user())));
CREATE POLICY visit_file_read ON stored_file FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND EXISTS (SELECT FROM visit_file v WHERE v.file_id = stored_file.id AND v.removed_at IS NULL));
CREATE POLICY curator_add ON stored_file FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CURATOR')) AND school_id IS NULL
  AND created_by_id = (SELECT viewer_user()));

CREATE POLICY viewer_read ON consultation FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))
    OR ((SELECT viewer_is('CURATOR'))
        AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
CREATE POLICY asker_add ON consultation FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND asked_by_id = (SELECT viewer_user())
  AND (((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()) AND state = 'ASKED')
    OR ((SELECT viewer_is('CENTRE')) AND state = 'ANSWERED')
    OR ((SELECT viewer_is('CURATOR')) AND state = 'ANSWERED'
        AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
CREATE POLICY both_change ON consultation FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()))
    OR ((SELECT viewer_is('CURATOR'))
        AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
-- A school learns how many requests stand before its own, not whose they are.
CREATE FUNCTION consultations_ahead(p_ids uuid[]) RETURNS TABLE (id uuid, ahead int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, (SELECT count(*)::int FROM consultation o
                WHERE o.municipality_id = c.municipality_id AND o.state IN ('ASKED', 'TAKEN') AND (o.asked_on, o.id) < (c.asked_on, c.id))
  FROM consultation c
  WHERE c.id = ANY (p_ids) AND c.municipality_id = viewer_municipality() AND c.state IN ('ASKED', 'TAKEN')
    AND (viewer_is('CENTRE', 'OFFICIAL', 'CURATOR') OR c.school_id = viewer_school())
$$;
REVOKE ALL ON FUNCTION consultations_ahead(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION consultations_ahead(uuid[]) TO portal_app;

-- Kinds, themes and checklists to begin with, for every municipality that is or will be (C1.29, C1.25, C4.9, C0.12).
CREATE FUNCTION visit_dictionaries_of(p_municipality uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO visit_term (id, municipality_id, sort, position, name)
  SELECT gen_random_uuid(), p_municipality, 'VISIT', n, name
  FROM unnest(ARRAY['Выездная проверка', 'Собеседование с руководителем', 'Посещение уроков', 'Консультационный визит',
                    'Круглый стол в школе']) WITH ORDINALITY AS term (name, n);
  INSERT INTO visit_term (id, municipality_id, sort, position, name)
  SELECT gen_random_uuid(), p_municipality, 'CONSULTATION', n, name
  FROM unnest(ARRAY['Анализ результатов и диагностическая карта', 'Программа перехода и дорожная карта', 'Подготовка к ОГЭ и ЕГЭ',
                    'Объективность оценивания', 'Работа с учебной мотивацией', 'Психолого-педагогическое сопровождение',
                    'Документы и отчётность']) WITH ORDINALITY AS term (name, n);
  INSERT INTO visit_rubric (id, municipality_id, name, lines) VALUES
    (gen_random_uuid(), p_municipality, 'Реализация плана школы', ARRAY[
      'План утверждён и известен педагогам', 'Мероприятия выполняются в срок', 'Есть подтверждающие документы',
      'Ответственные знают свои задачи', 'Результаты обсуждаются с коллективом', 'План уточняется по итогам']),
    (gen_random_uuid(), p_municipality, 'Посещение урока', ARRAY[
      'Цель урока понятна обучающимся', 'Задания разного уровня сложности', 'Есть обратная связь по ходу урока',
      'Обучающиеся работают самостоятельно', 'Оценивание по известным критериям', 'Итог урока подведён вместе с классом']),
    (gen_random_uuid(), p_municipality, 'Собеседование с руководителем', ARRAY[
      'Причины низких результатов названы', 'Приоритеты выбраны', 'Ресурсы и нехватки названы',
      'Известно, какая помощь нужна', 'Назначены ответственные и сроки'])
$$;
CREATE FUNCTION visit_dictionaries_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM visit_dictionaries_of(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER visit_dictionaries_of_new AFTER INSERT ON municipality FOR EACH ROW EXECUTE FUNCTION visit_dictionaries_of_new();
SELECT visit_dictionaries_of(id) FROM municipality;
