import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '@/lib/kernel/refusal';
import type { TitledPlan } from '@/lib/roadmaps/plan-tables';
import { readPlanFile } from '@/lib/roadmaps/read-plan-file';

/** The plan of a file that a person names, read as the portal reads it. Refuses in Russian. */
export async function readPlanOf(file: string): Promise<TitledPlan> {
  const from = path.resolve(process.env.ROADMAP_FROM ?? '.', file);
  const bytes = await readFile(from).catch((error: unknown) => {
    throw new Refusal('invalid', `${file} не читается: ${error instanceof Error ? error.message : String(error)}.`);
  });
  return planOf(bytes, path.basename(file));
}

export const planOf = (bytes: Uint8Array, name: string): Promise<TitledPlan> => readPlanFile({ name, bytes });
