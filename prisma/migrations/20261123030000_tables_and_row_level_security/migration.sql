CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Russian alphabetical order in which «СШ № 2» stands before «СШ № 10», whatever the locale of the cluster.
CREATE COLLATION russian (provider = icu, locale = 'ru-RU-u-kn-true');

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'REGION', 'CURATOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "campaign_stage" AS ENUM ('INITIAL', 'INTERIM', 'FINAL');

-- CreateEnum
CREATE TYPE "card_status" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'CLOSED');

-- CreateEnum
CREATE TYPE "answer_value" AS ENUM ('YES', 'NO', 'NOT_APPLICABLE', 'NO_DATA');

-- CreateEnum
CREATE TYPE "answer_source" AS ENUM ('ENTERED', 'COMPUTED', 'OVERRIDDEN');

-- CreateEnum
CREATE TYPE "remark_kind" AS ENUM ('REMARK', 'QUESTION');

-- CreateEnum
CREATE TYPE "list_status" AS ENUM ('DRAFT', 'PROPOSED', 'APPROVED');

-- CreateEnum
CREATE TYPE "list_decision" AS ENUM ('INCLUDE', 'EXCLUDE', 'SUPPORT');

-- CreateEnum
CREATE TYPE "version_status" AS ENUM ('DRAFT', 'PUBLISHED', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "school_kind" AS ENUM ('PRIMARY', 'BASIC', 'SECONDARY', 'GYMNASIUM', 'LYCEUM');

-- CreateEnum
CREATE TYPE "school_place" AS ENUM ('CITY', 'TOWN', 'VILLAGE');

-- CreateEnum
CREATE TYPE "school_context" AS ENUM ('DEPRIVED_RURAL', 'DEPRIVED_URBAN', 'SMALL_RURAL', 'REMOTE', 'HIGH_DEVIANCE', 'MULTICULTURAL');

-- CreateEnum
CREATE TYPE "alias_system" AS ENUM ('FIS_OKO', 'GIA9', 'GIA11', 'INN', 'OTHER');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('READING', 'MAPPING', 'PREVIEW', 'APPLIED', 'FAILED', 'CANCELLED');

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT COLLATE "russian" NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT COLLATE "russian" NOT NULL,
    "centre_name" TEXT NOT NULL,
    "office_name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Moscow',
    "public_label" TEXT NOT NULL DEFAULT 'ШНРО',
    "founding_act" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT COLLATE "russian" NOT NULL,
    "password_hash" TEXT,
    "totp_secret" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "password_changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "region_id" UUID,
    "municipality_id" UUID,
    "school_id" UUID,
    "blocked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "municipality_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("membership_id","school_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "region_id" UUID,
    "municipality_id" UUID,
    "school_id" UUID,
    "user_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_counter" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL,

    CONSTRAINT "sign_in_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "user_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "journal_entry" (
    "chain" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "prev" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_entry_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "journal_head" (
    "chain" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "stage" "campaign_stage" NOT NULL,
    "title" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "held" TEXT[],
    "generation" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "school_name" TEXT COLLATE "russian" NOT NULL,
    "school_kind" "school_kind" NOT NULL,
    "grades" SMALLINT[],
    "status" "card_status" NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "submitted_revision" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "applicable" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "due_reason" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_live" (
    "card_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "points" SMALLINT[],
    "sum" SMALLINT NOT NULL,
    "max" SMALLINT NOT NULL,
    "extra" SMALLINT NOT NULL,

    CONSTRAINT "card_live_pkey" PRIMARY KEY ("card_id")
);

-- CreateTable
CREATE TABLE "answer" (
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "value" "answer_value" NOT NULL,
    "source" "answer_source" NOT NULL DEFAULT 'ENTERED',
    "comment" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("card_id","revision","item")
);

-- CreateTable
CREATE TABLE "answer_change" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "value" "answer_value" NOT NULL,
    "comment" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "file_id" UUID,
    "added_revision" INTEGER NOT NULL,
    "removed_revision" INTEGER,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remark" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "item" TEXT,
    "kind" "remark_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "reply" TEXT NOT NULL DEFAULT '',
    "reply_by_id" UUID,
    "reply_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_event" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "from" "card_status" NOT NULL,
    "to" "card_status" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "card_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "card_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "revision" INTEGER NOT NULL,
    "generation" INTEGER NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "points" SMALLINT[],
    "sum" SMALLINT NOT NULL,
    "max" SMALLINT NOT NULL,
    "extra" SMALLINT NOT NULL,
    "sum_results" SMALLINT NOT NULL,
    "max_results" SMALLINT NOT NULL,
    "missing" SMALLINT NOT NULL,
    "applicable" SMALLINT NOT NULL,
    "verdict" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "borderline" BOOLEAN NOT NULL,
    "facts" JSONB NOT NULL,
    "input_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approved_list" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "status" "list_status" NOT NULL DEFAULT 'DRAFT',
    "order_number" TEXT NOT NULL DEFAULT '',
    "order_date" DATE,
    "order_title" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approved_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_entry" (
    "municipality_id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "school_name" TEXT COLLATE "russian" NOT NULL,
    "assessment_id" UUID,
    "verdict" TEXT NOT NULL DEFAULT '',
    "decision" "list_decision" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "list_entry_pkey" PRIMARY KEY ("list_id","school_id")
);

-- CreateTable
CREATE TABLE "methodology" (
    "id" UUID NOT NULL,
    "region_id" UUID,
    "municipality_id" UUID,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "methodology_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "methodology_version" (
    "id" UUID NOT NULL,
    "methodology_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "version_status" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "order_number" TEXT NOT NULL DEFAULT '',
    "order_date" DATE,
    "order_title" TEXT NOT NULL DEFAULT '',
    "provenance" TEXT NOT NULL DEFAULT '',
    "decision" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "methodology_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "method_section" (
    "version_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "table_no" SMALLINT NOT NULL,
    "position" SMALLINT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "properties" JSONB NOT NULL,

    CONSTRAINT "method_section_pkey" PRIMARY KEY ("version_id","code")
);

-- CreateTable
CREATE TABLE "method_criterion" (
    "version_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "section_code" TEXT NOT NULL,
    "parent_code" TEXT,
    "kind" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "properties" JSONB NOT NULL,

    CONSTRAINT "method_criterion_pkey" PRIMARY KEY ("version_id","code")
);

-- CreateTable
CREATE TABLE "school" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT COLLATE "russian" NOT NULL,
    "short_name" TEXT COLLATE "russian" NOT NULL,
    "kind" "school_kind" NOT NULL,
    "place" "school_place" NOT NULL,
    "grades" SMALLINT[],
    "pupils" INTEGER,
    "contexts" "school_context"[],
    "address" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL,
    "closed_at" DATE,
    "successor_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "school_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_name" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "basis" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "school_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_alias" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "system" "alias_system" NOT NULL,
    "code" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "school_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_year" (
    "municipality_id" UUID NOT NULL,
    "school_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "kind" "school_kind" NOT NULL,
    "grades" SMALLINT[],
    "pupils" INTEGER,

    CONSTRAINT "school_year_pkey" PRIMARY KEY ("school_id","year")
);

-- CreateTable
CREATE TABLE "school_import" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'READING',
    "options" JSONB NOT NULL DEFAULT '{}',
    "preview" JSONB,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT NOT NULL DEFAULT '',
    "beat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "school_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_code_key" ON "municipality"("code");

-- CreateIndex
CREATE INDEX "municipality_region_id_idx" ON "municipality"("region_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "membership_municipality_id_role_idx" ON "membership"("municipality_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "membership_once" ON "membership"("user_id", "role", "region_id", "municipality_id", "school_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_municipality_id_created_at_idx" ON "invitation"("municipality_id", "created_at");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "idempotency_key_at_idx" ON "idempotency_key"("at");

-- CreateIndex
CREATE INDEX "journal_entry_chain_entity_entity_id_idx" ON "journal_entry"("chain", "entity", "entity_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_municipality_id_id_key" ON "stored_file"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_municipality_id_id_key" ON "campaign"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_municipality_id_year_stage_key" ON "campaign"("municipality_id", "year", "stage");

-- CreateIndex
CREATE INDEX "card_campaign_id_school_name_id_idx" ON "card"("campaign_id", "school_name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "card_municipality_id_id_key" ON "card"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "card_campaign_id_school_id_key" ON "card"("campaign_id", "school_id");

-- CreateIndex
CREATE UNIQUE INDEX "card_live_municipality_id_card_id_key" ON "card_live"("municipality_id", "card_id");

-- CreateIndex
CREATE INDEX "answer_change_card_id_item_at_idx" ON "answer_change"("card_id", "item", "at");

-- CreateIndex
CREATE INDEX "evidence_card_id_item_idx" ON "evidence"("card_id", "item");

-- CreateIndex
CREATE INDEX "remark_card_id_item_idx" ON "remark"("card_id", "item");

-- CreateIndex
CREATE INDEX "card_event_card_id_at_idx" ON "card_event"("card_id", "at");

-- CreateIndex
CREATE INDEX "assessment_campaign_id_generation_idx" ON "assessment"("campaign_id", "generation");

-- CreateIndex
CREATE INDEX "assessment_school_id_year_idx" ON "assessment"("school_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_municipality_id_id_key" ON "assessment"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_current" ON "assessment"("card_id", "generation") WHERE "superseded_at" IS NULL;

-- CreateIndex
CREATE UNIQUE INDEX "approved_list_municipality_id_id_key" ON "approved_list"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "approved_list_campaign_id_number_key" ON "approved_list"("campaign_id", "number");

-- CreateIndex
CREATE INDEX "list_entry_municipality_id_school_id_idx" ON "list_entry"("municipality_id", "school_id");

-- CreateIndex
CREATE UNIQUE INDEX "methodology_code_key" ON "methodology"("code");

-- CreateIndex
CREATE UNIQUE INDEX "methodology_version_methodology_id_number_key" ON "methodology_version"("methodology_id", "number");

-- CreateIndex
CREATE INDEX "school_municipality_id_short_name_id_idx" ON "school"("municipality_id", "short_name", "id");

-- CreateIndex
CREATE INDEX "school_search_trgm" ON "school" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "school_municipality_id_id_key" ON "school"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "school_municipality_id_code_key" ON "school"("municipality_id", "code");

-- CreateIndex
CREATE INDEX "school_name_municipality_id_school_id_idx" ON "school_name"("municipality_id", "school_id");

-- CreateIndex
CREATE INDEX "school_alias_municipality_id_system_code_idx" ON "school_alias"("municipality_id", "system", "code");

-- CreateIndex
CREATE INDEX "school_alias_municipality_id_school_id_idx" ON "school_alias"("municipality_id", "school_id");

-- CreateIndex
CREATE INDEX "school_import_municipality_id_created_at_idx" ON "school_import"("municipality_id", "created_at");

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "methodology_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_municipality_id_campaign_id_fkey" FOREIGN KEY ("municipality_id", "campaign_id") REFERENCES "campaign"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card" ADD CONSTRAINT "card_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_live" ADD CONSTRAINT "card_live_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_change" ADD CONSTRAINT "answer_change_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_municipality_id_file_id_fkey" FOREIGN KEY ("municipality_id", "file_id") REFERENCES "stored_file"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remark" ADD CONSTRAINT "remark_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_event" ADD CONSTRAINT "card_event_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_municipality_id_card_id_fkey" FOREIGN KEY ("municipality_id", "card_id") REFERENCES "card"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "methodology_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approved_list" ADD CONSTRAINT "approved_list_municipality_id_campaign_id_fkey" FOREIGN KEY ("municipality_id", "campaign_id") REFERENCES "campaign"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_municipality_id_list_id_fkey" FOREIGN KEY ("municipality_id", "list_id") REFERENCES "approved_list"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_municipality_id_assessment_id_fkey" FOREIGN KEY ("municipality_id", "assessment_id") REFERENCES "assessment"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "methodology" ADD CONSTRAINT "methodology_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "methodology" ADD CONSTRAINT "methodology_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "methodology_version" ADD CONSTRAINT "methodology_version_methodology_id_fkey" FOREIGN KEY ("methodology_id") REFERENCES "methodology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "method_section" ADD CONSTRAINT "method_section_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "methodology_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "method_criterion" ADD CONSTRAINT "method_criterion_version_id_section_code_fkey" FOREIGN KEY ("version_id", "section_code") REFERENCES "method_section"("version_id", "code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_municipality_id_successor_id_fkey" FOREIGN KEY ("municipality_id", "successor_id") REFERENCES "school"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_name" ADD CONSTRAINT "school_name_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_alias" ADD CONSTRAINT "school_alias_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_year" ADD CONSTRAINT "school_year_municipality_id_school_id_fkey" FOREIGN KEY ("municipality_id", "school_id") REFERENCES "school"("municipality_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who is looking. Set for one transaction by set_config(..., true); without identity every function gives NULL and no row.
CREATE FUNCTION viewer_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
CREATE FUNCTION viewer_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.role', true), '') $$;
CREATE FUNCTION viewer_membership() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.membership_id', true), '')::uuid $$;
CREATE FUNCTION viewer_region() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.region_id', true), '')::uuid $$;
CREATE FUNCTION viewer_municipality() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.municipality_id', true), '')::uuid $$;
CREATE FUNCTION viewer_school() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.school_id', true), '')::uuid $$;
CREATE FUNCTION viewer_is(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(viewer_role() = ANY (roles), false) $$;

-- Every table is closed to the application until a policy opens it. FORCE binds the owner too, so the owner, who runs
-- migrations and maintenance, has a policy of its own; the backup role bypasses row security and only reads.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO portal_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, portal_app', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_backup', t);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA public TO portal_app, portal_backup;

-- Places
GRANT SELECT ON region TO portal_app;
CREATE POLICY viewer_read ON region FOR SELECT TO portal_app USING (id = (SELECT viewer_region()));

GRANT SELECT ON municipality TO portal_app;
GRANT UPDATE (name, centre_name, office_name, time_zone, public_label, founding_act) ON municipality TO portal_app;
CREATE POLICY viewer_read ON municipality FOR SELECT TO portal_app USING (
  id = (SELECT viewer_municipality()) OR ((SELECT viewer_is('REGION')) AND region_id = (SELECT viewer_region())));
CREATE POLICY admin_change ON municipality FOR UPDATE TO portal_app
  USING (id = (SELECT viewer_municipality()) AND (SELECT viewer_is('ADMIN')));

-- People. The hash of a password and the secret of a second factor are not granted at all.
GRANT SELECT (id, email, name, created_at, password_changed_at), UPDATE (name) ON app_user TO portal_app;
CREATE POLICY viewer_read ON app_user FOR SELECT TO portal_app USING (
  id = (SELECT viewer_user()) OR EXISTS (SELECT FROM membership m WHERE m.user_id = app_user.id));
CREATE POLICY self_change ON app_user FOR UPDATE TO portal_app USING (id = (SELECT viewer_user()));

GRANT SELECT, UPDATE (blocked_at, role, school_id) ON membership TO portal_app;
CREATE POLICY viewer_read ON membership FOR SELECT TO portal_app USING (
  user_id = (SELECT viewer_user())
  OR (municipality_id = (SELECT viewer_municipality())
      AND ((SELECT viewer_is('CENTRE', 'OFFICIAL', 'ADMIN', 'CURATOR'))
           OR role IN ('CENTRE', 'OFFICIAL') OR school_id = (SELECT viewer_school()))));
CREATE POLICY admin_change ON membership FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND role <> 'REGION' AND (SELECT viewer_is('ADMIN')))
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND role <> 'REGION');

GRANT SELECT, INSERT, DELETE ON assignment TO portal_app;
CREATE POLICY viewer_read ON assignment FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL', 'ADMIN')) OR membership_id = (SELECT viewer_membership())
       OR school_id = (SELECT viewer_school())));
CREATE POLICY admin_add ON assignment FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('ADMIN')));
CREATE POLICY admin_remove ON assignment FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('ADMIN')));

