-- Before anybody is signed in there is no viewer and so no row. These are the only ways through, each as narrow as its
-- purpose. They run as the owner of the tables.

-- Counts an attempt before it is made, so that parallel guesses cannot slip past; true while within the limit.
CREATE FUNCTION sign_in_attempt(p_key text, p_limit int, p_window interval) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sign_in_counter AS c (key, window_start, failures) VALUES (p_key, now(), 1)
  ON CONFLICT (key) DO UPDATE SET
    window_start = CASE WHEN c.window_start < now() - p_window THEN now() ELSE c.window_start END,
    failures = CASE WHEN c.window_start < now() - p_window THEN 1 ELSE c.failures + 1 END
  RETURNING failures <= p_limit
$$;
CREATE FUNCTION sign_in_cleared(p_key text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$ DELETE FROM sign_in_counter WHERE key = p_key $$;

-- What sign-in needs to check a password and a second factor.
CREATE FUNCTION account_by_email(p_email text)
  RETURNS TABLE (user_id uuid, password_hash text, totp_secret text, membership_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.password_hash, u.totp_secret,
    (SELECT m.id FROM membership m WHERE m.user_id = u.id AND m.blocked_at IS NULL ORDER BY m.created_at, m.id LIMIT 1)
  FROM app_user u WHERE u.email = lower(p_email)
$$;

CREATE FUNCTION session_open(p_id uuid, p_user uuid, p_membership uuid, p_agent text) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH opened AS (
    INSERT INTO session (id, user_id, membership_id, user_agent)
    SELECT p_id, m.user_id, m.id, left(p_agent, 300) FROM membership m
    WHERE m.id = p_membership AND m.user_id = p_user AND m.blocked_at IS NULL RETURNING 1)
  SELECT EXISTS (SELECT FROM opened)
$$;

-- The viewer of a living session: not revoked, not older than 12 h, not idle for 60 min, its membership not blocked.
-- p_touch is false for background polls, which must not keep an abandoned screen signed in.
CREATE FUNCTION session_viewer(p_id uuid, p_touch boolean)
  RETURNS TABLE (user_id uuid, name text, email text, role text, membership_id uuid, region_id uuid, municipality_id uuid,
                 school_id uuid, municipality_name text, centre_name text, office_name text, region_name text,
                 school_name text, time_zone text, public_label text, memberships int, has_totp boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_seen timestamptz;
BEGIN
  RETURN QUERY
  SELECT u.id, u.name, u.email, m.role::text, m.id, coalesce(m.region_id, mu.region_id), m.municipality_id, m.school_id,
    mu.name, mu.centre_name, mu.office_name, r.name, sc.short_name, coalesce(mu.time_zone, 'Europe/Moscow'),
    coalesce(mu.public_label, 'ШНРО'),
    (SELECT count(*)::int FROM membership o WHERE o.user_id = u.id AND o.blocked_at IS NULL), u.totp_secret IS NOT NULL
  FROM session s
  JOIN app_user u ON u.id = s.user_id
  JOIN membership m ON m.id = s.membership_id
  LEFT JOIN municipality mu ON mu.id = m.municipality_id
  LEFT JOIN region r ON r.id = coalesce(m.region_id, mu.region_id)
  LEFT JOIN school sc ON sc.id = m.school_id
  WHERE s.id = p_id AND s.revoked_at IS NULL AND m.blocked_at IS NULL
    AND s.created_at > now() - interval '12 hours' AND s.last_seen_at > now() - interval '60 minutes';
  IF FOUND AND p_touch THEN
    SELECT s.last_seen_at INTO v_seen FROM session s WHERE s.id = p_id;
    IF v_seen < now() - interval '1 minute' THEN
      UPDATE session s SET last_seen_at = now() WHERE s.id = p_id;
    END IF;
  END IF;
END $$;

CREATE FUNCTION session_close(p_id uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE session SET revoked_at = now() WHERE id = p_id AND revoked_at IS NULL
$$;

-- Another role of the same person in the same session.
CREATE FUNCTION session_switch(p_id uuid, p_membership uuid) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH switched AS (
    UPDATE session s SET membership_id = m.id FROM membership m
    WHERE s.id = p_id AND s.revoked_at IS NULL AND m.id = p_membership AND m.user_id = s.user_id AND m.blocked_at IS NULL
    RETURNING 1)
  SELECT EXISTS (SELECT FROM switched)
$$;

-- A living invitation and what its page may say.
CREATE FUNCTION invitation_by_token(p_hash text)
  RETURNS TABLE (id uuid, email text, name text, role text, municipality_name text, school_name text, region_name text,
                 has_account boolean, is_reset boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, i.email, i.name, i.role::text, mu.name, sc.short_name, r.name,
    EXISTS (SELECT FROM app_user u WHERE u.email = i.email AND u.password_hash IS NOT NULL), i.user_id IS NOT NULL
  FROM invitation i
  LEFT JOIN municipality mu ON mu.id = i.municipality_id
  LEFT JOIN region r ON r.id = i.region_id
  LEFT JOIN school sc ON sc.id = i.school_id
  WHERE i.token_hash = p_hash AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
$$;

-- Uses an invitation once: makes the person (or joins an existing one, whose password the caller has checked) and the
-- membership. A password reset touches only people who belong to the inviting municipality alone, so that no
-- administrator takes over an account that also works elsewhere.
CREATE FUNCTION invitation_accept(p_hash text, p_user uuid, p_membership uuid, p_name text, p_password_hash text)
  RETURNS TABLE (user_id uuid, membership_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- The viewer's own password and second factor; a new password ends every other session.
CREATE FUNCTION own_secrets() RETURNS TABLE (password_hash text, totp_secret text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.password_hash, u.totp_secret FROM app_user u WHERE u.id = viewer_user()
$$;
CREATE FUNCTION own_password_set(p_hash text, p_keep_session uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE app_user SET password_hash = p_hash, password_changed_at = now() WHERE id = viewer_user();
  UPDATE session SET revoked_at = now() WHERE user_id = viewer_user() AND id <> p_keep_session AND revoked_at IS NULL;
$$;
CREATE FUNCTION own_totp_set(p_secret text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE app_user SET totp_secret = p_secret WHERE id = viewer_user()
$$;

-- Names of the migrations that are in force, for the readiness probe.
CREATE FUNCTION applied_migrations() RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT migration_name::text FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL';
END $$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname = 'public' AND p.prosecdef AND p.proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user) LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app', f);
  END LOOP;
END $$;
