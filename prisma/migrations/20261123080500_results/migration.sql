-- Results of exams as counts by school: imports with their history, reference values of the region, layouts mapped by hand.
-- No column of these tables can hold a pupil.
CREATE TYPE "result_import_status" AS ENUM ('READING', 'MAPPING', 'CHECK', 'APPLIED', 'REPLACED', 'UNDONE', 'FAILED', 'CANCELLED');

CREATE TABLE "result_import" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "layout" TEXT NOT NULL DEFAULT '',
    "layout_title" TEXT NOT NULL DEFAULT '',
    "status" "result_import_status" NOT NULL DEFAULT 'READING',
    "options" JSONB NOT NULL DEFAULT '{}',
    "reading" JSONB,
    "report" JSONB,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "pupils_dropped" INTEGER NOT NULL DEFAULT 0,
    "results" INTEGER NOT NULL DEFAULT 0,
    "figures" INTEGER NOT NULL DEFAULT 0,
    "schools" INTEGER NOT NULL DEFAULT 0,
    "years" SMALLINT[] DEFAULT ARRAY[]::SMALLINT[],
    "failure" TEXT NOT NULL DEFAULT '',
    "replaces_id" UUID,
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "result_import_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "school_result" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "exam" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "part" TEXT NOT NULL,
    "participants" INTEGER NOT NULL,
    "absent" INTEGER,
    "marks" INTEGER[],
    "below" INTEGER,
    "histogram" INTEGER[],
    "max_score" SMALLINT,
    "mean" DOUBLE PRECISION,
    "sd" DOUBLE PRECISION,
    "rank_correlation" DOUBLE PRECISION,
    "rank_pairs" INTEGER,
    "against_journal" INTEGER[],
    "tasks" JSONB,
    "source" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "superseded_by_id" UUID,

    CONSTRAINT "school_result_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "school_figure" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "part" TEXT NOT NULL DEFAULT '',
    "value" INTEGER NOT NULL,
    "n" INTEGER,
    "source" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "superseded_by_id" UUID,

    CONSTRAINT "school_figure_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reference_value" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "exam" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "participants" INTEGER NOT NULL,
    "mean" DOUBLE PRECISION,
    "sd" DOUBLE PRECISION,
    "max_score" SMALLINT,
    "marks" INTEGER[],
    "histogram" INTEGER[],
    "ratio_low" DOUBLE PRECISION,
    "ratio_high" DOUBLE PRECISION,
    "ratio_schools" INTEGER,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reference_value_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "mapping_profile" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "profile" JSONB NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mapping_profile_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "result_import_municipality_id_id_key" ON "result_import"("municipality_id", "id");
CREATE INDEX "result_import_municipality_id_created_at_idx" ON "result_import"("municipality_id", "created_at");
CREATE INDEX "school_result_municipality_id_year_is_current_idx" ON "school_result"("municipality_id", "year", "is_current");
CREATE INDEX "school_result_import_id_idx" ON "school_result"("import_id");
CREATE INDEX "school_result_municipality_id_superseded_by_id_idx" ON "school_result"("municipality_id", "superseded_by_id");
CREATE INDEX "school_result_municipality_id_school_id_idx" ON "school_result"("municipality_id", "school_id");
CREATE INDEX "school_figure_municipality_id_year_is_current_idx" ON "school_figure"("municipality_id", "year", "is_current");
CREATE INDEX "school_figure_import_id_idx" ON "school_figure"("import_id");
CREATE INDEX "school_figure_municipality_id_superseded_by_id_idx" ON "school_figure"("municipality_id", "superseded_by_id");
CREATE INDEX "school_figure_municipality_id_school_id_idx" ON "school_figure"("municipality_id", "school_id");
CREATE UNIQUE INDEX "reference_value_municipality_id_year_exam_subject_grade_key" ON "reference_value"("municipality_id", "year", "exam", "subject", "grade");
CREATE UNIQUE INDEX "reference_value_municipality_id_id_key" ON "reference_value"("municipality_id", "id");
CREATE UNIQUE INDEX "mapping_profile_municipality_id_id_key" ON "mapping_profile"("municipality_id", "id");
CREATE UNIQUE INDEX "mapping_profile_municipality_id_title_key" ON "mapping_profile"("municipality_id", "title");
CREATE INDEX "mapping_profile_region_id_is_shared_idx" ON "mapping_profile"("region_id", "is_shared");

-- One row speaks for a part of a work at a time; two imports applied at once cannot both win.
CREATE UNIQUE INDEX "school_result_current" ON "school_result"("school_id", "year", "exam", "subject", "grade", "part") WHERE "is_current";
CREATE UNIQUE INDEX "school_figure_current" ON "school_figure"("school_id", "year", "code", "part") WHERE "is_current";

ALTER TABLE "result_import" ADD CONSTRAINT "result_import_municipality_id_replaces_id_fkey" FOREIGN KEY ("municipality_id", "replaces_id") REFERENCES "result_import"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "school_result" ADD CONSTRAINT "school_result_municipality_id_import_id_fkey" FOREIGN KEY ("municipality_id", "import_id") REFERENCES "result_import"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "school_result" ADD CONSTRAINT "school_result_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "school_figure" ADD CONSTRAINT "school_figure_municipality_id_import_id_fkey" FOREIGN KEY ("municipality_id", "import_id") REFERENCES "result_import"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "school_figure" ADD CONSTRAINT "school_figure_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['result_import', 'school_result', 'school_figure', 'reference_value', 'mapping_profile'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup', t);
  END LOOP;
END $$;

-- The centre works with files; nobody else sees what is not applied yet.
GRANT SELECT, INSERT, UPDATE ON result_import TO portal_app;
CREATE POLICY centre_all ON result_import TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- What is applied: the centre and the office see the municipality, a school itself, a curator the schools assigned to him.
-- Only what speaks today leaves the centre; history is its own.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['school_result', 'school_figure'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE (is_current, superseded_by_id) ON %I TO portal_app', t);
    EXECUTE format($p$CREATE POLICY centre_all ON %I TO portal_app
      USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')))$p$, t);
    EXECUTE format($p$CREATE POLICY viewer_read ON %I FOR SELECT TO portal_app USING (
      is_current AND municipality_id = (SELECT viewer_municipality())
      AND ((SELECT viewer_is('OFFICIAL')) OR school_id = (SELECT viewer_school())
           OR ((SELECT viewer_is('CURATOR'))
               AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))))$p$, t);
  END LOOP;
END $$;

-- Values of a region name no school: everybody of the municipality may compare with them.
GRANT SELECT, INSERT, UPDATE, DELETE ON reference_value TO portal_app;
CREATE POLICY viewer_read ON reference_value FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()));
CREATE POLICY centre_write ON reference_value TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

GRANT SELECT, INSERT, UPDATE (title, is_shared), DELETE ON mapping_profile TO portal_app;
CREATE POLICY centre_all ON mapping_profile TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')))
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE'))
              AND region_id = (SELECT viewer_region()));
CREATE POLICY region_read ON mapping_profile FOR SELECT TO portal_app
  USING (is_shared AND region_id = (SELECT viewer_region()) AND (SELECT viewer_is('CENTRE')));
