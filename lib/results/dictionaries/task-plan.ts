import { z } from 'zod';
import { Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { level as levelled } from '@/lib/results/reading/level';
import { EXAMS, SUBJECTS } from '@/lib/results/result';

/** What a task of a paper asks, as the description of the work says it. */
export const taskAboutSchema = z.strictObject({
  /** As the columns of result files name it: «7», «12.1», «1к2». */
  code: z.string().min(1).max(16),
  /** «Высокий» is ADVANCED too: the recommendations judge both by one threshold. */
  level: z.enum(['BASIC', 'ADVANCED']),
  /** Content field («Синтаксис») and what the pupil does («анализ текста»); empty where the description has none. */
  content: z.string().max(200),
  activity: z.string().max(200),
});
export type TaskAbout = z.infer<typeof taskAboutSchema>;

/** Longer than any paper; a longer list is a mistake of pasting. */
const MOST_TASKS = 120;

export const taskPlanSchema = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  exam: z.enum(EXAMS),
  subject: z.enum(SUBJECTS),
  grade: z.number().int().min(1).max(12),
  tasks: z.array(taskAboutSchema).min(1).max(MOST_TASKS),
  source: z.string().min(1).max(300),
});
export type TaskPlan = z.infer<typeof taskPlanSchema>;

const LEVELS: ReadonlyArray<readonly [RegExp, TaskAbout['level']]> = [
  [/^(?:б|базов\S*)$/i, 'BASIC'],
  [/^(?:п|в|повышенн\S*|высок\S*)$/i, 'ADVANCED'],
];

/** Faults shown at once; the rest are counted. */
const SHOWN = 5;

/**
 * Tasks as they are pasted from a table: a line each, «номер, уровень, содержание, умение» between tabs or semicolons. A
 * heading is skipped. All lines or none: the refusal names each wrong one by its place.
 */
export function tasksOfText(text: string): TaskAbout[] {
  const lines = text.split(/\r?\n/).map((line) => line.split(/[\t;]/).map((cell) => cell.trim()));
  const numbered = lines
    .map((cells, index) => ({ cells, line: index + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const rows = /^(?:№|номер|задание)/i.test(numbered[0]?.cells[0] ?? '') ? numbered.slice(1) : numbered;
  const faults: string[] = [];
  const met = new Set<string>();
  const tasks = rows.flatMap(
    ({ cells: [written = '', level = '', content = '', activity = ''], line }): TaskAbout[] => {
      // As titles of files are read; otherwise «1К2» of the description would never meet «1к2» of a result.
      const code = levelled(written).replace(',', '.');
      const known = LEVELS.find(([pattern]) => pattern.test(level))?.[1];
      const fault =
        code === '' || code.length > 16
          ? 'нет номера задания'
          : met.has(code)
            ? `задание ${written.replace(',', '.')} уже было`
            : known === undefined
              ? `уровень «${level}»: пишите «базовый», «повышенный» или «высокий»`
              : undefined;
      met.add(code);
      if (fault !== undefined || known === undefined) {
        faults.push(`строка ${line}: ${fault}`);
        return [];
      }
      return [{ code, level: known, content: content.slice(0, 200), activity: activity.slice(0, 200) }];
    },
  );
  if (rows.length === 0) faults.push('нет ни одной строки');
  if (rows.length > MOST_TASKS) faults.unshift(`в работе не больше ${MOST_TASKS} заданий, а здесь ${rows.length}`);
  if (faults.length > 0) {
    const more = faults.length > SHOWN ? ` и ещё ${count(faults.length - SHOWN, ['ошибка', 'ошибки', 'ошибок'])}` : '';
    throw new Refusal('invalid', 'Ничего не записано: в заданиях есть ошибки.', {
      tasks: `${faults.slice(0, SHOWN).join('; ')}${more}`,
    });
  }
  return tasks;
}
