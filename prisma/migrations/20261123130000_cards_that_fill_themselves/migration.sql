-- How often the facts of a school year have changed. Written in the transaction of the change itself, so that whoever
-- computes from facts can tell, at any later time and in any process, that what he computed is no longer true. A counter and
-- not a list of events: the row is locked until the change is committed, so no change can slip in under a number seen.
CREATE TABLE "fact_change" (
    "municipality_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "cause" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_change_pkey" PRIMARY KEY ("municipality_id", "year")
);
ALTER TABLE fact_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact_change FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON fact_change TO portal_owner USING (true) WITH CHECK (true);
REVOKE ALL ON fact_change FROM PUBLIC, portal_app;
GRANT SELECT ON fact_change TO portal_backup;
GRANT SELECT, INSERT, UPDATE ON fact_change TO portal_app;
-- A school must see that its own card is behind; what changed is the name of a file it sees beside its answers anyway.
CREATE POLICY viewer_read ON fact_change FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()));
CREATE POLICY centre_add ON fact_change FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_count ON fact_change FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- Up to which change of facts the answers of a card are computed; a card that is filled and lower than that is behind.
CREATE TABLE "computed_card" (
    "card_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "facts" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changed" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "changed_at" TIMESTAMPTZ(3),
    "changed_after" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "computed_card_pkey" PRIMARY KEY ("card_id")
);
CREATE UNIQUE INDEX "computed_card_municipality_id_card_id_key" ON "computed_card"("municipality_id", "card_id");
ALTER TABLE "computed_card" ADD CONSTRAINT "computed_card_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE computed_card ENABLE ROW LEVEL SECURITY;
ALTER TABLE computed_card FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON computed_card TO portal_owner USING (true) WITH CHECK (true);
REVOKE ALL ON computed_card FROM PUBLIC, portal_app;
GRANT SELECT ON computed_card TO portal_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON computed_card TO portal_app;
CREATE POLICY centre_all ON computed_card TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY school_read ON computed_card FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school()));

-- The run that brings the cards of a campaign up to date: who runs it now, and how the last one ended.
CREATE TABLE "computation" (
    "campaign_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "run_id" UUID,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "cards" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "after" TEXT NOT NULL DEFAULT '',
    "finished_at" TIMESTAMPTZ(3),
    "failure" TEXT NOT NULL DEFAULT '',
    "failed_facts" INTEGER,

    CONSTRAINT "computation_pkey" PRIMARY KEY ("campaign_id")
);
CREATE UNIQUE INDEX "computation_municipality_id_campaign_id_key" ON "computation"("municipality_id", "campaign_id");
ALTER TABLE "computation" ADD CONSTRAINT "computation_municipality_id_campaign_id_fkey" FOREIGN KEY ("municipality_id", "campaign_id") REFERENCES "campaign"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE computation ENABLE ROW LEVEL SECURITY;
ALTER TABLE computation FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON computation TO portal_owner USING (true) WITH CHECK (true);
REVOKE ALL ON computation FROM PUBLIC, portal_app;
GRANT SELECT ON computation TO portal_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON computation TO portal_app;
CREATE POLICY centre_all ON computation TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- What the answer stands on, and the smallest change that would turn it: shown beside the answer, never stored as its comment.
ALTER TABLE "computed_answer"
  ADD COLUMN "ground" TEXT NOT NULL DEFAULT 'FORMULA' CHECK ("ground" IN ('FORMULA', 'MARKER', 'CONFIRMED', 'REJECTED')),
  ADD COLUMN "turning" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "steps" INTEGER;