GRANT SELECT (id, email, name, role, region_id, municipality_id, school_id, user_id, created_by_id, created_at, expires_at,
  used_at, revoked_at), INSERT, UPDATE (revoked_at) ON invitation TO portal_app;
CREATE POLICY admin_all ON invitation TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('ADMIN')))
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND role <> 'REGION' AND (SELECT viewer_is('ADMIN')));

GRANT SELECT, UPDATE (revoked_at) ON session TO portal_app;
CREATE POLICY self_all ON session TO portal_app USING (user_id = (SELECT viewer_user()));

GRANT SELECT, INSERT ON idempotency_key TO portal_app;
CREATE POLICY self_all ON idempotency_key TO portal_app USING (user_id = (SELECT viewer_user()));

-- Journal: the administrator reads, journal_add() writes.
GRANT SELECT ON journal_entry TO portal_app;
CREATE POLICY admin_read ON journal_entry FOR SELECT TO portal_app
  USING (chain = (SELECT viewer_municipality()) AND (SELECT viewer_is('ADMIN')));

-- Schools
GRANT SELECT, INSERT, UPDATE ON school TO portal_app;
CREATE POLICY viewer_read ON school FOR SELECT TO portal_app USING (
  (municipality_id = (SELECT viewer_municipality())
   AND ((SELECT viewer_is('CENTRE', 'OFFICIAL', 'ADMIN')) OR id = (SELECT viewer_school())
        OR ((SELECT viewer_is('CURATOR'))
            AND id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))))
  OR ((SELECT viewer_is('REGION'))
      AND municipality_id IN (SELECT m.id FROM municipality m WHERE m.region_id = (SELECT viewer_region()))));
