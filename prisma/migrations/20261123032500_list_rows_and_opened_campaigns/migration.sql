-- A commission decides on several schools at once: each row of a list has a version of its own.
ALTER TABLE "list_entry" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
-- Why the department gave a proposed list back to the centre.
ALTER TABLE "approved_list" ADD COLUMN "return_reason" TEXT NOT NULL DEFAULT '';

-- The moves of a list, by role; a list is born as a draft, so that none appears approved from nowhere.
CREATE OR REPLACE FUNCTION list_approved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_maintenance boolean := current_user = 'portal_owner';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'DRAFT' THEN
      RAISE EXCEPTION 'a list begins as a draft' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status = 'APPROVED' THEN
    RAISE EXCEPTION 'an approved list is immutable' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW.campaign_id <> OLD.campaign_id OR NEW.municipality_id <> OLD.municipality_id OR NEW.number <> OLD.number THEN
    RAISE EXCEPTION 'a list keeps its campaign and number' USING ERRCODE = '42501';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
       (OLD.status = 'DRAFT' AND NEW.status = 'PROPOSED' AND (v_maintenance OR viewer_is('CENTRE')))
       OR (OLD.status = 'PROPOSED' AND NEW.status IN ('DRAFT', 'APPROVED') AND (v_maintenance OR viewer_is('OFFICIAL')))) THEN
    RAISE EXCEPTION 'a list does not move from % to %', OLD.status, NEW.status USING ERRCODE = '42501';
  END IF;
  IF NEW.status = 'APPROVED' AND (NEW.order_number = '' OR NEW.order_date IS NULL OR NEW.order_title = '') THEN
    RAISE EXCEPTION 'a list is approved by an order with number, date and title' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER list_approved ON approved_list;
CREATE TRIGGER list_approved BEFORE INSERT OR UPDATE OR DELETE ON approved_list FOR EACH ROW EXECUTE FUNCTION list_approved();

-- Rows belong to whoever holds the list: the centre while it is a draft, the department while it is proposed. The list's
-- row is locked first, so that nothing is written into a list that is being approved at the same moment.
CREATE OR REPLACE FUNCTION list_entry_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_status list_status;
BEGIN
  SELECT l.status INTO v_status FROM approved_list l WHERE l.id = coalesce(NEW.list_id, OLD.list_id) FOR SHARE;
  IF v_status = 'APPROVED' THEN
    RAISE EXCEPTION 'an approved list is immutable' USING ERRCODE = '42501';
  END IF;
  IF (v_status = 'PROPOSED' AND viewer_is('CENTRE')) OR (v_status = 'DRAFT' AND viewer_is('OFFICIAL')) THEN
    RAISE EXCEPTION 'the list is in other hands' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

-- What a campaign asks and of which year is fixed at opening, as its roster is; only its end may move.
CREATE FUNCTION campaign_opened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'portal_owner' AND OLD.opens_at <= now()
     AND to_jsonb(NEW) - 'closes_at' - 'title' - 'version' - 'generation'
         <> to_jsonb(OLD) - 'closes_at' - 'title' - 'version' - 'generation' THEN
    RAISE EXCEPTION 'an opened campaign keeps what it asks' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_opened BEFORE UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION campaign_opened();
