import { describe, expect, it } from 'vitest';
import config from '@/next.config.js';
import { sources } from './source-tree';

const lib = sources('lib');
const app = sources('app');
const server = [...lib, ...app].filter(({ text }) => !text.startsWith("'use client'"));
const pathsOf = (found: readonly { readonly path: string }[]) => found.map(({ path }) => path);
const code = (text: string) => text.replace(/^\s*(\*|\/\/|\/\*).*$/gm, '');

describe('the server', () => {
  it('fetches no address, a person’s least of all', () => {
    const asking = server.filter(({ text }) => /\bfetch\(|https?\.(get|request)\(|undici|axios/.test(code(text)));
    expect(pathsOf(asking)).toEqual([]);
    expect(config.images).toEqual({ unoptimized: true });
  });

  it('runs on Node alone', () => {
    expect(pathsOf(server.filter(({ text }) => /runtime\s*=\s*['"](experimental-)?edge/.test(text)))).toEqual([]);
  });

  it('does no work with data after it has answered', () => {
    expect(pathsOf(server.filter(({ text }) => /\bafter\b[^']*from 'next\/server'|waitUntil\(/.test(text)))).toEqual(
      [],
    );
    // Four that are no answers: the limits on reading a table and a document and the pulses of readings, by which others see that one has died.
    expect(pathsOf(server.filter(({ text }) => /\bset(Timeout|Interval)\(/.test(code(text))))).toEqual([
      'lib/platform/spreadsheet/read-table.ts',
      'lib/platform/word/read-word-file.ts',
      'lib/results/read-job.ts',
      'lib/schools/import-job.ts',
    ]);
  });

  it('draws nobody’s text as markup', () => {
    const raw = [...app, ...sources('components')].filter(({ text }) =>
      /dangerouslySetInnerHTML|innerHTML\s*=/.test(text),
    );
    expect(pathsOf(raw)).toEqual([]);
  });

  it('names what it reads: no row leaves a table whole', () => {
    const whole = lib
      .filter(({ path }) => /store\.ts$/.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\.find(?:Many|First|Unique)(?:OrThrow)?\([\s\S]*?\n}/g)]
          .filter(([call]) => !/\bselect:|\bselect,/.test(call))
          .map(([call]) => `${path}: ${call.slice(0, 80)}`),
      );
    expect(whole).toEqual([]);
    const stars = lib.filter(
      ({ path, text }) => /store\.ts$/.test(path) && /`\s*(\/\*\w+\*\/)?\s*SELECT \*/.test(text),
    );
    expect(pathsOf(stars)).toEqual([]);
  });
});
