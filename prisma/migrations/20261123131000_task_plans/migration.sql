-- Levels and contents of the tasks of a paper differ every year: a municipality enters them from the description of the work.
CREATE TABLE "task_plan" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "exam" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "grade" SMALLINT NOT NULL,
    "tasks" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_plan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "task_plan_is_a_list" CHECK (jsonb_typeof("tasks") = 'array')
);
CREATE UNIQUE INDEX "task_plan_municipality_id_year_exam_subject_grade_key" ON "task_plan"("municipality_id", "year", "exam", "subject", "grade");
CREATE UNIQUE INDEX "task_plan_municipality_id_id_key" ON "task_plan"("municipality_id", "id");

ALTER TABLE task_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE task_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON task_plan TO portal_owner USING (true) WITH CHECK (true);
REVOKE ALL ON task_plan FROM PUBLIC, portal_app;
GRANT SELECT ON task_plan TO portal_backup;
GRANT SELECT, INSERT, UPDATE, DELETE ON task_plan TO portal_app;
CREATE POLICY viewer_read ON task_plan FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()));
CREATE POLICY centre_write ON task_plan TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
