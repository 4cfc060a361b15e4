-- Events of the centre («мероприятия»): what is planned, for which schools, who comes, what came of it; and the calendars
-- that follow them.
CREATE TYPE "event_status" AS ENUM ('PLANNED', 'HELD', 'CANCELLED');
CREATE TYPE "event_direction" AS ENUM ('LEGAL', 'PROJECT', 'NETWORK', 'COMPETENCE');
CREATE TYPE "event_material_kind" AS ENUM ('PROTOCOL', 'MATERIAL', 'PHOTO');

CREATE TABLE "event_form" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL CHECK (length(trim(name)) > 0),
    "norm_min" SMALLINT,
    "norm_max" SMALLINT,
    "is_retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "event_form_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "event_form_norm" CHECK ((norm_min IS NULL) = (norm_max IS NULL) AND norm_min BETWEEN 1 AND norm_max)
);
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "title" TEXT COLLATE "russian" NOT NULL CHECK (length(trim(title)) > 0),
    "direction" "event_direction",
    "audience" TEXT NOT NULL DEFAULT '',
    "base_school_id" UUID,
    "base_name" TEXT NOT NULL DEFAULT '',
    "starts" TIMESTAMP(0),
    "ends" TIMESTAMP(0),
    "all_day" BOOLEAN NOT NULL DEFAULT false,
    "term" TEXT NOT NULL DEFAULT '',
    "year" SMALLINT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "speakers" TEXT NOT NULL DEFAULT '',
    "capacity" SMALLINT CHECK (capacity > 0),
    "is_open" BOOLEAN NOT NULL DEFAULT false,
    "is_published" BOOLEAN NOT NULL DEFAULT false,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "status" "event_status" NOT NULL DEFAULT 'PLANNED',
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "series_id" UUID,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "search_text" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id"),
    -- Either dates or a term in words.
    CONSTRAINT "event_time" CHECK ((starts IS NULL) = (ends IS NULL) AND (starts IS NULL) = (term <> '') AND ends >= starts),
    CONSTRAINT "event_cancelled_with_reason" CHECK ((status = 'CANCELLED') = (cancel_reason <> ''))
);
CREATE TABLE "event_target" (
    "municipality_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,

    CONSTRAINT "event_target_pkey" PRIMARY KEY ("event_id", "school_id")
);
CREATE TABLE "event_registration" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "participants" SMALLINT NOT NULL CHECK (participants > 0),
    "positions" TEXT NOT NULL DEFAULT '',
    "attended" SMALLINT CHECK (attended >= 0),
    "withdrawn_at" TIMESTAMPTZ(3),
    "registered_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_registration_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "event_material" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" "event_material_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_material_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "event_material_is_one" CHECK ((url IS NULL) <> (file_id IS NULL))
);
CREATE TABLE "calendar_feed" (
    "membership_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_read_at" TIMESTAMPTZ(3),
    "window_start" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reads" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("membership_id")
);

CREATE UNIQUE INDEX "event_form_municipality_id_id_key" ON "event_form"("municipality_id", "id");
CREATE UNIQUE INDEX "event_form_municipality_id_name_key" ON "event_form"("municipality_id", "name");
CREATE UNIQUE INDEX "event_municipality_id_id_key" ON "event"("municipality_id", "id");
CREATE INDEX "event_municipality_id_year_starts_idx" ON "event"("municipality_id", "year", "starts");
CREATE INDEX "event_municipality_id_base_school_id_idx" ON "event"("municipality_id", "base_school_id");
CREATE INDEX "event_target_municipality_id_school_id_idx" ON "event_target"("municipality_id", "school_id");
CREATE UNIQUE INDEX "event_registration_event_id_school_id_key" ON "event_registration"("event_id", "school_id");
CREATE INDEX "event_registration_municipality_id_school_id_idx" ON "event_registration"("municipality_id", "school_id");
CREATE INDEX "event_material_event_id_idx" ON "event_material"("event_id");
CREATE INDEX "event_material_file_id_idx" ON "event_material"("file_id");
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

