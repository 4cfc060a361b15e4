import { PART_WORDS } from '@/lib/programmes/edit-part';
import type { ProgrammeContent } from '@/lib/programmes/programme';

export type EditionChange = { readonly part: string; readonly was: string; readonly now: string };

/** Every line of a programme by a name that stays the same while its words change. */
function linesOf({ passport, tasks, results, indicators, stages, risks }: ProgrammeContent) {
  const lines = new Map<string, { part: string; text: string }>();
  const put = (part: string, key: string, text: string) => lines.set(`${part} ${key}`, { part, text });
  for (const { title, text } of passport) put(PART_WORDS.passport, title, `${title}: ${text}`);
  for (const [index, text] of tasks.entries()) put(PART_WORDS.tasks, `${index}`, text);
  for (const [index, one] of results.entries())
    put(PART_WORDS.results, `${index}`, `${one.text} (показатели: ${one.indicators.join(', ')})`);
  for (const one of indicators)
    put(
      PART_WORDS.indicators,
      one.key,
      `${one.number}. ${one.wording}; база: ${one.base ?? 'нет данных'}; план: ${
        Object.entries(one.plan)
          .map(([year, value]) => `${year} – ${value}`)
          .join(', ') || 'не задан'
      }`,
    );
  for (const one of stages) put(PART_WORDS.stages, one.key, `${one.title}: ${one.from} – ${one.to}. ${one.text}`);
  for (const [index, one] of risks.entries())
    put(PART_WORDS.risks, `${index}`, [one.wording, one.owner, one.ways].filter(Boolean).join('; '));
  return lines;
}

/** What the later edition says otherwise, in the order of its parts; '' where a line was added or taken away. */
export function compareEditions(before: ProgrammeContent, after: ProgrammeContent): readonly EditionChange[] {
  const [was, now] = [linesOf(before), linesOf(after)];
  return [...new Set([...now.keys(), ...was.keys()])].flatMap((key) => {
    const [old, fresh] = [was.get(key), now.get(key)];
    return old?.text === fresh?.text
      ? []
      : [{ part: (fresh ?? old)?.part ?? '', was: old?.text ?? '', now: fresh?.text ?? '' }];
  });
}
