import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { toRefusal } from '@/lib/access/fault';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { Refusal } from '@/lib/kernel/refusal';
import { log } from '@/lib/platform/log';
import { inScope } from '@/lib/platform/prisma';
import { detectFormat } from '@/lib/platform/spreadsheet/detect-format';
import { scanTable } from '@/lib/platform/spreadsheet/read-table';
import type { Encoding } from '@/lib/platform/spreadsheet/table';
import { beat, importById, moveImport } from '@/lib/results/import-store';
import type { Profile } from '@/lib/results/layouts/profile';
import { PROFILES } from '@/lib/results/layouts/profiles';
import { savedProfiles } from '@/lib/results/profile-store';
import { FileReader, type ReaderOptions } from '@/lib/results/reading/file-reader';
import type { Reading } from '@/lib/results/reading/reading';

const BEAT_MS = 2000;
/** Longest piece of counting between two looks at other requests, and how often it is measured. */
const SLICE_MS = 12;
const SLICE_ROWS = 20;
/** A region's file of several years is read in seconds; a hostile one is given up. */
const TIMEOUT_MS = 120_000;

type Place = { readonly municipalityId: string; readonly id: string; readonly version: number };

/**
 * A file counted in memory: nothing of it is kept but what the reader gives. Old programs write text in cp866, which no
 * byte tells from windows-1251: a text in which no header is found is read once more so.
 */
export async function countFile(
  bytes: Uint8Array,
  fileName: string,
  profiles: readonly Profile[],
  onRows: (rows: number) => void = () => {},
): Promise<Reading> {
  const reading = await countOnce(bytes, { fileName, profiles }, onRows);
  if (reading.profile !== '' || reading.unknown || detectFormat(bytes) !== 'csv') return reading;
  const again = await countOnce(bytes, { fileName, profiles }, onRows, 'ibm866');
  return again.profile !== '' || again.unknown ? again : reading;
}

async function countOnce(
  bytes: Uint8Array,
  options: ReaderOptions,
  onRows: (rows: number) => void,
  encoding?: Encoding,
): Promise<Reading> {
  const reader = new FileReader(options);
  await scanTable(bytes, {
    timeoutMs: TIMEOUT_MS,
    ...(encoding ? { encoding } : {}),
    onSheet: (name) => reader.sheet(name),
    onRows: async (rows) => {
      let since = performance.now();
      for (const [place, row] of rows.entries()) {
        reader.row(row);
        if (place % SLICE_ROWS !== SLICE_ROWS - 1 || performance.now() - since < SLICE_MS) continue;
        await nextTurn();
        since = performance.now();
      }
      onRows(reader.rows);
    },
  });
  return reader.finish();
}

/**
 * Reads an uploaded file that lives only in this call, and leaves counts in the import's row. A process that dies leaves
 * an old beat, and the page says that the file must be sent again. Never throws: what went wrong stands in the import.
 */
export async function readResultFile(
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const place: Place = { municipalityId: ownMunicipality(viewer), id, version };
  let rows = 0;
  const pulse = setInterval(() => {
    inScope(viewer, (tx) => beat(tx, place, rows)).catch((error: unknown) =>
      log.warn({ import: id, err: error }, 'an import of results could not tell its progress'),
    );
  }, BEAT_MS);
  try {
    const { answers, saved } = await inScope(viewer, async (tx) => ({
      answers: (await importById(tx, place.municipalityId, id)).answers,
      saved: await savedProfiles(tx, place.municipalityId, viewer.regionId),
    }));
    const profiles = answers.profile ? [answers.profile] : [...saved.map(({ profile }) => profile), ...PROFILES];
    const reading = await countFile(file.bytes, file.name, profiles, (seen) => {
      rows = seen;
    });
    await inScope(viewer, (tx) => finish(tx, place, reading, rows));
  } catch (error) {
    await fail(viewer, place, error);
  } finally {
    clearInterval(pulse);
  }
}

const NO_HEADER =
  'В файле не найдена строка заголовков. Проверьте, тот ли это файл; если в нём нет заголовков, добавьте их и загрузите снова.';
const NOTHING = 'В файле нет ни одной строки с результатами.';

const PEOPLE =
  'Похоже, в столбце школы стоят фамилии или номера участников. Ничего не сохранено. Загрузите файл снова и укажите столбец школы.';

/** A layout made by hand may take the column of pupils for the column of schools: then nothing of it may be kept. */
function looksLikePeople({ profile, schools, dropped }: Reading): boolean {
  const isManyAsPupils = dropped.pupils > 10 && schools.length * 2 > dropped.pupils;
  return profile.startsWith('own-') && (isManyAsPupils || schools.some(({ name }) => PERSON.test(name)));
}
/** «Озёров Тихон Сергеевич». */
const PERSON = /^[А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|чна|оглы|кызы)$/u;

async function finish(
  tx: Parameters<typeof moveImport>[0],
  place: Place,
  reading: Reading,
  rows: number,
): Promise<void> {
  await beat(tx, place, rows);
  if (reading.profile === '') {
    if (!reading.unknown) throw new Refusal('invalid', NO_HEADER);
    await moveImport(tx, place, ['READING'], { status: 'MAPPING', reading });
    return;
  }
  if (looksLikePeople(reading)) throw new Refusal('invalid', PEOPLE);
  if (reading.tallies.length + reading.figures.length + reading.territories.length === 0) {
    const isOnlyProblems = reading.problems.length > 0;
    if (!isOnlyProblems) throw new Refusal('invalid', NOTHING);
  }
  const years = [
    ...reading.works.flatMap(({ about }) => (about.year === null ? [] : [about.year])),
    ...reading.figures.flatMap(({ year }) => (year === null ? [] : [year])),
  ];
  await moveImport(tx, place, ['READING'], {
    status: 'CHECK',
    reading,
    layout: { code: reading.profile, title: reading.profileTitle },
    pupilsDropped: reading.dropped.pupils,
    counts: { results: reading.tallies.length, figures: reading.figures.length, schools: reading.schools.length },
    years: [...new Set(years)].sort(),
  });
}

async function fail(viewer: Viewer, place: Place, error: unknown): Promise<void> {
  const failure = toRefusal(error, 'results.read').message;
  try {
    await inScope(viewer, (tx) => moveImport(tx, place, ['READING'], { status: 'FAILED', failure, reading: null }));
  } catch (fault) {
    log.warn({ import: place.id, err: fault }, 'an import of results could not tell that it failed');
  }
}
