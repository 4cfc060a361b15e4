import pg from 'pg';

type Sent = (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * Every statement that the driver sends while `work` runs, BEGIN and COMMIT included. Counted at the last place before the
 * wire, so that what an ORM adds by itself is counted too.
 */
export async function heardStatements(work: () => Promise<unknown>): Promise<readonly string[]> {
  const heard: string[] = [];
  const send: Sent = Reflect.get(pg.Client.prototype, 'query');
  const counted: Sent = function (...given) {
    const [first] = given;
    heard.push(typeof first === 'string' ? first : String(Reflect.get(Object(first), 'text')));
    return send.apply(this, given);
  };
  Reflect.set(pg.Client.prototype, 'query', counted);
  try {
    await work();
  } finally {
    Reflect.set(pg.Client.prototype, 'query', send);
  }
  return heard;
}