CREATE POLICY centre_add ON school FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_change ON school FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['school_name', 'school_alias', 'school_year'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO portal_app', t);
    EXECUTE format($p$CREATE POLICY viewer_read ON %I FOR SELECT TO portal_app USING (
      municipality_id = (SELECT viewer_municipality())
      AND ((SELECT viewer_is('CENTRE', 'OFFICIAL', 'ADMIN')) OR school_id = (SELECT viewer_school())
           OR ((SELECT viewer_is('CURATOR'))
               AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))))$p$, t);
    EXECUTE format($p$CREATE POLICY centre_write ON %I TO portal_app
      USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')))$p$, t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON school_import TO portal_app;
CREATE POLICY centre_all ON school_import TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

-- Methods: reference data for everybody who is signed in, else the region's or the municipality's own.
GRANT SELECT ON methodology, methodology_version, method_section, method_criterion TO portal_app;
CREATE POLICY viewer_read ON methodology FOR SELECT TO portal_app USING (
  (SELECT viewer_user()) IS NOT NULL
  AND (municipality_id IS NULL OR municipality_id = (SELECT viewer_municipality()))
  AND (region_id IS NULL OR region_id = (SELECT viewer_region())));
CREATE POLICY viewer_read ON methodology_version FOR SELECT TO portal_app
  USING (EXISTS (SELECT FROM methodology m WHERE m.id = methodology_id));
CREATE POLICY viewer_read ON method_section FOR SELECT TO portal_app
  USING (EXISTS (SELECT FROM methodology_version v WHERE v.id = version_id));
CREATE POLICY viewer_read ON method_criterion FOR SELECT TO portal_app
  USING (EXISTS (SELECT FROM methodology_version v WHERE v.id = version_id));

-- Campaigns and cards
GRANT SELECT, INSERT, UPDATE ON campaign TO portal_app;
CREATE POLICY viewer_read ON campaign FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  OR ((SELECT viewer_is('REGION'))
      AND municipality_id IN (SELECT m.id FROM municipality m WHERE m.region_id = (SELECT viewer_region()))));
