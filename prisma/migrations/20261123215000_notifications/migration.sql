-- What people are told («уведомления»), in the portal and by letter. Rows are written in the transaction of the change
-- that they tell of; a letter is claimed, sent and marked.
CREATE TYPE "letter_choice" AS ENUM ('NOW', 'DAILY', 'NEVER');

CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL CHECK (length(trim(title)) > 0),
    "text" TEXT NOT NULL DEFAULT '',
    "due" DATE,
    "link" TEXT NOT NULL CHECK (link LIKE '/%'),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "leaves_at" TIMESTAMPTZ(3),
    "letter_id" UUID,
    "claimed_until" TIMESTAMPTZ(3),
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "fault" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "notification_choice" (
    "municipality_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "letters" "letter_choice" NOT NULL,

    CONSTRAINT "notification_choice_pkey" PRIMARY KEY ("membership_id", "kind")
);
ALTER TABLE "notification" ADD CONSTRAINT "notification_municipality_id_fkey"
  FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notification" ADD CONSTRAINT "notification_membership_id_fkey"
  FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notification_choice" ADD CONSTRAINT "notification_choice_municipality_id_fkey"
  FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notification_choice" ADD CONSTRAINT "notification_choice_membership_id_fkey"
  FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "notification_membership_id_key_key" ON "notification"("membership_id", "key");
CREATE INDEX "notification_membership_id_created_at_idx" ON "notification"("membership_id", "created_at");
CREATE INDEX "notification_municipality_id_created_at_idx" ON "notification"("municipality_id", "created_at");
-- What waits to be sent; everything else is out of it.
CREATE INDEX notification_waiting ON notification (leaves_at) WHERE leaves_at IS NOT NULL AND sent_at IS NULL AND failed_at IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['notification', 'notification_choice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_app', t);
  END LOOP;
END $$;
GRANT UPDATE (read_at) ON notification TO portal_app;
GRANT INSERT, UPDATE ON notification_choice TO portal_app;

-- A person reads his own; the centre and the administrator see what was sent to the people of the municipality.
CREATE POLICY viewer_read ON notification FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (membership_id = (SELECT viewer_membership()) OR (SELECT viewer_is('CENTRE', 'ADMIN'))));
CREATE POLICY own_mark ON notification FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND membership_id = (SELECT viewer_membership()))
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND membership_id = (SELECT viewer_membership()));
CREATE POLICY own_choice ON notification_choice FOR ALL TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND membership_id = (SELECT viewer_membership()))
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND membership_id = (SELECT viewer_membership()));

-- Tells the people of the viewer's municipality that have one of the roles; of schools, those of the schools named, and the
-- curators of these schools. Nobody is told of his own doing, nobody twice of the same key. A letter leaves by the person's
-- choice: at once, with the day's, or not at all; no moment given: no letters are sent from this portal.
CREATE FUNCTION tell(p_roles text[], p_schools uuid[], p_kind text, p_key text, p_title text, p_text text, p_due date,
                     p_link text, p_now timestamptz, p_daily timestamptz) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_told int;
BEGIN
  INSERT INTO notification (id, municipality_id, membership_id, person_name, kind, key, title, text, due, link, leaves_at)
  SELECT gen_random_uuid(), m.municipality_id, m.id, u.name, p_kind, p_key, p_title, p_text, p_due, p_link,
    CASE coalesce(c.letters, 'NOW') WHEN 'NOW' THEN p_now WHEN 'DAILY' THEN p_daily END
  FROM membership m
  JOIN app_user u ON u.id = m.user_id
  LEFT JOIN notification_choice c ON c.membership_id = m.id AND c.kind = p_kind
  WHERE m.municipality_id = viewer_municipality() AND m.blocked_at IS NULL AND m.role::text = ANY (p_roles)
    AND m.id IS DISTINCT FROM viewer_membership()
    AND (p_schools IS NULL OR m.school_id = ANY (p_schools)
         OR (m.role = 'CURATOR' AND EXISTS (
               SELECT FROM assignment a WHERE a.membership_id = m.id AND a.school_id = ANY (p_schools))))
  ON CONFLICT (membership_id, key) DO NOTHING;
  GET DIAGNOSTICS v_told = ROW_COUNT;
  RETURN v_told;
