-- The region compares municipalities by counts alone: cards stay closed to it, so the counting is done here.
CREATE FUNCTION region_overview(p_year int)
  RETURNS TABLE (municipality_id uuid, municipality_name text, campaign_id uuid, stage text, opens_at timestamptz,
                 closes_at timestamptz, schools int, started int, submitted int, accepted int, listed int, supported int,
                 order_number text, order_date date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id, m.name, c.id, c.stage::text, c.opens_at, c.closes_at,
    coalesce(n.schools, 0)::int, coalesce(n.started, 0)::int, coalesce(n.submitted, 0)::int, coalesce(n.accepted, 0)::int,
    coalesce(e.listed, 0)::int, coalesce(e.supported, 0)::int, l.order_number, l.order_date
  FROM municipality m
  LEFT JOIN campaign c ON c.municipality_id = m.id AND c.year = p_year
  LEFT JOIN LATERAL (
    SELECT count(*) AS schools, count(*) FILTER (WHERE k.started_at IS NOT NULL) AS started,
           count(*) FILTER (WHERE k.submitted_revision > 0) AS submitted,
           count(*) FILTER (WHERE k.status IN ('ACCEPTED', 'CLOSED')) AS accepted
    FROM card k WHERE k.campaign_id = c.id) n ON true
  LEFT JOIN LATERAL (
    SELECT a.id, a.order_number, a.order_date FROM approved_list a
    WHERE a.campaign_id = c.id AND a.status = 'APPROVED' ORDER BY a.number DESC LIMIT 1) l ON true
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE i.decision = 'INCLUDE') AS listed, count(*) FILTER (WHERE i.decision = 'SUPPORT') AS supported
    FROM list_entry i WHERE i.list_id = l.id) e ON true
  WHERE viewer_is('REGION') AND m.region_id = viewer_region()
  ORDER BY m.name, c.stage
$$;
REVOKE ALL ON FUNCTION region_overview(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION region_overview(int) TO portal_app;