CREATE POLICY centre_add ON campaign FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_change ON campaign FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));

GRANT SELECT, INSERT, UPDATE, DELETE ON card TO portal_app;
CREATE POLICY viewer_read ON card FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())
       OR ((SELECT viewer_is('CURATOR'))
           AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
CREATE POLICY centre_add ON card FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_remove ON card FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY move ON card FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())));

-- The live sum and the history of thoughts are the school's alone.
GRANT SELECT, INSERT, UPDATE ON card_live TO portal_app;
CREATE POLICY school_all ON card_live TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school()));
GRANT SELECT, INSERT ON answer_change TO portal_app;
CREATE POLICY school_all ON answer_change TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school()));

-- Answers and their proofs: the school sees all rounds, the centre the submitted ones, the official accepted cards.
GRANT SELECT, INSERT, UPDATE ON answer TO portal_app;
CREATE POLICY school_all ON answer TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school()));
CREATE POLICY submitted_read ON answer FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'CURATOR'))
  AND EXISTS (SELECT FROM card c WHERE c.id = card_id AND revision <= c.submitted_revision
              AND ((SELECT viewer_is('CENTRE')) OR c.status IN ('ACCEPTED', 'CLOSED'))));
GRANT SELECT, INSERT, UPDATE ON evidence TO portal_app;
CREATE POLICY school_all ON evidence TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school()));
CREATE POLICY submitted_read ON evidence FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND (SELECT viewer_is('CENTRE', 'OFFICIAL', 'CURATOR'))
  AND EXISTS (SELECT FROM card c WHERE c.id = card_id AND added_revision <= c.submitted_revision
              AND ((SELECT viewer_is('CENTRE')) OR c.status IN ('ACCEPTED', 'CLOSED'))));