ALTER TABLE "event_form" ADD CONSTRAINT "event_form_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event" ADD CONSTRAINT "event_municipality_id_form_id_fkey" FOREIGN KEY ("municipality_id", "form_id") REFERENCES "event_form"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event" ADD CONSTRAINT "event_municipality_id_base_school_id_fkey" FOREIGN KEY ("municipality_id", "base_school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event_target" ADD CONSTRAINT "event_target_municipality_id_event_id_fkey" FOREIGN KEY ("municipality_id", "event_id") REFERENCES "event"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "event_target" ADD CONSTRAINT "event_target_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event_registration" ADD CONSTRAINT "event_registration_municipality_id_event_id_fkey" FOREIGN KEY ("municipality_id", "event_id") REFERENCES "event"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "event_registration" ADD CONSTRAINT "event_registration_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event_material" ADD CONSTRAINT "event_material_municipality_id_event_id_fkey" FOREIGN KEY ("municipality_id", "event_id") REFERENCES "event"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "event_material" ADD CONSTRAINT "event_material_municipality_id_file_id_fkey" FOREIGN KEY ("municipality_id", "file_id") REFERENCES "stored_file"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['event_form', 'event', 'event_target', 'event_registration', 'event_material', 'calendar_feed'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON event_form, event_registration, event_material TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON event TO portal_app;
GRANT SELECT, INSERT, DELETE ON event_target TO portal_app;
-- The hash of a calendar's token is read by calendar_viewer() alone.
GRANT SELECT (membership_id, municipality_id, created_at, last_read_at), INSERT, DELETE ON calendar_feed TO portal_app;

-- The dictionary is no secret of a municipality; the centre keeps it.
CREATE POLICY viewer_read ON event_form FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'CURATOR', 'SCHOOL_HEAD', 'SCHOOL_DEPUTY')));
CREATE POLICY centre_add ON event_form FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_change ON event_form FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- A school sees its own row of the schools an event is meant for, a curator those of his schools.
CREATE POLICY viewer_read ON event_target FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())
       OR ((SELECT viewer_is('CURATOR'))
           AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
CREATE POLICY centre_add ON event_target FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_remove ON event_target FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- The rows of event_target that this condition finds are the viewer's own by the policy above.
CREATE POLICY viewer_read ON event FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
    OR (is_published
      AND ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CURATOR'))
        AND (is_open OR base_school_id = (SELECT viewer_school())
          OR EXISTS (SELECT FROM event_target t WHERE t.event_id = event.id)
          OR ((SELECT viewer_is('CURATOR')) AND base_school_id IN (
                SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership()))))))));
CREATE POLICY centre_add ON event FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_change ON event FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_remove ON event FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND NOT is_published);

-- A school writes its own registration of an event that it sees and that is still to come; how many came the centre says.
CREATE POLICY viewer_read ON event_registration FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())
       OR ((SELECT viewer_is('CURATOR'))
           AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
CREATE POLICY registrar_add ON event_registration FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND registered_by_id = (SELECT viewer_user())
  AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school()) AND attended IS NULL
        AND EXISTS (SELECT FROM event e WHERE e.id = event_id AND e.status = 'PLANNED'))));
CREATE POLICY registrar_change ON event_registration FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE'))
    OR ((SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) AND school_id = (SELECT viewer_school())
        AND EXISTS (SELECT FROM event e WHERE e.id = event_id AND e.status = 'PLANNED'))));
CREATE FUNCTION event_registration_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.event_id, NEW.school_id) IS DISTINCT FROM (OLD.event_id, OLD.school_id) THEN
    RAISE EXCEPTION 'a registration stays with its event and its school' USING ERRCODE = '42501';
  END IF;
  IF viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND NEW.attended IS DISTINCT FROM OLD.attended THEN
    RAISE EXCEPTION 'the centre says how many came' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_registration_guard BEFORE UPDATE ON event_registration
  FOR EACH ROW EXECUTE FUNCTION event_registration_guard();

-- Materials are read by whoever reads the event; the files behind them too.
CREATE POLICY viewer_read ON event_material FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM event e WHERE e.id = event_id));
CREATE POLICY centre_add ON event_material FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND added_by_id = (SELECT viewer_user()));
CREATE POLICY centre_change ON event_material FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY event_file_read ON stored_file FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((school_id IS NULL AND (SELECT viewer_is('CENTRE')))
       OR EXISTS (SELECT FROM event_material m WHERE m.file_id = stored_file.id AND m.removed_at IS NULL)));

-- A calendar is its owner's.
CREATE POLICY self_all ON calendar_feed TO portal_app
  USING (membership_id = (SELECT viewer_membership()))
  WITH CHECK (membership_id = (SELECT viewer_membership()) AND municipality_id = (SELECT viewer_municipality()));

