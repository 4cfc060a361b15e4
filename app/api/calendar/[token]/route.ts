import { calendarFeed } from '@/lib/events/calendar-feed';
import { log } from '@/lib/platform/log';

type Context = { params: Promise<{ token: string }> };

/** A calendar that follows somebody's events: it cannot sign in, its secret address is its own key. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    return await calendarFeed((await params).token, request.headers.get('if-none-match'));
  } catch (error) {
    // The address is a secret: neither the log nor the answer repeats it.
    log.error({ err: error }, 'a calendar could not be read');
    return new Response('Календарь временно недоступен.', { status: 503, headers: { 'Cache-Control': 'no-store' } });
  }
}
