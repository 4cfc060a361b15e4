-- Whether an approved list stands on this outcome. Runs as the owner of the tables: a policy that joined both tables would
-- cost every reader of outcomes the planning of their policies, and it is asked only about cards that went back.
CREATE FUNCTION order_stands_on(p_municipality uuid, p_school uuid, p_assessment uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM list_entry e JOIN approved_list l ON l.id = e.list_id
    WHERE e.municipality_id = p_municipality AND e.school_id = p_school AND e.assessment_id = p_assessment
      AND l.status = 'APPROVED')
$$;
REVOKE ALL ON FUNCTION order_stands_on(uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION order_stands_on(uuid, uuid, uuid) TO portal_app;

-- An accepted outcome is the department's and the curator's while its card stands accepted or closed. Of a card that went
-- back to the school only what an order stands on stays readable: an approved list is kept as it was signed.
DROP POLICY viewer_read ON assessment;
CREATE POLICY viewer_read ON assessment FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR school_id = (SELECT viewer_school())
       OR (accepted
           AND ((SELECT viewer_is('OFFICIAL'))
                OR ((SELECT viewer_is('CURATOR'))
                    AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership()))))
           AND (EXISTS (SELECT FROM card c WHERE c.id = card_id AND c.status IN ('ACCEPTED', 'CLOSED'))
                OR order_stands_on(municipality_id, school_id, id)))));
