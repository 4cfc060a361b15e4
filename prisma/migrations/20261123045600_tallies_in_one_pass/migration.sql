-- A recomputation writes a whole campaign in one statement: both standings are counted in one pass over the new rows
-- instead of two passes over rows looked up again by id. Rows of a statement have no statistics: left to itself the planner
-- sorts millions of points where hashing a few dozen groups is enough.
CREATE OR REPLACE FUNCTION assessment_inserted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET jit = off SET enable_sort = off SET work_mem = '32MB' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(c.id::text, 20261123))
    FROM (SELECT DISTINCT campaign_id AS id FROM now_rows WHERE superseded_at IS NULL ORDER BY 1) c;
  INSERT INTO assessment_tally AS t (municipality_id, campaign_id, generation, standing, zone, verdict, sum, schools)
  SELECT n.municipality_id, n.campaign_id, n.generation, s.standing, z.zone, n.verdict, z.sum, count(*)
  FROM now_rows n JOIN card k ON k.id = n.card_id
  CROSS JOIN LATERAL (VALUES ('ALL', n.sum), ('RESULTS', n.sum_results)) AS z (zone, sum)
  JOIN (VALUES ('SUBMITTED'), ('ACCEPTED')) AS s (standing)
    ON s.standing = 'SUBMITTED' OR (n.accepted AND k.status IN ('ACCEPTED', 'CLOSED'))
  WHERE n.superseded_at IS NULL
  GROUP BY n.municipality_id, n.campaign_id, n.generation, s.standing, z.zone, n.verdict, z.sum
  ON CONFLICT (campaign_id, generation, standing, zone, verdict, sum) DO UPDATE SET schools = t.schools + excluded.schools;
  INSERT INTO item_tally AS t (municipality_id, campaign_id, generation, standing, position, yes, no, inapplicable, missing)
  SELECT c.municipality_id, c.campaign_id, c.generation, s.standing, c.place - 1,
    coalesce(sum(c.schools) FILTER (WHERE c.code = 1), 0), coalesce(sum(c.schools) FILTER (WHERE c.code = 0), 0),
    coalesce(sum(c.schools) FILTER (WHERE c.code = -1), 0), coalesce(sum(c.schools) FILTER (WHERE c.code = -2), 0)
  FROM (
    SELECT n.municipality_id, n.campaign_id, n.generation, p.place, p.code,
      n.accepted AND k.status IN ('ACCEPTED', 'CLOSED') AS stands, count(*) AS schools
    FROM now_rows n JOIN card k ON k.id = n.card_id CROSS JOIN LATERAL unnest(n.points) WITH ORDINALITY AS p (code, place)
    WHERE n.superseded_at IS NULL
    GROUP BY n.municipality_id, n.campaign_id, n.generation, p.place, p.code, stands
  ) c
  JOIN (VALUES ('SUBMITTED'), ('ACCEPTED')) AS s (standing) ON s.standing = 'SUBMITTED' OR c.stands
  GROUP BY c.municipality_id, c.campaign_id, c.generation, s.standing, c.place
  ON CONFLICT (campaign_id, generation, standing, position) DO UPDATE SET yes = t.yes + excluded.yes,
    no = t.no + excluded.no, inapplicable = t.inapplicable + excluded.inapplicable, missing = t.missing + excluded.missing;
  RETURN NULL;
END $$;
