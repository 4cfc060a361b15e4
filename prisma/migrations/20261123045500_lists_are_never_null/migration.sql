-- A list that is not there is empty; what was NULL would meet neither «contains» nor «does not contain». First the default,
-- so that a portal of the version before, still running, can write no more of them.
ALTER TABLE "campaign" ALTER COLUMN "held" SET DEFAULT '{}';
ALTER TABLE "card" ALTER COLUMN "grades" SET DEFAULT '{}';
ALTER TABLE "card_live" ALTER COLUMN "points" SET DEFAULT '{}';
ALTER TABLE "assessment" ALTER COLUMN "points" SET DEFAULT '{}';
ALTER TABLE "school" ALTER COLUMN "grades" SET DEFAULT '{}';
ALTER TABLE "school" ALTER COLUMN "contexts" SET DEFAULT '{}';
ALTER TABLE "school_year" ALTER COLUMN "grades" SET DEFAULT '{}';
UPDATE "campaign" SET "held" = '{}' WHERE "held" IS NULL;
UPDATE "card" SET "grades" = '{}' WHERE "grades" IS NULL;
UPDATE "card_live" SET "points" = '{}' WHERE "points" IS NULL;
UPDATE "school" SET "grades" = '{}' WHERE "grades" IS NULL;
UPDATE "school" SET "contexts" = '{}' WHERE "contexts" IS NULL;
UPDATE "school_year" SET "grades" = '{}' WHERE "grades" IS NULL;
ALTER TABLE "campaign" ALTER COLUMN "held" SET NOT NULL;
ALTER TABLE "card" ALTER COLUMN "grades" SET NOT NULL;
ALTER TABLE "card_live" ALTER COLUMN "points" SET NOT NULL;
ALTER TABLE "assessment" ALTER COLUMN "points" SET NOT NULL;
ALTER TABLE "school" ALTER COLUMN "grades" SET NOT NULL;
ALTER TABLE "school" ALTER COLUMN "contexts" SET NOT NULL;
ALTER TABLE "school_year" ALTER COLUMN "grades" SET NOT NULL;
