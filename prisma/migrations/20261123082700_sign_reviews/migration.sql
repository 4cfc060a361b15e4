-- What the centre said of a sign of non-objectivity and what the school answered. Rows are only added, never changed: who
-- said what, and on which numbers, stays.
CREATE TYPE "sign_step" AS ENUM ('ASKED', 'CONFIRMED', 'REJECTED');

CREATE TABLE "sign_review" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "work" TEXT NOT NULL,
    "step" "sign_step" NOT NULL,
    "reason" TEXT NOT NULL CHECK (length(trim(reason)) > 0),
    "finding" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_review_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "sign_reply" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "text" TEXT NOT NULL CHECK (length(trim(text)) > 0),
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_reply_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "sign_review_municipality_id_id_key" ON "sign_review"("municipality_id", "id");
CREATE INDEX "sign_review_municipality_id_school_id_year_idx" ON "sign_review"("municipality_id", "school_id", "year");
CREATE INDEX "sign_reply_municipality_id_review_id_idx" ON "sign_reply"("municipality_id", "review_id");
CREATE INDEX "sign_reply_municipality_id_school_id_idx" ON "sign_reply"("municipality_id", "school_id");

ALTER TABLE "sign_review" ADD CONSTRAINT "sign_review_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sign_reply" ADD CONSTRAINT "sign_reply_municipality_id_review_id_fkey" FOREIGN KEY ("municipality_id", "review_id") REFERENCES "sign_review"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sign_reply" ADD CONSTRAINT "sign_reply_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sign_review', 'sign_reply'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portal_app', t);
    EXECUTE format($p$CREATE POLICY viewer_read ON %I FOR SELECT TO portal_app USING (
      municipality_id = (SELECT viewer_municipality())
      AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())))$p$, t);
  END LOOP;
END $$;
CREATE POLICY centre_add ON sign_review FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
-- A school answers what it was asked itself, and in its own name.
CREATE POLICY school_add ON sign_reply FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school())
    AND EXISTS (SELECT FROM sign_review r WHERE r.id = review_id AND r.school_id = sign_reply.school_id));