GRANT SELECT, INSERT ON stored_file TO portal_app;
CREATE POLICY school_all ON stored_file TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school()));
CREATE POLICY evidence_read ON stored_file FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND EXISTS (SELECT FROM evidence e WHERE e.file_id = stored_file.id));

GRANT SELECT, INSERT, UPDATE, DELETE ON remark TO portal_app;
CREATE POLICY centre_all ON remark TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY school_read ON remark FOR SELECT TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school()) AND sent_at IS NOT NULL);
CREATE POLICY school_reply ON remark FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND school_id = (SELECT viewer_school()) AND sent_at IS NOT NULL);

GRANT SELECT, INSERT ON card_event TO portal_app;
CREATE POLICY viewer_read ON card_event FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())));
CREATE POLICY mover_add ON card_event FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality()) AND actor_id = (SELECT viewer_user())
  AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())));

GRANT SELECT, INSERT, UPDATE (superseded_at) ON assessment TO portal_app;
CREATE POLICY viewer_read ON assessment FOR SELECT TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR school_id = (SELECT viewer_school())
       OR ((SELECT viewer_is('OFFICIAL')) AND accepted)
       OR ((SELECT viewer_is('CURATOR')) AND accepted
           AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))));
CREATE POLICY assess ON assessment FOR INSERT TO portal_app WITH CHECK (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR school_id = (SELECT viewer_school())));
CREATE POLICY supersede ON assessment FOR UPDATE TO portal_app USING (
  municipality_id = (SELECT viewer_municipality())
  AND ((SELECT viewer_is('CENTRE')) OR school_id = (SELECT viewer_school())));

