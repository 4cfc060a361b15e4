import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { role } from '@/lib/access/role';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';

const people = z.array(z.object({ role, email: z.string(), password: z.string(), note: z.string().default('') }));

export type DemoPerson = z.infer<typeof people>[number];

/** The sign-ins of a first look, read when asked: nothing of them is in the build, and a real portal has none. */
export async function demoPeople(): Promise<readonly DemoPerson[]> {
  if (env().PORTAL_DEMO !== '1') return [];
  try {
    const file = path.resolve(/* turbopackIgnore: true */ env().PORTAL_DEMO_PEOPLE);
    return people.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    log.warn({ err: error }, 'the demo sign-ins cannot be read');
    return [];
  }
}
