import { gzipSync } from 'node:zlib';
import { savers } from './save.mjs';
import { askOk, cookieOf } from './wire.mjs';

const READ_ONLY_MAX = 150;
const CARD_MAX = 175;

/** Scripts that a page names anywhere; those for browsers without modules are not loaded by today's. */
export function scriptsOf(html) {
  const old = new Set(
    [...html.matchAll(/<script[^>]*noModule[^>]*>/gi)].flatMap(([tag]) => tag.match(/src="([^"]+)"/)?.[1] ?? []),
  );
  const named = [...html.matchAll(/\/_next\/static\/[^"'\\ ]+?\.js/g)].map(([address]) => address);
  return [...new Set(named)].filter((address) => !old.has(address));
}

/** Gzipped JavaScript of each page, in thousands of bytes. */
export async function measureJavascript({ world, portal, report }) {
  if (report.lines.some(({ task }) => task === 'javascript')) return; // the same build for every size
  const [who] = await savers(world);
  const centre = await cookieOf(1);
  const official = await cookieOf(2);
  const pages = [
    ['/home', official, READ_ONLY_MAX],
    ['/schools', official, READ_ONLY_MAX],
    ['/dashboard', official, READ_ONLY_MAX],
    ['/campaigns', centre, READ_ONLY_MAX],
    ['/method', centre, READ_ONLY_MAX],
    [`/cards/${who.card}`, who.cookie, CARD_MAX],
  ];
  for (const [path, cookie, aim] of pages) {
    const html = (await askOk(portal.origin + path, { cookie })).body.toString();
    let bytes = 0;
    for (const script of scriptsOf(html)) bytes += gzipSync((await askOk(portal.origin + script)).body).length;
    const what = path.startsWith('/cards/') ? 'the card while it is filled' : path;
    report.number({ task: 'javascript', what, value: bytes / 1000, aim, unit: 'kB gzipped' });
  }
}
