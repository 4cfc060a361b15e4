import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type Import = {
  /** A path of the project without its ending («lib/access/role»), or the name of a package. */
  readonly from: string;
  readonly isOwn: boolean;
  readonly isType: boolean;
};

export type Source = { readonly path: string; readonly text: string; readonly imports: readonly Import[] };

const IMPORT = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

function resolved(file: string, from: string): { from: string; isOwn: boolean } {
  if (from.startsWith('@/')) return { from: from.slice(2).replace(/\.(tsx?|js)$/, ''), isOwn: true };
  if (!from.startsWith('.')) return { from, isOwn: false };
  return { from: path.posix.join(path.posix.dirname(file), from).replace(/\.(tsx?|js)$/, ''), isOwn: true };
}

function importsOf(file: string, text: string): Import[] {
  const plain = [...text.matchAll(IMPORT)].map(([statement, type, from]) => {
    const names = statement
      .match(/\{([^}]*)\}/)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const onlyTypes =
      Boolean(names?.length) && !/^import\s+\w/.test(statement) && names?.every((name) => name.startsWith('type '));
    return { ...resolved(file, from ?? ''), isType: Boolean(type) || Boolean(onlyTypes) };
  });
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, from]) => ({ ...resolved(file, from ?? ''), isType: false }));
  return [...plain, ...dynamic];
}

/** Every TypeScript file under the folders, with what it imports. */
export function sources(...folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
      .sort()
      .map((file) => {
        const text = readFileSync(path.join(ROOT, file), 'utf8');
        return { path: file, text, imports: importsOf(file, text) };
      }),
  );
}