-- Whoever registers, withdraws or changes places holds the event's row first. A school may not change the row, and
-- FOR UPDATE asks for that right; so the lock is taken here.
CREATE FUNCTION event_lock(p_event uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT FROM event WHERE id = p_event AND municipality_id = viewer_municipality() FOR UPDATE
$$;
-- The queue of events without the names of schools: a school learns whether there are places, not who has them.
CREATE FUNCTION event_queue(p_events uuid[])
  RETURNS TABLE (event_id uuid, turn int, participants int, is_own boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.event_id, r.turn, r.participants::int, coalesce(r.school_id = viewer_school(), false)
  FROM event_registration r JOIN event e ON e.id = r.event_id
  WHERE r.event_id = ANY (p_events) AND r.municipality_id = viewer_municipality() AND r.withdrawn_at IS NULL
    AND (viewer_is('CENTRE', 'OFFICIAL')
         OR (e.is_published AND viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CURATOR')
             AND (e.is_open OR e.base_school_id = viewer_school() OR viewer_is('CURATOR')
                  OR EXISTS (SELECT FROM event_target t WHERE t.event_id = e.id AND t.school_id = viewer_school()))))
$$;
-- The person behind a calendar's address, in the role it was made for, as session_viewer() gives him; counts the reading.
CREATE FUNCTION calendar_viewer(p_hash text, p_limit int, p_window interval)
  RETURNS TABLE (user_id uuid, name text, email text, role text, membership_id uuid, region_id uuid, municipality_id uuid,
                 school_id uuid, municipality_name text, centre_name text, office_name text, region_name text,
                 school_name text, time_zone text, public_label text, is_within boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_membership uuid;
  v_within boolean;
BEGIN
  UPDATE calendar_feed f SET
    last_read_at = now(),
    window_start = CASE WHEN f.window_start < now() - p_window THEN now() ELSE f.window_start END,
    reads = CASE WHEN f.window_start < now() - p_window THEN 1 ELSE f.reads + 1 END
  WHERE f.token_hash = p_hash RETURNING f.membership_id, f.reads <= p_limit INTO v_membership, v_within;
  RETURN QUERY
  SELECT u.id, u.name, u.email, m.role::text, m.id, coalesce(m.region_id, mu.region_id), m.municipality_id, m.school_id,
    mu.name, mu.centre_name, mu.office_name, r.name, sc.short_name, mu.time_zone, mu.public_label, v_within
  FROM membership m
  JOIN app_user u ON u.id = m.user_id
  JOIN municipality mu ON mu.id = m.municipality_id
  JOIN region r ON r.id = mu.region_id
  LEFT JOIN school sc ON sc.id = m.school_id
  WHERE m.id = v_membership AND m.blocked_at IS NULL;
END $$;
-- What anybody may read of events that the centre has put on the open page: neither audience nor schools.
CREATE FUNCTION public_events()
  RETURNS TABLE (id uuid, form_name text, title text, starts timestamp, ends timestamp, all_day boolean, term text, year int,
                 place text, base_name text, status text, municipality_name text, centre_name text, time_zone text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.id, f.name, e.title, e.starts, e.ends, e.all_day, e.term, e.year::int, e.place, e.base_name, e.status::text,
    m.name, m.centre_name, m.time_zone
  FROM event e JOIN event_form f ON f.id = e.form_id JOIN municipality m ON m.id = e.municipality_id
  WHERE e.is_published AND e.is_public AND e.status <> 'HELD'
    AND coalesce(e.ends + interval '1 day' > now() AT TIME ZONE m.time_zone,
      e.year = extract(year FROM (now() AT TIME ZONE m.time_zone) - interval '8 months'))
  ORDER BY m.name, e.starts NULLS LAST, e.id LIMIT 300
$$;
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['event_lock(uuid)', 'event_queue(uuid[])', 'calendar_viewer(text, int, interval)', 'public_events()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app', f);
  END LOOP;
END $$;

-- The forms of the seeds, with the norm of S5 (three or four seminars a year), for every municipality that is or will be.
CREATE FUNCTION event_forms_of(p_municipality uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO event_form (id, municipality_id, position, name, norm_min, norm_max)
  SELECT gen_random_uuid(), p_municipality, n, name, CASE WHEN name = 'Семинар' THEN 3 END, CASE WHEN name = 'Семинар' THEN 4 END
  FROM unnest(ARRAY['Диалоговая площадка', 'Круглый стол', 'Семинар', 'Мастер-класс', 'Конференция', 'Онлайн-конференция',
                    'Конкурс', 'Педсовет', 'Тренинг', 'Курсы']) WITH ORDINALITY AS form (name, n)
$$;
CREATE FUNCTION event_forms_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM event_forms_of(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER event_forms_of_new AFTER INSERT ON municipality FOR EACH ROW EXECUTE FUNCTION event_forms_of_new();
SELECT event_forms_of(id) FROM municipality;
