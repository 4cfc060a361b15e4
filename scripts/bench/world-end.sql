-- The tallies that triggers keep; here as the migration that introduced them made them for what was there before.
INSERT INTO roster_tally (campaign_id, municipality_id, schools)
  SELECT campaign_id, municipality_id, count(*) FROM card GROUP BY campaign_id, municipality_id;
SELECT tally_assessments((SELECT array_agg(id) FROM assessment WHERE superseded_at IS NULL), 1, 'SUBMITTED');
SELECT tally_assessments(standing_accepted((SELECT array_agg(id) FROM assessment WHERE superseded_at IS NULL)), 1, 'ACCEPTED');
