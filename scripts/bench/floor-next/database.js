import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import pg from 'pg';

globalThis.floorPool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
export const pool = globalThis.floorPool;

/** The session check of the floor: the same cookie, the same function of the database. */
export async function viewer() {
  const token = (await cookies()).get('next-auth.session-token')?.value;
  const claims = await decode({ token, secret: process.env.NEXTAUTH_SECRET });
  const { rows } = await pool.query('SELECT * FROM session_viewer($1::uuid, true)', [claims.sid]);
  if (!rows[0]) throw new Error('no session');
  return rows[0];
}

/** One query in one transaction that row-level security looks at. */
export async function queryAs(who, sql, values) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('app.user_id', $1, true), set_config('app.role', $2, true), set_config('app.membership_id', $3, true),
        set_config('app.region_id', $4, true), set_config('app.municipality_id', $5, true), set_config('app.school_id', $6, true)`,
      [who.user_id, who.role, who.membership_id, who.region_id ?? '', who.municipality_id ?? '', who.school_id ?? ''],
    );
    const { rows } = await client.query(sql, values);
    await client.query('COMMIT');
    return rows;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
