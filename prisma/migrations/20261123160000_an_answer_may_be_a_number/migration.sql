-- A criterion may ask for a number: it stands beside the «да» or «нет» that the threshold of the method has made of it.
-- Adding a column without a default rewrites nothing, and the checks hold of every row there is.
ALTER TABLE answer ADD COLUMN number numeric;
ALTER TABLE answer ADD CONSTRAINT answer_number_decides CHECK (number IS NULL OR value IN ('YES', 'NO')) NOT VALID;
ALTER TABLE answer VALIDATE CONSTRAINT answer_number_decides;
ALTER TABLE answer_change ADD COLUMN number numeric;
ALTER TABLE answer_change ADD CONSTRAINT answer_change_number_decides CHECK (number IS NULL OR value IN ('YES', 'NO')) NOT VALID;
ALTER TABLE answer_change VALIDATE CONSTRAINT answer_change_number_decides;

-- A card with the answers of its round in work, by the database's clock. Of an answer: item, value, source, comment,
-- version, author, time, number (as text, '' where none). `token` changes with every change of the card's row: card_saved() takes the one that was seen.
CREATE OR REPLACE FUNCTION card_state(p_card card, p_key uuid) RETURNS json LANGUAGE sql VOLATILE AS $$
  SELECT json_build_object(
    'id', p_card.id, 'municipalityId', p_card.municipality_id, 'schoolId', p_card.school_id,
    'campaignId', p_card.campaign_id, 'versionId', k.version_id, 'year', k.year, 'held', k.held,
    'kind', p_card.school_kind, 'grades', p_card.grades, 'status', p_card.status, 'revision', p_card.revision,
    'submittedRevision', p_card.submitted_revision, 'generation', k.generation,
    'opensAt', k.opens_at, 'closesAt', k.closes_at, 'dueAt', p_card.due_at,
    'phase', CASE WHEN t.at < k.opens_at THEN 'BEFORE' WHEN t.at < greatest(p_card.due_at, k.closes_at) THEN 'OPEN' ELSE 'PAST' END,
    'now', t.at,
    'answers', (
      SELECT coalesce(json_agg(json_build_array(a.item, a.value, a.source, a.comment, a.version, a.author_id, a.at,
        coalesce(a.number::text, ''))), '[]')
      FROM answer a WHERE a.card_id = p_card.id AND a.revision = p_card.revision),
    'result', (SELECT i.result FROM idempotency_key i WHERE i.user_id = viewer_user() AND i.key = p_key))
  FROM campaign k, (SELECT date_trunc('milliseconds', clock_timestamp()) AS at) t
  WHERE k.id = p_card.campaign_id
$$;

-- One save, whole or not at all: answers, their history, the counters of the card, its live sum, the key of the request
-- and the line of the journal (no values in it: the administrator reads the journal). False: the card is not what it was
-- when it was opened (`p_token`), nothing is written, open it again. `p_writes`: id, item, value, source, comment, version,
-- number.
CREATE OR REPLACE FUNCTION card_saved(p_scope jsonb, p_card uuid, p_token text, p_at timestamptz, p_writes jsonb, p_points smallint[],
    p_sum int, p_max int, p_extra int, p_answered int, p_applicable int, p_key uuid, p_result jsonb)
  RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_card card;
  v_written int;
BEGIN
  PERFORM enter_scope(p_scope);
  -- Whoever waited here for another saver finds another xmin and goes back.
  SELECT * INTO v_card FROM card c
  WHERE c.id = p_card AND c.municipality_id = viewer_municipality() AND c.xmin::text = p_token FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  WITH given AS (
    SELECT (w->>0)::uuid AS id, w->>1 AS item, (w->>2)::answer_value AS value, (w->>3)::answer_source AS source,
      w->>4 AS comment, (w->>5)::int AS version, nullif(w->>6, '')::numeric AS number
    FROM jsonb_array_elements(p_writes) w
  ), written AS (
    INSERT INTO answer AS a (municipality_id, school_id, card_id, revision, item, value, source, comment, version, number,
      author_id, at)
    SELECT v_card.municipality_id, v_card.school_id, v_card.id, v_card.revision, g.item, g.value, g.source, g.comment,
      g.version, g.number, viewer_user(), p_at FROM given g
    ON CONFLICT (card_id, revision, item) DO UPDATE SET value = excluded.value, source = excluded.source,
      comment = excluded.comment, version = excluded.version, number = excluded.number, author_id = excluded.author_id, at = excluded.at
      WHERE a.version = excluded.version - 1
    RETURNING item
  ), history AS (
    INSERT INTO answer_change (id, municipality_id, school_id, card_id, revision, item, value, comment, version, number,
      author_id, at)
    SELECT g.id, v_card.municipality_id, v_card.school_id, v_card.id, v_card.revision, g.item, g.value, g.comment,
      g.version, g.number, viewer_user(), p_at FROM given g JOIN written w USING (item)
  ), counted AS (
    UPDATE card SET answered = p_answered, applicable = p_applicable, started_at = coalesce(started_at, p_at), updated_at = p_at
    WHERE id = p_card
  ), summed AS (
    INSERT INTO card_live (card_id, municipality_id, school_id, points, sum, max, extra)
    VALUES (v_card.id, v_card.municipality_id, v_card.school_id, p_points, p_sum, p_max, p_extra)
    ON CONFLICT (card_id) DO UPDATE SET points = excluded.points, sum = excluded.sum, max = excluded.max, extra = excluded.extra
  ), once AS (
    INSERT INTO idempotency_key (user_id, key, result) VALUES (viewer_user(), p_key, p_result)
  )
  SELECT count(*) INTO v_written FROM written;
  -- Only a writer that went round the card's lock could make this differ; the whole save is then taken back.
  IF v_written <> jsonb_array_length(p_writes) THEN
    RAISE EXCEPTION 'an answer was changed past the lock of its card';
  END IF;
  PERFORM journal_add('answer.save', 'card', p_card::text,
    jsonb_build_object('revision', v_card.revision, 'items', v_written));
  RETURN true;
END $$;

-- The next round begins as a copy of the submitted one, numbers included.
CREATE OR REPLACE FUNCTION card_next_round() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO answer (municipality_id, school_id, card_id, revision, item, value, source, comment, version, number, author_id, at)
  SELECT a.municipality_id, a.school_id, a.card_id, NEW.revision, a.item, a.value, a.source, a.comment, a.version, a.number,
    a.author_id, a.at
  FROM answer a WHERE a.card_id = NEW.id AND a.revision = OLD.revision;
  RETURN NULL;
END $$;
