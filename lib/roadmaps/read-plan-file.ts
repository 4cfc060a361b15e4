import 'server-only';
import { Refusal } from '@/lib/kernel/refusal';
import { readTable } from '@/lib/platform/spreadsheet/read-table';
import { readWordFile } from '@/lib/platform/word/read-word-file';
import { WORD_FAULT_WORDS } from '@/lib/platform/word/words';
import { readSheetPlan, readWordPlan, type TitledPlan } from '@/lib/roadmaps/plan-tables';

const ROWS_MAX = 3000;

/**
 * The plan of a docx, xlsx, xls, ods or csv; what the bytes are decides, not the name. Refuses in Russian what is no document
 * of these kinds, what has no table of a plan, and a plan longer than anybody manages.
 */
export async function readPlanFile(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<TitledPlan> {
  const reading = await readWordFile(file.bytes);
  const isTable = !reading.ok && (reading.fault === 'not-word' || reading.fault === 'open-document');
  if (!reading.ok && !isTable) throw new Refusal('invalid', WORD_FAULT_WORDS[reading.fault]);
  const plan = reading.ok ? readWordPlan(reading.blocks) : await planOfBook(file.bytes, file.name);
  if (!plan || plan.rows.length === 0)
    throw new Refusal(
      'invalid',
      `В файле «${file.name}» нет таблицы плана: нужна строка заголовка со столбцом «Мероприятия» и столбцом «Срок» или «Ответственные».`,
    );
  if (plan.rows.length > ROWS_MAX)
    throw new Refusal('too-large', `В плане больше ${ROWS_MAX} строк. Разделите его на несколько дорожных карт.`);
  return plan;
}

/** The first sheet with a plan. */
async function planOfBook(bytes: Uint8Array, fileName: string): Promise<TitledPlan | undefined> {
  const first = await readTable(bytes, { fileName });
  for (const sheet of first.sheets) {
    const table = sheet === first.sheet ? first : await readTable(bytes, { fileName, sheet });
    const plan = readSheetPlan(table);
    if (plan) return plan;
  }
  return undefined;
}
