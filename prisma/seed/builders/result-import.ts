import { newId } from '../../../lib/kernel/ids';
import { PROFILES } from '../../../lib/results/layouts/profiles';
import { FileReader } from '../../../lib/results/reading/file-reader';
import type { Reading } from '../../../lib/results/reading/reading';
import { type Cell, type ExamSheet, vpr2022 } from './exam-files';
import { examPupils, examSchools, MATH_4 } from './exam-pupils';
import type { Owner } from './owner-client';

/** The counts that a reader makes of sheets, without a file around them. */
export function countSheets(sheets: readonly ExamSheet[], fileName: string): Reading {
  const reader = new FileReader({ fileName, profiles: PROFILES });
  for (const { name, rows } of sheets) {
    reader.sheet(name);
    for (const row of rows) reader.row(row.map((cell: Cell) => (cell === null ? '' : String(cell))));
  }
  return reader.finish();
}

const UNKNOWN: ExamSheet = {
  name: 'Свод',
  rows: [
    ['Ученик', 'Наша школа', 'Балл за работу', 'Отметка в журнале'],
    ['№ 1', 'Школа', 12, 4],
  ],
};

/**
 * A file of results of the municipality in one of the states a person can find it in, with the counts of three invented
 * schools; the register knows none of them. Gives its id.
 */
export async function buildResultImport(
  owner: Owner,
  municipalityId: string,
  status: 'CHECK' | 'MAPPING' | 'APPLIED' = 'CHECK',
): Promise<string> {
  const fileName = 'ВПР 2022 математика 4 класс.xlsx';
  const sheets = status === 'MAPPING' ? [UNKNOWN] : vpr2022(examPupils(1, examSchools(3), MATH_4, 12), MATH_4);
  const reading = countSheets(sheets, fileName);
  const { userId } = await owner.membership.findFirstOrThrow({
    where: { municipalityId, role: 'CENTRE' },
    select: { userId: true },
  });
  const id = newId();
  await owner.resultImport.create({
    data: {
      id,
      municipalityId,
      fileName,
      sha256: id,
      size: 1,
      status,
      layout: reading.profile,
      layoutTitle: reading.profileTitle,
      ...(status === 'APPLIED' ? { appliedAt: new Date() } : { reading }),
      pupilsDropped: reading.dropped.pupils,
      results: reading.tallies.length,
      schools: reading.schools.length,
      years: [2021],
      createdById: userId,
    },
  });
  return id;
}
