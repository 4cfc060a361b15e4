-- What has been submitted, published, assessed or approved does not change, whoever asks.

CREATE TRIGGER answer_change_append_only BEFORE UPDATE OR DELETE ON answer_change FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER card_event_append_only BEFORE UPDATE OR DELETE ON card_event FOR EACH ROW EXECUTE FUNCTION append_only();

-- Answers of a submitted round are frozen; a correction is a new round.
CREATE FUNCTION answer_frozen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_card card;
BEGIN
  SELECT * INTO v_card FROM card c WHERE c.id = coalesce(NEW.card_id, OLD.card_id);
  IF coalesce(NEW.revision, OLD.revision) <= v_card.submitted_revision THEN
    RAISE EXCEPTION 'answers of a submitted round are frozen' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_frozen BEFORE INSERT OR UPDATE OR DELETE ON answer FOR EACH ROW EXECUTE FUNCTION answer_frozen();

-- The life cycle of a card: which move, by which role. The owner (maintenance) is bound by the moves, not by the roles.
CREATE FUNCTION card_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_maintenance boolean := current_user = 'portal_owner';
BEGIN
  IF NOT v_maintenance AND viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY') AND (
       NEW.due_at IS DISTINCT FROM OLD.due_at OR NEW.due_reason <> OLD.due_reason OR NEW.grades <> OLD.grades
       OR NEW.school_kind <> OLD.school_kind OR NEW.school_id <> OLD.school_id OR NEW.campaign_id <> OLD.campaign_id) THEN
    RAISE EXCEPTION 'a school does not move its own deadline or roster' USING ERRCODE = '42501';
  END IF;
  IF NEW.submitted_revision < OLD.submitted_revision OR NEW.revision < OLD.revision THEN
    RAISE EXCEPTION 'rounds only grow' USING ERRCODE = '42501';
  END IF;
  IF NEW.status = OLD.status THEN
    IF NEW.submitted_revision <> OLD.submitted_revision OR NEW.revision <> OLD.revision THEN
      RAISE EXCEPTION 'a round changes only with the status' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT ((OLD.status IN ('DRAFT', 'RETURNED') AND NEW.status = 'SUBMITTED'
           AND (v_maintenance OR viewer_is('SCHOOL_HEAD')) AND NEW.submitted_revision = NEW.revision)
       OR (OLD.status = 'SUBMITTED' AND NEW.status IN ('RETURNED', 'ACCEPTED') AND (v_maintenance OR viewer_is('CENTRE')))
       OR (OLD.status IN ('ACCEPTED', 'CLOSED') AND NEW.status = 'RETURNED' AND (v_maintenance OR viewer_is('CENTRE')))
       OR (OLD.status = 'ACCEPTED' AND NEW.status = 'CLOSED' AND (v_maintenance OR viewer_is('OFFICIAL')))) THEN
    RAISE EXCEPTION 'a card does not move from % to %', OLD.status, NEW.status USING ERRCODE = '42501';
  END IF;
  IF NEW.status = 'RETURNED' AND NEW.revision <> OLD.submitted_revision + 1 THEN
    RAISE EXCEPTION 'a returned card opens the next round' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER card_moves BEFORE UPDATE ON card FOR EACH ROW EXECUTE FUNCTION card_moves();

-- The next round begins as a copy of the submitted one, made here, because the centre may not write a school's answers.
CREATE FUNCTION card_next_round() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO answer (municipality_id, school_id, card_id, revision, item, value, source, comment, version, author_id, at)
  SELECT a.municipality_id, a.school_id, a.card_id, NEW.revision, a.item, a.value, a.source, a.comment, a.version, a.author_id, a.at
  FROM answer a WHERE a.card_id = NEW.id AND a.revision = OLD.revision;
  RETURN NULL;
END $$;
CREATE TRIGGER card_next_round AFTER UPDATE ON card FOR EACH ROW WHEN (NEW.revision > OLD.revision) EXECUTE FUNCTION card_next_round();

