-- The journal is append-only and chained by hash, one chain a municipality, so that towns do not queue behind one another.

-- The digest is taken over a jsonb array: NULL and separators inside a value cannot hide in it.
CREATE FUNCTION journal_digest(e journal_entry) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(jsonb_build_array(
    e.chain, e.seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor_id, e.actor_role, e.action,
    e.entity, e.entity_id, e.details, encode(e.prev, 'hex'))::text, 'UTF8'))
$$;

-- The only writer. The actor is the transaction's viewer, not an argument that could be forged by a slip.
CREATE FUNCTION journal_add(p_action text, p_entity text, p_entity_id text, p_details jsonb) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_chain uuid := coalesce(viewer_municipality(), '00000000-0000-0000-0000-000000000000');
  v_head journal_head;
  v_entry journal_entry;
BEGIN
  INSERT INTO journal_head (chain, seq, hash) VALUES (v_chain, 0, '\x00') ON CONFLICT DO NOTHING;
  -- Orders the writers of one chain until they commit.
  SELECT * INTO v_head FROM journal_head WHERE chain = v_chain FOR UPDATE;
  v_entry.chain := v_chain;
  v_entry.seq := v_head.seq + 1;
  v_entry.at := clock_timestamp();
  v_entry.actor_id := viewer_user();
  v_entry.actor_role := coalesce(viewer_role(), session_user::text);
  v_entry.action := p_action;
  v_entry.entity := p_entity;
  v_entry.entity_id := p_entity_id;
  v_entry.details := coalesce(p_details, '{}');
  v_entry.prev := v_head.hash;
  v_entry.hash := journal_digest(v_entry);
  INSERT INTO journal_entry SELECT v_entry.*;
  UPDATE journal_head SET seq = v_entry.seq, hash = v_entry.hash WHERE chain = v_chain;
  RETURN v_entry.seq;
END $$;
REVOKE ALL ON FUNCTION journal_add(text, text, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journal_add(text, text, text, jsonb) TO portal_app;

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER journal_entry_no_change BEFORE UPDATE OR DELETE ON journal_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER journal_entry_no_truncate BEFORE TRUNCATE ON journal_entry FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What is wrong with a chain; no rows means nothing was altered, removed or cut off.
CREATE FUNCTION journal_faults(p_chain uuid) RETURNS TABLE (seq bigint, fault text) LANGUAGE sql STABLE AS $$
  WITH entry AS (
    SELECT j.seq, j.hash, j.prev, journal_digest(j) AS digest,
           lag(j.hash) OVER (ORDER BY j.seq) AS before_hash, lag(j.seq) OVER (ORDER BY j.seq) AS before_seq
    FROM journal_entry j WHERE j.chain = p_chain)
  SELECT e.seq, CASE WHEN e.digest <> e.hash THEN 'altered' WHEN coalesce(e.before_seq, 0) + 1 <> e.seq THEN 'gap' ELSE 'broken' END
  FROM entry e
  WHERE e.digest <> e.hash OR coalesce(e.before_seq, 0) + 1 <> e.seq OR e.prev <> coalesce(e.before_hash, '\x00'::bytea)
  UNION ALL
  SELECT h.seq, 'cut off' FROM journal_head h
  WHERE h.chain = p_chain AND h.seq <> (SELECT coalesce(max(j.seq), 0) FROM journal_entry j WHERE j.chain = p_chain)
$$;
