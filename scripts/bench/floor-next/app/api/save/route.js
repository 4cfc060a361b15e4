import { pool } from '../../../database.js';

/** A bare handler: one durable INSERT, no session, no rule, no journal. */
export async function POST(request) {
  const { id, value } = await request.json();
  await pool.query('INSERT INTO bench_floor.saved (id, value) VALUES ($1, $2)', [id, value]);
  return Response.json({ saved: id });
}
