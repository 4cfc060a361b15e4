import fs from 'node:fs';
import { median } from './measure.mjs';
import { register } from './oracle.mjs';
import { readSheet } from './read-xlsx.mjs';
import { askOk, cookieOf } from './wire.mjs';

const TIMES = 5;

/** Memory of a process that is nobody else's, in MB: RSS would count pages shared with the other servers too. */
const memory = (pid) => Number(/^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
const resident = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** The register as a file: first byte, whole time, growth of the server's memory meanwhile, and every cell. */
export async function measureXlsx({ world, portal, report }) {
  const cookie = await cookieOf(1);
  const address = `${portal.origin}/schools/export`;
  const first = await askOk(address, { cookie });
  const [, ...rows] = readSheet(first.body);
  const wanted = register(world.n).map(({ code, shortName, pupils }) => [code, shortName, String(pupils)]);
  const found = rows.map((cells) => [cells[0], cells[1], cells[7]]);
  report.check(`cells of the file of ${world.n}`, JSON.stringify(found) === JSON.stringify(wanted), String(found[0]));

  const firstBytes = [];
  const wholes = [];
  const growths = [];
  for (let turn = 0; turn < TIMES; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = process.platform === 'linux' ? resident(portal.pid) : 0;
    let highest = before;
    const look = () => {
      if (process.platform === 'linux') highest = Math.max(highest, resident(portal.pid));
    };
    const watch = setInterval(look, 20);
    const { firstByteMs, ms } = await askOk(address, { cookie, onChunk: () => {} });
    look();
    clearInterval(watch);
    firstBytes.push(firstByteMs);
    wholes.push(ms);
    growths.push(highest - before);
  }
  const n = world.n;
  const task = 'xlsx';
  report.number({ task, what: 'first byte', n, value: median(firstBytes), aim: 100, unit: 'ms' });
  report.number({ task, what: 'whole file', n, value: median(wholes), unit: 'ms', note: `${first.body.length} bytes` });
  const note =
    process.platform === 'linux' ? `the portal has ${memory(portal.pid).toFixed(0)} MB of its own` : 'Linux only';
  report.number({ task, what: 'memory growth', n, value: Math.max(...growths), aim: 40, unit: 'MB', note });
}
