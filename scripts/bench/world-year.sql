-- One campaign of a world: cards, answers, live sums and assessments of year :y (0 … 4) for every school.
TRUNCATE cell;
-- A school's own tendency decides how often it says «да»; every eleventh school often has no data.
INSERT INTO cell
SELECT p.i, t.pos, v.value,
  CASE WHEN NOT t.is_on THEN -3 WHEN NOT p.kind::text = ANY (t.kinds) OR v.value = 'NOT_APPLICABLE' THEN -1
       WHEN v.value = 'YES' THEN 1 WHEN v.value = 'NO' THEN 0 ELSE -2 END
FROM place p CROSS JOIN item t
CROSS JOIN LATERAL (SELECT pg_temp.chance(p.i, :y, t.pos) AS c, 5 + 9 * (p.i % 7) AS yes, CASE WHEN p.i % 11 = 0 THEN 25 ELSE 3 END AS none) h
CROSS JOIN LATERAL (SELECT (CASE WHEN h.c < h.yes THEN 'YES' WHEN h.c < h.yes + h.none THEN 'NO_DATA'
  WHEN h.c = 99 THEN 'NOT_APPLICABLE' ELSE 'NO' END)::answer_value AS value) v
WHERE p.m = 1;

CREATE TEMP TABLE total ON COMMIT DROP AS
WITH criterion AS (
  SELECT c.i, t.criterion, bool_or(c.point >= -2 AND c.point <> -1) AS applies, bool_or(c.point >= 0) AS known
  FROM cell c JOIN item t USING (pos) GROUP BY 1, 2
), criteria AS (
  SELECT i, count(*) FILTER (WHERE applies)::int AS applicable, count(*) FILTER (WHERE applies AND NOT known)::int AS missing
  FROM criterion GROUP BY i
), summed AS (
  SELECT c.i, array_agg(c.point ORDER BY c.pos) AS points,
    count(*) FILTER (WHERE c.point = 1)::int AS sum, count(*) FILTER (WHERE c.point >= 0)::int AS max,
    count(*) FILTER (WHERE c.point = -2)::int AS extra,
    count(*) FILTER (WHERE c.point = 1 AND t.zone = 1)::int AS o, count(*) FILTER (WHERE c.point >= 0 AND t.zone = 1)::int AS o_max,
    count(*) FILTER (WHERE c.point = -2 AND t.zone = 1)::int AS o_extra,
    count(*) FILTER (WHERE c.point = 1 AND t.code IN ('А3', 'Б3'))::int AS low,
    count(*) FILTER (WHERE c.point IN (1, -2) AND t.code IN ('А3', 'Б3'))::int AS low_if_yes,
    count(*) FILTER (WHERE c.point > -3 AND p.kind::text = ANY (t.kinds))::int AS asked,
    string_agg('"' || t.code || '":"' || c.value || '"', ',' ORDER BY t.code COLLATE "C") FILTER (WHERE t.is_on AND p.kind::text = ANY (t.kinds)) AS answers
  FROM cell c JOIN item t USING (pos) JOIN place p USING (i) GROUP BY c.i
)
SELECT s.*, c.applicable, c.missing, p.kind, k.grades,
  pg_temp.outcome(low, missing, applicable, sum, max, o) AS stated,
  pg_temp.outcome(low, 0, applicable, sum, max + extra, o) AS all_no,
  pg_temp.outcome(low_if_yes, 0, applicable, sum + extra, max + extra, o + o_extra) AS all_yes,
  '{"answers":{' || answers || '},"held":' || ':heldJson' || ',"procedures":[],"school":{"grades":'
    || replace(to_json(k.grades)::text, ' ', '') || ',"kind":"' || p.kind || '"}}' AS facts,
  -- Of the open campaign every fourth school (4, 8, 12 …) still works on its card.
  :y = 4 AND s.i % 4 = 0 AS at_work
FROM summed s JOIN criteria c USING (i) JOIN place p USING (i) JOIN kind k USING (kind);

