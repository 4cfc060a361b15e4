import { log } from '@/lib/platform/log';
import { readiness } from '@/lib/platform/readiness';

export const dynamic = 'force-dynamic';

/** The database answers and every migration this build was made with is in force. */
export async function GET() {
  try {
    const missing = await readiness();
    const ready = missing.length === 0;
    return Response.json({ ready, missing }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    log.warn({ err: error }, 'not ready');
    return Response.json({ ready: false }, { status: 503, headers: { 'Cache-Control': 'no-store' } });
  }
}
