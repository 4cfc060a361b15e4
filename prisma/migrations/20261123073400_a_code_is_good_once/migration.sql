-- The half-minute of the last code that was accepted from a person (RFC 6238, 5.2: a code is accepted once).
ALTER TABLE "app_user" ADD COLUMN "totp_step" INTEGER;

-- Takes a half-minute for a person whose password was just checked: true once for each, and never for one before it. A
-- step far ahead of the clock is nobody's code; taken, it would lock the person out until then.
CREATE FUNCTION totp_step_taken(p_user uuid, p_step int) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (
    UPDATE app_user u SET totp_step = p_step
    WHERE u.id = p_user AND coalesce(u.totp_step, 0) < p_step
      AND p_step <= extract(epoch FROM clock_timestamp()) / 30 + 20
    RETURNING 1)
  SELECT EXISTS (SELECT FROM taken)
$$;
REVOKE ALL ON FUNCTION totp_step_taken(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION totp_step_taken(uuid, int) TO portal_app;

-- Codes of another secret are other codes.
CREATE OR REPLACE FUNCTION own_totp_set(p_secret text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE app_user SET totp_secret = p_secret, totp_step = NULL WHERE id = viewer_user()
$$;
