-- What the screens of people need past row-level security, each as narrow as its purpose; and a place that fits the role.

-- A role that is not a school's must not carry a school: row-level security opens a school's answers by the school alone.
ALTER TABLE membership ADD CONSTRAINT membership_place CHECK (
  (role IN ('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) = (school_id IS NOT NULL)
  AND (role = 'REGION') = (municipality_id IS NULL) AND (role <> 'REGION' OR region_id IS NOT NULL));
ALTER TABLE invitation ADD CONSTRAINT invitation_place CHECK (
  (role IN ('SCHOOL_HEAD', 'SCHOOL_DEPUTY')) = (school_id IS NOT NULL)
  AND (role = 'REGION') = (municipality_id IS NULL) AND (role <> 'REGION' OR region_id IS NOT NULL));

-- A blocked role ends its sign-ins for good: unblocking must not revive a cookie that was left somewhere.
CREATE FUNCTION end_sessions_of_blocked() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE session SET revoked_at = now() WHERE membership_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER membership_blocked AFTER UPDATE OF blocked_at ON membership FOR EACH ROW
  WHEN (NEW.blocked_at IS NOT NULL AND OLD.blocked_at IS NULL) EXECUTE FUNCTION end_sessions_of_blocked();

-- The viewer's roles everywhere, to choose one; other municipalities' names are not his to read otherwise.
CREATE FUNCTION own_memberships()
  RETURNS TABLE (id uuid, role text, region_name text, municipality_name text, school_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id, m.role::text, r.name, mu.name, sc.short_name
  FROM membership m
  LEFT JOIN municipality mu ON mu.id = m.municipality_id
  LEFT JOIN region r ON r.id = coalesce(m.region_id, mu.region_id)
  LEFT JOIN school sc ON sc.id = m.school_id
  WHERE m.user_id = viewer_user() AND m.blocked_at IS NULL
  ORDER BY m.created_at, m.id
$$;

-- Whether the administrator's colleague also works elsewhere (then his password is his own affair), uses a second
-- factor, and when he was last here. Nothing for anybody else.
CREATE FUNCTION colleague_state(p_user uuid)
  RETURNS TABLE (works_elsewhere boolean, has_totp boolean, last_seen_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM membership o WHERE o.user_id = u.id AND o.municipality_id IS DISTINCT FROM viewer_municipality()),
    u.totp_secret IS NOT NULL,
    (SELECT max(s.last_seen_at) FROM session s JOIN membership m ON m.id = s.membership_id
     WHERE s.user_id = u.id AND m.municipality_id = viewer_municipality())
  FROM app_user u
  WHERE u.id = p_user AND viewer_is('ADMIN')
    AND EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.municipality_id = viewer_municipality())
$$;

-- For a lost telephone: removes the second factor of somebody who works in this municipality alone; true when it did.
CREATE FUNCTION colleague_totp_off(p_user uuid) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH cleared AS (
    UPDATE app_user u SET totp_secret = NULL
    WHERE u.id = p_user AND u.totp_secret IS NOT NULL AND viewer_is('ADMIN') AND u.id <> viewer_user()
      AND EXISTS (SELECT FROM colleague_state(p_user) c WHERE NOT c.works_elsewhere)
    RETURNING 1)
  SELECT EXISTS (SELECT FROM cleared)
$$;

-- The same as before; its ON CONFLICT took the name of a result column for the column of the table and failed.
CREATE OR REPLACE FUNCTION invitation_accept(p_hash text, p_user uuid, p_membership uuid, p_name text, p_password_hash text)
  RETURNS TABLE (user_id uuid, membership_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_invitation invitation;
  v_user uuid;
  v_membership uuid;
BEGIN
  UPDATE invitation i SET used_at = now()
  WHERE i.token_hash = p_hash AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
  RETURNING * INTO v_invitation;
  IF NOT FOUND THEN RETURN; END IF;

  IF v_invitation.user_id IS NOT NULL THEN
    IF EXISTS (SELECT FROM membership m WHERE m.user_id = v_invitation.user_id
               AND m.municipality_id IS DISTINCT FROM v_invitation.municipality_id) THEN
      RAISE EXCEPTION 'the person belongs to more than this municipality' USING ERRCODE = '42501';
    END IF;
    UPDATE app_user u SET password_hash = p_password_hash, password_changed_at = now() WHERE u.id = v_invitation.user_id;
    UPDATE session s SET revoked_at = now() WHERE s.user_id = v_invitation.user_id AND s.revoked_at IS NULL;
    RETURN QUERY SELECT m.user_id, m.id FROM membership m
      WHERE m.user_id = v_invitation.user_id AND m.blocked_at IS NULL ORDER BY m.created_at LIMIT 1;
    RETURN;
  END IF;

  INSERT INTO app_user (id, email, name, password_hash, password_changed_at)
  VALUES (p_user, lower(v_invitation.email), p_name, p_password_hash, now())
  ON CONFLICT (email) DO UPDATE SET
    password_hash = coalesce(app_user.password_hash, excluded.password_hash)
  RETURNING id INTO v_user;
  INSERT INTO membership (id, user_id, role, region_id, municipality_id, school_id)
  VALUES (p_membership, v_user, v_invitation.role, v_invitation.region_id, v_invitation.municipality_id, v_invitation.school_id)
  ON CONFLICT (user_id, role, region_id, municipality_id, school_id) DO UPDATE SET blocked_at = NULL
  RETURNING id INTO v_membership;
  RETURN QUERY SELECT v_user, v_membership;
END $$;

-- The check of the chain, for the administrator and his own chain only.
CREATE FUNCTION own_journal_faults() RETURNS TABLE (seq bigint, fault text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.seq, f.fault FROM journal_faults(viewer_municipality()) f WHERE viewer_is('ADMIN')
$$;

-- The viewer's own sign-ins end: all but one that is kept, or all.
CREATE FUNCTION own_sessions_end(p_keep uuid) RETURNS int
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (
    UPDATE session SET revoked_at = now()
    WHERE user_id = viewer_user() AND revoked_at IS NULL AND id IS DISTINCT FROM p_keep RETURNING 1)
  SELECT count(*)::int FROM ended
$$;

-- The journal page: newest first, by action, by person.
CREATE INDEX journal_entry_action ON journal_entry (chain, action, seq);
CREATE INDEX journal_entry_actor ON journal_entry (chain, actor_id, seq);

DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['end_sessions_of_blocked()', 'own_memberships()', 'colleague_state(uuid)',
    'colleague_totp_off(uuid)', 'own_journal_faults()', 'own_sessions_end(uuid)']::regprocedure[] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app', f);
  END LOOP;
END $$;
