-- What dashboards count, kept beside the assessments by the statement that writes them: a city of 40,000 schools opens
-- as fast as one of 43. ACCEPTED counts cards that stand accepted or closed, SUBMITTED every current outcome.
CREATE TABLE "assessment_tally" (
    "municipality_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "standing" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "sum" SMALLINT NOT NULL,
    "schools" INTEGER NOT NULL,
    CONSTRAINT "assessment_tally_pkey" PRIMARY KEY ("campaign_id","generation","standing","zone","verdict","sum")
);
CREATE TABLE "item_tally" (
    "municipality_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "standing" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "yes" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "inapplicable" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL,
    CONSTRAINT "item_tally_pkey" PRIMARY KEY ("campaign_id","generation","standing","position")
);
CREATE TABLE "roster_tally" (
    "campaign_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "schools" INTEGER NOT NULL,
    CONSTRAINT "roster_tally_pkey" PRIMARY KEY ("campaign_id")
);
ALTER TABLE "assessment_tally" ADD CONSTRAINT "assessment_tally_municipality_id_campaign_id_fkey" FOREIGN KEY ("municipality_id", "campaign_id") REFERENCES "campaign"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "item_tally" ADD CONSTRAINT "item_tally_municipality_id_campaign_id_fkey" FOREIGN KEY ("municipality_id", "campaign_id") REFERENCES "campaign"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "roster_tally" ADD CONSTRAINT "roster_tally_municipality_id_campaign_id_fkey" FOREIGN KEY ("municipality_id", "campaign_id") REFERENCES "campaign"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "roster_tally_municipality_id_campaign_id_key" ON "roster_tally"("municipality_id", "campaign_id");
CREATE INDEX "card_campaign_id_status_submitted_revision_started_at_idx" ON "card"("campaign_id", "status", "submitted_revision", "started_at");
CREATE INDEX "list_entry_list_id_decision_idx" ON "list_entry"("list_id", "decision");

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assessment_tally', 'item_tally', 'roster_tally'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup, portal_app', t);
  END LOOP;
END $$;
-- The application reads them only; the triggers write as their owner. Sums of unaccepted cards are the centre's.
CREATE POLICY staff_read ON assessment_tally FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR ((SELECT viewer_is('OFFICIAL')) AND standing = 'ACCEPTED')));
CREATE POLICY staff_read ON item_tally FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR ((SELECT viewer_is('OFFICIAL')) AND standing = 'ACCEPTED')));
CREATE POLICY staff_read ON roster_tally FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL')));

-- Adds (1) or takes away (-1) outcomes. One writer a campaign at a time: two that lock the same rows in another order
-- would wait for each other for ever.
CREATE FUNCTION tally_assessments(p_ids uuid[], p_sign int, p_standing text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(cardinality(p_ids), 0) = 0 THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(c.id::text, 20261123))
    FROM (SELECT DISTINCT campaign_id AS id FROM assessment WHERE id = ANY (p_ids) ORDER BY 1) c;
  INSERT INTO assessment_tally AS t (municipality_id, campaign_id, generation, standing, zone, verdict, sum, schools)
  SELECT a.municipality_id, a.campaign_id, a.generation, p_standing, z.zone, a.verdict, z.sum, p_sign * count(*)
  FROM assessment a CROSS JOIN LATERAL (VALUES ('ALL', a.sum), ('RESULTS', a.sum_results)) AS z (zone, sum)
  WHERE a.id = ANY (p_ids)
  GROUP BY a.municipality_id, a.campaign_id, a.generation, z.zone, a.verdict, z.sum
  ON CONFLICT (campaign_id, generation, standing, zone, verdict, sum) DO UPDATE SET schools = t.schools + excluded.schools;
  INSERT INTO item_tally AS t (municipality_id, campaign_id, generation, standing, position, yes, no, inapplicable, missing)
  SELECT a.municipality_id, a.campaign_id, a.generation, p_standing, p.place - 1,
    p_sign * count(*) FILTER (WHERE p.code = 1), p_sign * count(*) FILTER (WHERE p.code = 0),
    p_sign * count(*) FILTER (WHERE p.code = -1), p_sign * count(*) FILTER (WHERE p.code = -2)
  FROM assessment a CROSS JOIN LATERAL unnest(a.points) WITH ORDINALITY AS p (code, place)
  WHERE a.id = ANY (p_ids)
  GROUP BY a.municipality_id, a.campaign_id, a.generation, p.place
  ON CONFLICT (campaign_id, generation, standing, position) DO UPDATE SET yes = t.yes + excluded.yes,
    no = t.no + excluded.no, inapplicable = t.inapplicable + excluded.inapplicable, missing = t.missing + excluded.missing;
