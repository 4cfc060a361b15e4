import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const json = (file: string) => JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8'));

it('runs migrations with exactly the engine that this Prisma was made for', () => {
  const { version } = json('node_modules/@prisma/engines-version/package.json');
  expect(json('package.json').dependencies['@prisma/schema-engine-wasm']).toBe(version);
  expect(json('node_modules/@prisma/schema-engine-wasm/package.json').version).toBe(version);
});

it('keeps every package of Prisma at one version', () => {
  const { dependencies } = json('package.json');
  const versions = ['prisma', '@prisma/client', '@prisma/adapter-pg', '@prisma/driver-adapter-utils'].map(
    (name) => dependencies[name],
  );
  expect(new Set(versions).size).toBe(1);
});
