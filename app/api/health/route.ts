/** The process is alive; says nothing of the database. */
export const dynamic = 'force-dynamic';

export const GET = () => Response.json({ ok: true }, { headers: { 'Cache-Control': 'no-store' } });
