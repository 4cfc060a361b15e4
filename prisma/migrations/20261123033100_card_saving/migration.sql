-- Locks a card and reads it with its current round in one trip. Each statement of a volatile function has its own
-- snapshot, so the answers are read after the wait for the lock: the one who waited sees what the other has written.
-- Row-level security holds inside, because the function runs as its caller. NULL: there is no such card for the viewer.
CREATE FUNCTION card_locked(p_card uuid, p_key uuid) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_card card;
  v_answers jsonb;
  v_result jsonb;
BEGIN
  SELECT * INTO v_card FROM card c WHERE c.id = p_card AND c.municipality_id = viewer_municipality() FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object('item', a.item, 'value', a.value, 'source', a.source, 'comment', a.comment,
    'version', a.version, 'authorId', a.author_id, 'at', a.at)), '[]') INTO v_answers
  FROM answer a WHERE a.card_id = p_card AND a.revision = v_card.revision;
  SELECT i.result INTO v_result FROM idempotency_key i WHERE i.user_id = viewer_user() AND i.key = p_key;
  RETURN (
    SELECT jsonb_build_object(
      'id', v_card.id, 'municipalityId', v_card.municipality_id, 'schoolId', v_card.school_id,
      'campaignId', v_card.campaign_id, 'versionId', k.version_id, 'year', k.year, 'held', k.held,
      'kind', v_card.school_kind, 'grades', v_card.grades, 'status', v_card.status, 'revision', v_card.revision,
      'submittedRevision', v_card.submitted_revision, 'generation', k.generation,
      'opensAt', k.opens_at, 'closesAt', k.closes_at, 'dueAt', v_card.due_at,
      'phase', CASE WHEN t.at < k.opens_at THEN 'BEFORE' WHEN t.at < greatest(v_card.due_at, k.closes_at) THEN 'OPEN' ELSE 'PAST' END,
      'now', t.at, 'answers', v_answers, 'result', v_result)
    FROM campaign k, (SELECT date_trunc('milliseconds', clock_timestamp()) AS at) t
    WHERE k.id = v_card.campaign_id);
END $$;

-- A school's own outcome is the submitted one; accepting it is the centre's.
DROP POLICY assess ON assessment;
CREATE POLICY assess ON assessment FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR (school_id = (SELECT viewer_school()) AND NOT accepted)));
