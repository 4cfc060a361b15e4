-- Under row-level security a condition reaches an index only when nothing in it could leak a row; PostgreSQL knows that
-- of CASE and not of COALESCE. So the register sorted by pupils asks by CASE, and so does its index.
DROP INDEX school_pupils;
CREATE INDEX school_pupils ON school (municipality_id, (CASE WHEN pupils IS NULL THEN -1 ELSE pupils END), id);