END $$;

-- Takes letters whose moment has come, of so many people where offices are open now, for ten minutes: whoever dies in between
-- leaves them to the next one, under the same letter. Everything that waits for one person becomes one letter.
CREATE FUNCTION letters_claim(p_people int, p_zones text[])
  RETURNS TABLE (letter_id uuid, email text, person_name text, centre_name text, title text, text text, due date, link text,
                 attempts int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE notification n SET leaves_at = NULL FROM membership m
  WHERE m.id = n.membership_id AND m.blocked_at IS NOT NULL
    AND n.leaves_at IS NOT NULL AND n.sent_at IS NULL AND n.failed_at IS NULL;
  RETURN QUERY
  WITH people AS (
    SELECT n.membership_id FROM notification n JOIN municipality mu ON mu.id = n.municipality_id
    WHERE n.leaves_at <= now() AND n.sent_at IS NULL AND n.failed_at IS NULL AND mu.time_zone = ANY (p_zones)
      AND (n.claimed_until IS NULL OR n.claimed_until < now())
    GROUP BY n.membership_id ORDER BY min(n.leaves_at) LIMIT p_people
  ), due AS (
    SELECT n.id, n.membership_id FROM notification n
    WHERE n.membership_id IN (SELECT p.membership_id FROM people p)
      AND n.leaves_at <= now() AND n.sent_at IS NULL AND n.failed_at IS NULL
      AND (n.claimed_until IS NULL OR n.claimed_until < now())
    ORDER BY n.leaves_at FOR UPDATE SKIP LOCKED
  ), fresh AS (
    SELECT d.membership_id, gen_random_uuid() AS letter FROM (SELECT DISTINCT due.membership_id FROM due) d
  ), claimed AS (
    UPDATE notification n SET letter_id = coalesce(n.letter_id, f.letter), claimed_until = now() + interval '10 minutes',
      attempts = n.attempts + 1
    FROM due JOIN fresh f ON f.membership_id = due.membership_id
    WHERE n.id = due.id RETURNING n.*
  )
  SELECT c.letter_id, u.email, u.name, mu.centre_name, c.title, c.text, c.due, c.link, c.attempts::int
  FROM claimed c JOIN membership m ON m.id = c.membership_id JOIN app_user u ON u.id = m.user_id
  JOIN municipality mu ON mu.id = c.municipality_id
  ORDER BY c.letter_id, c.created_at;
END $$;

-- What became of a letter: sent, to be tried again at a moment, or given up.
CREATE FUNCTION letter_done(p_letter uuid, p_fault text, p_again timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE notification SET
    sent_at = CASE WHEN p_fault IS NULL THEN now() END,
    failed_at = CASE WHEN p_fault IS NOT NULL AND p_again IS NULL THEN now() END,
    fault = coalesce(p_fault, ''), claimed_until = NULL,
    leaves_at = coalesce(p_again, leaves_at)
  WHERE letter_id = p_letter AND sent_at IS NULL
$$;

-- A letter that was given up is tried once more with everything in it, by the centre or the administrator.
CREATE FUNCTION letter_retry(p_notification uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT viewer_is('CENTRE', 'ADMIN') THEN
    RAISE EXCEPTION 'only the centre or the administrator tries a letter again' USING ERRCODE = '42501';
  END IF;
  UPDATE notification SET failed_at = NULL, fault = '', attempts = 0, leaves_at = now()
  WHERE letter_id = (SELECT n.letter_id FROM notification n
                     WHERE n.id = p_notification AND n.municipality_id = viewer_municipality() AND n.failed_at IS NOT NULL)
    AND failed_at IS NOT NULL;
  RETURN FOUND;
END $$;

-- The municipalities that a job goes through, one scope after another.
CREATE FUNCTION job_places() RETURNS TABLE (municipality_id uuid, time_zone text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, time_zone FROM municipality ORDER BY id
$$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['tell(text[], uuid[], text, text, text, text, date, text, timestamptz, timestamptz)',
      'letters_claim(int, text[])', 'letter_done(uuid, text, timestamptz)', 'letter_retry(uuid)', 'job_places()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app', f);
  END LOOP;
END $$;
