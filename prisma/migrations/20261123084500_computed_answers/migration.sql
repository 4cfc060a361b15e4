-- CreateTable
CREATE TABLE "computed_answer" (
    "card_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "value" "answer_value" NOT NULL,
    "because" TEXT NOT NULL,
    "files" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "previous" "answer_value",
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "computed_answer_pkey" PRIMARY KEY ("card_id","item")
);

-- CreateIndex
CREATE INDEX "computed_answer_municipality_id_card_id_idx" ON "computed_answer"("municipality_id", "card_id");

-- AddForeignKey
ALTER TABLE "computed_answer" ADD CONSTRAINT "computed_answer_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The centre computes, the school reads what concerns its own card.
ALTER TABLE computed_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE computed_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON computed_answer TO portal_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON computed_answer TO portal_app;
CREATE POLICY centre_all ON computed_answer TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY school_read ON computed_answer FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school()));
GRANT SELECT ON computed_answer TO portal_backup;
