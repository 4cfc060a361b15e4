-- A school may answer otherwise than the portal computes; the centre decides. Taking the school's answer is written down with
-- its reason; refusing it is a remark of the returned card.
CREATE TABLE "contest_decision" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "computed" "answer_value" NOT NULL,
    "answer" "answer_value" NOT NULL,
    "reason" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contest_decision_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "contest_decision_differs" CHECK ("computed" <> "answer")
);
CREATE UNIQUE INDEX "contest_decision_card_id_item_computed_answer_key" ON "contest_decision"("card_id", "item", "computed", "answer");
ALTER TABLE "contest_decision" ADD CONSTRAINT "contest_decision_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER contest_decision_append_only BEFORE UPDATE OR DELETE ON contest_decision FOR EACH ROW EXECUTE FUNCTION append_only();

ALTER TABLE contest_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE contest_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON contest_decision TO portal_owner USING (true) WITH CHECK (true);
REVOKE ALL ON contest_decision FROM PUBLIC, portal_app;
GRANT SELECT ON contest_decision TO portal_backup;
GRANT SELECT, INSERT ON contest_decision TO portal_app;
CREATE POLICY viewer_read ON contest_decision FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR school_id = (SELECT viewer_school())
       OR ((SELECT viewer_is('OFFICIAL', 'CURATOR'))
           AND EXISTS (SELECT FROM card c WHERE c.id = contest_decision.card_id AND c.status IN ('ACCEPTED', 'CLOSED')))));
CREATE POLICY centre_add ON contest_decision FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
