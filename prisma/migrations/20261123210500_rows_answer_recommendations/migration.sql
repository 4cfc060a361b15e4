-- A row of a plan may carry out a recommendation (one row each), and an event may carry out a row.
ALTER TABLE "roadmap_row" ADD COLUMN "recommendation_id" UUID;
ALTER TABLE "roadmap_row" ADD CONSTRAINT "roadmap_row_municipality_id_recommendation_id_fkey"
  FOREIGN KEY ("municipality_id", "recommendation_id") REFERENCES "recommendation"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "roadmap_row_municipality_id_recommendation_id_key" ON "roadmap_row"("municipality_id", "recommendation_id");

ALTER TABLE "event" ADD COLUMN "roadmap_row_id" UUID;
ALTER TABLE "event" ADD CONSTRAINT "event_municipality_id_roadmap_row_id_fkey"
  FOREIGN KEY ("municipality_id", "roadmap_row_id") REFERENCES "roadmap_row"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "event_municipality_id_roadmap_row_id_idx" ON "event"("municipality_id", "roadmap_row_id");