INSERT INTO card (id, municipality_id, campaign_id, school_id, school_name, school_kind, grades, status, revision,
  submitted_revision, answered, applicable, started_at, submitted_at, accepted_at, closed_at)
SELECT pg_temp.uid(8, t.i * 8 + :y), pg_temp.uid(2, 1), pg_temp.uid(6, :y), pg_temp.uid(7, t.i), s.short_name, t.kind, t.grades,
  (CASE WHEN t.at_work THEN 'DRAFT' WHEN :y = 4 THEN 'ACCEPTED' ELSE 'CLOSED' END)::card_status, 1,
  CASE WHEN t.at_work THEN 0 ELSE 1 END, t.asked, t.asked, g.at - interval '3 days',
  CASE WHEN NOT t.at_work THEN g.at END, CASE WHEN NOT t.at_work THEN g.at END, CASE WHEN :y < 4 THEN g.at END
FROM total t JOIN school s ON s.id = pg_temp.uid(7, t.i)
CROSS JOIN (SELECT now() - make_interval(days => 1 + 365 * (4 - :y)) AS at) g;

INSERT INTO card_live (card_id, municipality_id, school_id, points, sum, max, extra)
SELECT pg_temp.uid(8, i * 8 + :y), pg_temp.uid(2, 1), pg_temp.uid(7, i), points, sum, max, extra FROM total WHERE at_work;

INSERT INTO answer (municipality_id, school_id, card_id, revision, item, value, comment, author_id)
SELECT pg_temp.uid(2, 1), pg_temp.uid(7, c.i), pg_temp.uid(8, c.i * 8 + :y), 1, t.code, c.value,
  CASE WHEN c.value = 'NO_DATA' THEN 'Данных ещё нет' ELSE '' END, pg_temp.uid(3, 101)
FROM cell c JOIN item t USING (pos) JOIN place p USING (i)
WHERE t.is_on AND p.kind::text = ANY (t.kinds) ORDER BY c.i;

INSERT INTO assessment (id, municipality_id, campaign_id, card_id, school_id, version_id, year, revision, generation, accepted,
  points, sum, max, extra, sum_results, max_results, missing, applicable, verdict, rule, borderline, facts, input_hash, created_at)
SELECT pg_temp.uid(9, i * 8 + :y), pg_temp.uid(2, 1), pg_temp.uid(6, :y), pg_temp.uid(8, i * 8 + :y), pg_temp.uid(7, i),
  ':version', :year - 4 + :y, 1, 1, true, points, sum, max, extra, sum - o, max - o_max, missing, applicable, stated[1], stated[2],
  extra > 0 AND stated[1] <> 'insufficient' AND (all_no[1] <> stated[1] OR all_yes[1] <> stated[1]),
  facts::jsonb, encode(sha256(convert_to('[":methodHash",' || facts || ']', 'UTF8')), 'hex'),
  now() - make_interval(days => 1 + 365 * (4 - :y))
FROM total WHERE NOT at_work;

-- The order of a past year took every school that was proposed.
INSERT INTO approved_list (id, municipality_id, campaign_id, status, order_number, order_date, order_title, approved_at)
SELECT pg_temp.uid(10, :y), pg_temp.uid(2, 1), pg_temp.uid(6, :y), 'APPROVED', (100 + :y)::text,
  (now() - make_interval(days => 365 * (4 - :y)))::date, 'Об утверждении списка', now() - make_interval(days => 365 * (4 - :y))
WHERE :y < 4;
INSERT INTO list_entry (municipality_id, list_id, school_id, school_name, assessment_id, verdict, decision)
SELECT pg_temp.uid(2, 1), pg_temp.uid(10, :y), pg_temp.uid(7, t.i), s.short_name, pg_temp.uid(9, t.i * 8 + :y), 'proposed', 'INCLUDE'
FROM total t JOIN school s ON s.id = pg_temp.uid(7, t.i) WHERE :y < 4 AND t.stated[1] = 'proposed';
