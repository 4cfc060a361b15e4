import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const shown = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

/** Gathers what was measured, says it line by line and keeps it as JSON. Nothing here decides the exit code. */
export function makeReport() {
  const lines = [];
  const add = (line) => {
    lines.push(line);
    const { task, what, n, text, aim, isMet, note } = line;
    const verdict = isMet === undefined ? '' : isMet ? 'met' : 'NOT MET';
    console.log(
      `  ${task.padEnd(10)} ${what.padEnd(36)} ${String(n ?? '').padStart(6)}  ${text.padEnd(34)} ${(aim === undefined ? '' : `aim ≤ ${aim}`).padEnd(12)} ${verdict}${note ? `  (${note})` : ''}`,
    );
  };
  return {
    lines,
    /** A time against its floor of the same run. */
    ratio({ ms, floor, aim, ...rest }) {
      const ratio = ms / floor;
      const text = `${shown(ms)} ms / ${shown(floor)} ms = ${ratio.toFixed(2)}×`;
      add({ ...rest, ms, floor, ratio, aim, isMet: aim === undefined ? undefined : ratio <= aim, text });
    },
    number({ value, aim, unit, ...rest }) {
      add({
        ...rest,
        value,
        aim,
        isMet: aim === undefined ? undefined : value <= aim,
        text: `${shown(value)} ${unit}`,
      });
    },
    /** An answer against the oracle. */
    check(what, isRight, note = '') {
      lines.push({ task: 'oracle', what, isRight, note });
      if (!isRight) console.log(`  ORACLE     ${what}: WRONG ${note}`);
    },
    save(dataDir) {
      const stamp = new Date().toISOString().replaceAll(':', '-').slice(0, 19);
      const file = path.join(dataDir, 'bench', `bench-${stamp}.json`);
      const machine = { cpus: os.cpus().length, model: os.cpus()[0]?.model, node: process.version };
      fs.writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, lines }, null, 2)}\n`);
      return file;
    },
  };
}
