-- A campaign that has never been open may be thrown away with its roster and its draft of a list; its line in the journal
-- stays. What was opened is kept for ever, also from the owner of the tables.
GRANT DELETE ON campaign TO portal_app;
CREATE POLICY centre_remove ON campaign FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND opens_at > now());

CREATE FUNCTION campaign_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.opens_at <= now() THEN
    RAISE EXCEPTION 'an opened campaign is kept' USING ERRCODE = '42501';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER campaign_kept BEFORE DELETE ON campaign FOR EACH ROW EXECUTE FUNCTION campaign_kept();