-- Lists: the centre prepares, the official approves; the school and the region see approved ones.
GRANT SELECT, INSERT, UPDATE, DELETE ON approved_list TO portal_app;
CREATE POLICY staff_read ON approved_list FOR SELECT TO portal_app USING (
  (municipality_id = (SELECT viewer_municipality())
   AND ((SELECT viewer_is('CENTRE', 'OFFICIAL'))
        OR (status = 'APPROVED' AND (SELECT viewer_is('SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CURATOR')))))
  OR ((SELECT viewer_is('REGION')) AND status = 'APPROVED'
      AND municipality_id IN (SELECT m.id FROM municipality m WHERE m.region_id = (SELECT viewer_region()))));
CREATE POLICY centre_add ON approved_list FOR INSERT TO portal_app
  WITH CHECK (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')));
CREATE POLICY centre_remove ON approved_list FOR DELETE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE')) AND status = 'DRAFT');
CREATE POLICY staff_change ON approved_list FOR UPDATE TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL')));
GRANT SELECT, INSERT, UPDATE, DELETE ON list_entry TO portal_app;
CREATE POLICY viewer_read ON list_entry FOR SELECT TO portal_app USING (
  EXISTS (SELECT FROM approved_list l WHERE l.id = list_id)
  AND ((municipality_id = (SELECT viewer_municipality())
        AND ((SELECT viewer_is('CENTRE', 'OFFICIAL')) OR school_id = (SELECT viewer_school())
             OR ((SELECT viewer_is('CURATOR'))
                 AND school_id IN (SELECT a.school_id FROM assignment a WHERE a.membership_id = (SELECT viewer_membership())))))
       OR ((SELECT viewer_is('REGION')) AND decision <> 'EXCLUDE')));
CREATE POLICY staff_write ON list_entry TO portal_app
  USING (municipality_id = (SELECT viewer_municipality()) AND (SELECT viewer_is('CENTRE', 'OFFICIAL')));