-- The roster is frozen at opening by the clock of the database.
CREATE FUNCTION roster_frozen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM campaign c WHERE c.id = coalesce(NEW.campaign_id, OLD.campaign_id) AND c.opens_at <= now()) THEN
    RAISE EXCEPTION 'the roster is frozen since the campaign opened' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER roster_frozen BEFORE INSERT OR DELETE ON card FOR EACH ROW EXECUTE FUNCTION roster_frozen();

-- An assessment is kept for ever; only its successor may mark it as superseded, once.
CREATE FUNCTION assessment_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
     AND to_jsonb(NEW) - 'superseded_at' = to_jsonb(OLD) - 'superseded_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'assessments are kept as they were made' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER assessment_kept BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION assessment_kept();

-- A published version of a method is immutable; it may only be archived.
CREATE FUNCTION version_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'DRAFT' THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.status = 'ARCHIVED' AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a published version of a method is immutable' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER version_published BEFORE UPDATE OR DELETE ON methodology_version FOR EACH ROW EXECUTE FUNCTION version_published();
CREATE FUNCTION version_part_published() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM methodology_version v WHERE v.id = coalesce(NEW.version_id, OLD.version_id) AND v.status <> 'DRAFT') THEN
    RAISE EXCEPTION 'a published version of a method is immutable' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER version_part_published BEFORE INSERT OR UPDATE OR DELETE ON method_section FOR EACH ROW EXECUTE FUNCTION version_part_published();
CREATE TRIGGER version_part_published BEFORE INSERT OR UPDATE OR DELETE ON method_criterion FOR EACH ROW EXECUTE FUNCTION version_part_published();

-- An approved list is the order's text: a correction is a new list that amends it.
CREATE FUNCTION list_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'APPROVED' THEN
    RAISE EXCEPTION 'an approved list is immutable' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.status = 'APPROVED' AND current_user <> 'portal_owner' AND NOT viewer_is('OFFICIAL') THEN
    RAISE EXCEPTION 'only the department approves a list' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER list_approved BEFORE UPDATE OR DELETE ON approved_list FOR EACH ROW EXECUTE FUNCTION list_approved();
CREATE FUNCTION list_entry_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM approved_list l WHERE l.id = coalesce(NEW.list_id, OLD.list_id) AND l.status = 'APPROVED') THEN
    RAISE EXCEPTION 'an approved list is immutable' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER list_entry_approved BEFORE INSERT OR UPDATE OR DELETE ON list_entry FOR EACH ROW EXECUTE FUNCTION list_entry_approved();

-- A proof of a submitted round stays; it can only be left out of the next one.
CREATE FUNCTION evidence_frozen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_submitted int;
BEGIN
  SELECT c.submitted_revision INTO v_submitted FROM card c WHERE c.id = NEW.card_id;
  IF TG_OP = 'INSERT' AND NEW.added_revision > v_submitted THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (NEW.removed_revision IS NULL OR NEW.removed_revision > v_submitted)
     AND (OLD.removed_revision IS NULL OR OLD.removed_revision > v_submitted)
     AND to_jsonb(NEW) - 'removed_revision' = to_jsonb(OLD) - 'removed_revision' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'evidence of a submitted round is frozen' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER evidence_frozen BEFORE INSERT OR UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION evidence_frozen();

-- A school answers a question; the question itself is the centre's.
CREATE FUNCTION remark_reply_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY')
     AND to_jsonb(NEW) - 'reply' - 'reply_by_id' - 'reply_at' <> to_jsonb(OLD) - 'reply' - 'reply_by_id' - 'reply_at' THEN
    RAISE EXCEPTION 'a school only replies to a remark' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER remark_reply_only BEFORE UPDATE ON remark FOR EACH ROW EXECUTE FUNCTION remark_reply_only();