END $$;

-- Which of these outcomes stand accepted now: accepted ones of cards that nobody has opened again.
CREATE FUNCTION standing_accepted(p_ids uuid[]) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT array_agg(a.id) FROM assessment a JOIN card k ON k.id = a.card_id
  WHERE a.id = ANY (p_ids) AND a.accepted AND k.status IN ('ACCEPTED', 'CLOSED')
$$;
REVOKE ALL ON FUNCTION tally_assessments(uuid[], int, text), standing_accepted(uuid[]) FROM PUBLIC;

CREATE FUNCTION assessment_inserted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids uuid[] := (SELECT array_agg(id) FROM now_rows WHERE superseded_at IS NULL);
BEGIN
  PERFORM tally_assessments(ids, 1, 'SUBMITTED');
  PERFORM tally_assessments(standing_accepted(ids), 1, 'ACCEPTED');
  RETURN NULL;
END $$;
CREATE TRIGGER tally_inserted AFTER INSERT ON assessment REFERENCING NEW TABLE AS now_rows
  FOR EACH STATEMENT EXECUTE FUNCTION assessment_inserted();

CREATE FUNCTION assessment_superseded() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids uuid[] := (SELECT array_agg(n.id) FROM now_rows n JOIN old_rows o ON o.id = n.id
                       WHERE o.superseded_at IS NULL AND n.superseded_at IS NOT NULL);
BEGIN
  PERFORM tally_assessments(ids, -1, 'SUBMITTED');
  PERFORM tally_assessments(standing_accepted(ids), -1, 'ACCEPTED');
  RETURN NULL;
END $$;
CREATE TRIGGER tally_superseded AFTER UPDATE ON assessment REFERENCING OLD TABLE AS old_rows NEW TABLE AS now_rows
  FOR EACH STATEMENT EXECUTE FUNCTION assessment_superseded();

-- A card that enters or leaves «принята, закрыта» takes its current accepted outcome with it.
CREATE FUNCTION card_standing_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids uuid[] := (SELECT array_agg(id) FROM assessment
                       WHERE card_id = NEW.id AND accepted AND superseded_at IS NULL);
BEGIN
  PERFORM tally_assessments(ids, CASE WHEN NEW.status IN ('ACCEPTED', 'CLOSED') THEN 1 ELSE -1 END, 'ACCEPTED');
  RETURN NULL;
END $$;
CREATE TRIGGER tally_standing AFTER UPDATE ON card FOR EACH ROW
  WHEN ((OLD.status IN ('ACCEPTED', 'CLOSED')) IS DISTINCT FROM (NEW.status IN ('ACCEPTED', 'CLOSED')))
  EXECUTE FUNCTION card_standing_changed();

CREATE FUNCTION roster_changed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO roster_tally AS t (campaign_id, municipality_id, schools)
  SELECT campaign_id, municipality_id, CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END * count(*)
  FROM changed GROUP BY campaign_id, municipality_id
  ON CONFLICT (campaign_id) DO UPDATE SET schools = t.schools + excluded.schools;
  RETURN NULL;
END $$;
CREATE TRIGGER tally_added AFTER INSERT ON card REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION roster_changed();
CREATE TRIGGER tally_removed AFTER DELETE ON card REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION roster_changed();

-- What was there before.
INSERT INTO roster_tally (campaign_id, municipality_id, schools)
  SELECT campaign_id, municipality_id, count(*) FROM card GROUP BY campaign_id, municipality_id;
SELECT tally_assessments((SELECT array_agg(id) FROM assessment WHERE superseded_at IS NULL), 1, 'SUBMITTED');
SELECT tally_assessments(standing_accepted((SELECT array_agg(id) FROM assessment WHERE superseded_at IS NULL)), 1, 'ACCEPTED');
