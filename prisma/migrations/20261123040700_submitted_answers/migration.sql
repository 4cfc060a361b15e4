-- «revision» inside the subquery was the card's, not the answer's: a returned card hid its submitted rounds from the
-- centre instead of showing exactly them.
DROP POLICY submitted_read ON answer;
CREATE POLICY submitted_read ON answer FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'CURATOR'))
  AND EXISTS (SELECT FROM card c WHERE c.id = answer.card_id AND answer.revision <= c.submitted_revision
              AND ((SELECT viewer_is('CENTRE')) OR c.status IN ('ACCEPTED', 'CLOSED'))));
