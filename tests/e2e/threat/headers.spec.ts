import { addressOf, OPEN_PATTERNS, POST_PATTERNS, routes } from '../support/routes';
import { expect, test } from '../support/test';

test('no page of a signed-in person may be kept by anybody, and its scripts bear the nonce of the request', async ({
  signIn,
  town,
}) => {
  const { cards, id: campaign } = await town.campaign();
  const [card] = cards;
  if (!card) throw new Error('no card');
  const head = await town.person('SCHOOL_HEAD');
  await town.fill(card, head, 'ACCEPTED');
  const { request } = (await signIn(await town.person('CENTRE'))).context();
  const objects = {
    ...{
      campaign,
      card: card.id,
      school: card.school.id,
      list: card.id,
      person: card.id,
      file: card.id,
      draft: card.id,
    },
    ...{ programme: card.id, roadmap: card.id, roadmapRow: card.id },
    ...{ recommendation: card.id, remedy: card.id, deficit: card.id, courseRequest: card.id, coursePackage: card.id },
    ...{ course: card.id, association: card.id },
    ...{ survey: card.id, study: card.id },
    schoolImport: card.id,
    event: card.id,
  };
  const wrong: string[] = [];
  let opened = 0;
  const pages = routes().filter(({ pattern }) => !OPEN_PATTERNS.has(pattern) && !POST_PATTERNS.has(pattern));
  for (const { pattern } of pages) {
    const address = pattern.startsWith('/method/[') ? '/method' : addressOf(pattern, objects);
    const answer = await request.get(address, { maxRedirects: 0 });
    const headers = answer.headers();
    if (!headers['cache-control']?.includes('no-store')) wrong.push(`${address}: ${headers['cache-control']}`);
    if (headers['x-content-type-options'] !== 'nosniff') wrong.push(`${address}: sniffed`);
    if (headers['x-frame-options'] !== 'DENY') wrong.push(`${address}: framed`);
    if (answer.status() !== 200 || !headers['content-type']?.startsWith('text/html')) continue;
    opened += 1;
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'none';
    const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    if (scripts.some((tag) => !tag.includes(`nonce="${nonce}"`))) wrong.push(`${address}: a script without the nonce`);
  }
  expect(wrong).toEqual([]);
  expect(opened).toBeGreaterThan(12);
});

test('a file of a card is only ever a download that runs nothing', async ({ signIn, town, baseURL }) => {
  const [card] = (await town.campaign()).cards;
  if (!card) throw new Error('no card');
  const { request } = (await signIn(await town.person('SCHOOL_HEAD'))).context();
  const sent = await request.post(`/api/cards/${card.id}/evidence`, {
    headers: { Origin: baseURL ?? '' },
    multipart: {
      ...{ item: card.asked[0] ?? '', key: card.id },
      file: {
        name: 'проверка.html',
        mimeType: 'text/html',
        buffer: Buffer.from('%PDF-1.7\n<script>alert(1)</script>\n%%EOF'),
      },
    },
  });
  expect(sent.status(), await sent.text()).toBe(200);
  const stored = await town.owner.storedFile.findFirstOrThrow({ where: { municipalityId: town.id } });
  const answer = await request.get(`/api/files/${stored.id}`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''/),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': expect.stringContaining('no-store'),
  });
});
