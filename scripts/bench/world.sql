-- One world: a municipality of $N schools, five yearly campaigns, the default method. Every value is a function of the
-- school's number, the year and the item's position, so that the oracle can compute it again without the database.
-- Runs as superuser with triggers off; :placeholders are replaced by world.mjs.
SET session_replication_role = replica;
SET synchronous_commit = off;
SET client_min_messages = warning;

CREATE FUNCTION pg_temp.uid(tag int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT (lpad(to_hex(tag), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
-- 0 … 99 from three numbers: multiplicative hashing modulo 2^32 (Knuth, The Art of Computer Programming 3, 6.4).
CREATE FUNCTION pg_temp.chance(i bigint, y bigint, p bigint) RETURNS int LANGUAGE sql IMMUTABLE AS
  $$ SELECT ((((i * 7919 + y * 104729 + p * 1299709 + :seed) * 2654435761) % 4294967296) / 65536 % 100)::int $$;

INSERT INTO region (id, code, name) VALUES (pg_temp.uid(1, 1), 'bench', 'Область замеров');
INSERT INTO municipality (id, region_id, code, name, centre_name, office_name)
SELECT pg_temp.uid(2, m), pg_temp.uid(1, 1), 'bench-' || m, 'город ' || m, 'Центр города ' || m, 'Управление города ' || m
FROM generate_series(1, 2) m;

CREATE TEMP TABLE kind (kind school_kind, title text, grades smallint[]);
INSERT INTO kind VALUES
  ('PRIMARY', 'Начальная школа', '{1,2,3,4}'), ('BASIC', 'Основная школа', '{1,2,3,4,5,6,7,8,9}'),
  ('SECONDARY', 'Средняя школа', '{1,2,3,4,5,6,7,8,9,10,11}'), ('GYMNASIUM', 'Гимназия', '{1,2,3,4,5,6,7,8,9,10,11}'),
  ('LYCEUM', 'Лицей', '{1,2,3,4,5,6,7,8,9,10,11}');

-- Municipality 2 is the neighbour whose schools must never appear: its numbers follow those of the first.
CREATE TEMP TABLE place AS
SELECT i, CASE WHEN i <= :n THEN 1 ELSE 2 END AS m,
  (ARRAY['PRIMARY', 'BASIC', 'BASIC', 'BASIC', 'SECONDARY', 'SECONDARY', 'SECONDARY', 'SECONDARY', 'GYMNASIUM', 'LYCEUM']::school_kind[])[i % 10 + 1] AS kind,
  (i::bigint * 7919) % :n + 1 AS number
FROM generate_series(1, :n + greatest(5, :n / 10)) i;

INSERT INTO school (id, municipality_id, code, name, short_name, kind, place, grades, pupils, contexts, search_text)
SELECT pg_temp.uid(7, i), pg_temp.uid(2, m), lpad(i::text, 6, '0'),
  'муниципальное общеобразовательное учреждение «' || k.title || ' № ' || number || '»', k.title || ' № ' || number,
  p.kind, (ARRAY['CITY', 'TOWN', 'VILLAGE']::school_place[])[i % 3 + 1], k.grades, 100 + i % 900, '{}',
  lpad(i::text, 6, '0') || ' ' || lower(k.title) || ' № ' || number || ' муниципальное общеобразовательное учреждение ' || lower(k.title) || ' № ' || number
FROM place p JOIN kind k USING (kind);

-- 1 the centre, 2 the department, 100 + k the director of the k-th school with a card in work (schools 4, 8, 12 …).
INSERT INTO app_user (id, email, name)
SELECT pg_temp.uid(3, u), 'u' || u || '@bench.example', 'Сотрудник ' || u
FROM (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 100 + k FROM generate_series(1, least(50, :n / 4)) k) t(u);
INSERT INTO membership (id, user_id, role, municipality_id, school_id)
SELECT pg_temp.uid(4, u), pg_temp.uid(3, u), (CASE u WHEN 1 THEN 'CENTRE' WHEN 2 THEN 'OFFICIAL' ELSE 'SCHOOL_HEAD' END)::role,
  pg_temp.uid(2, 1), CASE WHEN u > 100 THEN pg_temp.uid(7, (u - 100) * 4) END
FROM (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 100 + k FROM generate_series(1, least(50, :n / 4)) k) t(u);
INSERT INTO session (id, user_id, membership_id)
SELECT pg_temp.uid(5, u), pg_temp.uid(3, u), pg_temp.uid(4, u)
FROM (SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 100 + k FROM generate_series(1, least(50, :n / 4)) k) t(u);

-- Years 0 … 3 are over; year 4 is open for another two weeks.
INSERT INTO campaign (id, municipality_id, version_id, year, stage, title, opens_at, closes_at, held)
SELECT pg_temp.uid(6, y), pg_temp.uid(2, 1), ':version', :year - 4 + y, 'INITIAL', 'Кампания ' || y,
  now() - make_interval(days => 14 + 365 * (4 - y)), now() + make_interval(days => 14 - 365 * (4 - y)), :held
FROM generate_series(0, 4) y;

CREATE TEMP TABLE item AS
SELECT * FROM jsonb_to_recordset(:items) AS t(pos int, code text, criterion int, zone int, is_on boolean, kinds text[]);
ANALYZE item;
CREATE TEMP TABLE cell (i int, pos int, value answer_value, point smallint);

-- The rule of the default method, written a second time and on purpose: what the portal computes must equal this.
CREATE FUNCTION pg_temp.outcome(low int, missing int, applicable int, sum int, max int, objectivity int) RETURNS text[]
  LANGUAGE sql IMMUTABLE AS $$ SELECT CASE
    WHEN low >= 2 THEN '{proposed,federal}'
    WHEN max = 0 OR 100 * missing > 20 * applicable THEN '{insufficient,missing}'
    WHEN 2 * sum >= max THEN '{proposed,list}'
    WHEN 10 * sum >= 3 * max OR objectivity >= 3 THEN '{risk,risk}'
    ELSE '{outside,otherwise}' END::text[] $$;
