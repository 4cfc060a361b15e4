-- Rows of an uploaded school list as rows: they are counted, filtered and paged, which one JSON of five thousand is not.
CREATE TYPE "import_result" AS ENUM ('NEW', 'CHANGED', 'UNCHANGED', 'AMBIGUOUS', 'ERROR', 'SKIPPED');

ALTER TABLE "school_import" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX "school_import_municipality_id_id_key" ON "school_import"("municipality_id", "id");

CREATE TABLE "school_import_row" (
    "municipality_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "result" "import_result" NOT NULL,
    "has_warning" BOOLEAN NOT NULL,
    "parsed" JSONB,
    "content" JSONB NOT NULL,

    CONSTRAINT "school_import_row_pkey" PRIMARY KEY ("import_id", "row")
);

CREATE INDEX "school_import_row_import_id_result_row_idx" ON "school_import_row"("import_id", "result", "row");

ALTER TABLE "school_import_row" ADD CONSTRAINT "school_import_row_municipality_id_import_id_fkey" FOREIGN KEY ("municipality_id", "import_id") REFERENCES "school_import"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE school_import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE school_import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON school_import_row TO portal_owner USING (true) WITH CHECK (true);
REVOKE ALL ON school_import_row FROM PUBLIC, portal_app;
GRANT SELECT ON school_import_row TO portal_backup;
GRANT SELECT, INSERT, DELETE ON school_import_row TO portal_app;
CREATE POLICY centre_all ON school_import_row TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
