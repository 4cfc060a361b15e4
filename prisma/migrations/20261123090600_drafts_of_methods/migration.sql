-- A municipality keeps methods of its own: the centre writes drafts, the department approves them by order. Methods
-- without a municipality stay reference data that nobody changes from the portal.

ALTER TABLE "methodology_version" ADD COLUMN "base_id" UUID;
ALTER TABLE "methodology_version" ADD CONSTRAINT "methodology_version_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "methodology_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Past the policies, because those of the two tables would otherwise ask each other without end.
CREATE FUNCTION methodology_has_published(p_methodology uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM methodology_version v WHERE v.methodology_id = p_methodology AND v.status <> 'DRAFT') $$;
REVOKE ALL ON FUNCTION methodology_has_published(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION methodology_has_published(uuid) TO portal_app;

-- Schools and curators see the methods of their town once something of them is approved; the region sees those of its towns.
DROP POLICY viewer_read ON methodology;
CREATE POLICY viewer_read ON methodology FOR SELECT TO portal_app USING (
  (SELECT viewer_user()) IS NOT NULL
  AND (region_id IS NULL OR region_id = (SELECT viewer_region()))
  AND (municipality_id IS NULL
    OR (municipality_id = (SELECT viewer_municipality())
        AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR methodology_has_published(id)))
    OR ((SELECT viewer_is('REGION'))
        AND municipality_id IN (SELECT m.id FROM municipality m WHERE m.region_id = (SELECT viewer_region()))
        AND methodology_has_published(id))));
DROP POLICY viewer_read ON methodology_version;
CREATE POLICY viewer_read ON methodology_version FOR SELECT TO portal_app USING (
  EXISTS (SELECT FROM methodology m WHERE m.id = methodology_id
    AND (status <> 'DRAFT'
      OR ((SELECT viewer_is('CENTRE', 'OFFICIAL')) AND m.municipality_id = (SELECT viewer_municipality())))));

GRANT INSERT, UPDATE, DELETE ON methodology, methodology_version, method_section, method_criterion TO portal_app;

CREATE POLICY centre_add ON methodology FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND region_id IS NULL AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_change ON methodology FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')))
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND region_id IS NULL AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_remove ON methodology FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

CREATE POLICY centre_add ON methodology_version FOR INSERT TO portal_app WITH CHECK (
  status = 'DRAFT' AND published_at IS NULL AND (SELECT viewer_is('CENTRE'))
  AND methodology_id IN (SELECT m.id FROM methodology m WHERE m.municipality_id = (SELECT viewer_municipality())));
CREATE POLICY centre_change ON methodology_version FOR UPDATE TO portal_app
  USING (status = 'DRAFT' AND (SELECT viewer_is('CENTRE'))
    AND methodology_id IN (SELECT m.id FROM methodology m WHERE m.municipality_id = (SELECT viewer_municipality())))
  WITH CHECK (status = 'DRAFT' AND published_at IS NULL AND (SELECT viewer_is('CENTRE'))
    AND methodology_id IN (SELECT m.id FROM methodology m WHERE m.municipality_id = (SELECT viewer_municipality())));
CREATE POLICY centre_remove ON methodology_version FOR DELETE TO portal_app USING (
  status = 'DRAFT' AND (SELECT viewer_is('CENTRE'))
  AND methodology_id IN (SELECT m.id FROM methodology m WHERE m.municipality_id = (SELECT viewer_municipality())));
CREATE POLICY official_change ON methodology_version FOR UPDATE TO portal_app
  USING (status <> 'ARCHIVED' AND (SELECT viewer_is('OFFICIAL'))
    AND methodology_id IN (SELECT m.id FROM methodology m WHERE m.municipality_id = (SELECT viewer_municipality())))
  WITH CHECK (status <> 'DRAFT' AND (SELECT viewer_is('OFFICIAL'))
    AND methodology_id IN (SELECT m.id FROM methodology m WHERE m.municipality_id = (SELECT viewer_municipality())));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['method_section', 'method_criterion'] LOOP
    EXECUTE format($p$CREATE POLICY centre_all ON %I TO portal_app
      USING ((SELECT viewer_is('CENTRE')) AND version_id IN (
        SELECT v.id FROM methodology_version v JOIN methodology m ON m.id = v.methodology_id
        WHERE v.status = 'DRAFT' AND m.municipality_id = (SELECT viewer_municipality())))$p$, t);
  END LOOP;
END $$;

-- The department does one thing to a draft: it puts an order under it. The content it approves is the one it has read.
CREATE FUNCTION version_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'portal_owner' OR OLD.status <> 'DRAFT' OR NEW.status = 'DRAFT' THEN RETURN NEW; END IF;
  IF NEW.status <> 'PUBLISHED' THEN
    RAISE EXCEPTION 'a draft is approved or thrown away' USING ERRCODE = '42501';
  END IF;
  IF NEW.order_number = '' OR NEW.order_date IS NULL OR NEW.order_title = '' OR NEW.published_at IS NULL THEN
    RAISE EXCEPTION 'a version is approved by an order with a number, a date and a title' USING ERRCODE = '42501';
  END IF;
  IF to_jsonb(NEW) - ARRAY['status', 'order_number', 'order_date', 'order_title', 'published_at', 'hash', 'decision']
     <> to_jsonb(OLD) - ARRAY['status', 'order_number', 'order_date', 'order_title', 'published_at', 'hash', 'decision']
     OR NEW.decision - 'order' <> OLD.decision - 'order' THEN
    RAISE EXCEPTION 'the approval of a version changes nothing in it but the order' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER version_approved BEFORE UPDATE ON methodology_version FOR EACH ROW EXECUTE FUNCTION version_approved();
