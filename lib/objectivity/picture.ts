import { BORDERS } from '@/lib/objectivity/border';
import { CORRECTED_WORKS } from '@/lib/objectivity/corrected-norms';
import { COHORTS } from '@/lib/objectivity/federal-signs';
import { decimal } from '@/lib/objectivity/finding-words';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import { fullProcedure, shortProcedure } from '@/lib/objectivity/procedure-words';
import { type Reference, withoutSchool } from '@/lib/objectivity/reference';
import { completionOf, resultIn, type SchoolEvidence } from '@/lib/objectivity/school-evidence';
import type { Comparison } from '@/lib/objectivity/school-signs';
import type { SignName } from '@/lib/objectivity/sign-code';

/** The picture that raised a mark: the school beside the territory, category by category, in percent. */
export interface Picture {
  readonly title: string;
  readonly sentence: string;
  /** What the categories are: «Первичный балл». */
  readonly axis: string;
  readonly categories: readonly Category[];
  /** Lines before the category with this index: borders of marks. */
  readonly borders: readonly { readonly before: number; readonly label: string }[];
}

export interface Category {
  readonly label: string;
  /** Percent; null where it is not known. */
  readonly school: number | null;
  readonly territory: number | null;
}

type Kind = 'DISTRIBUTION' | 'JOURNAL' | 'COHORT' | 'TASKS' | 'EXAMS';

const KIND: Readonly<Record<SignName, Kind>> = {
  'federal/RAISED_MEAN': 'DISTRIBUTION',
  'federal/MARKS_MISMATCH': 'JOURNAL',
  'federal/RISE': 'COHORT',
  'federal/FALL': 'COHORT',
  'local/PEAK': 'DISTRIBUTION',
  'local/FAR_FROM_JOURNAL': 'JOURNAL',
  'local/VPR_AGAINST_OGE': 'EXAMS',
  'local/LOWERED_OFTEN': 'JOURNAL',
  'local/EASY_HARD': 'TASKS',
  'local/NO_TWOS': 'DISTRIBUTION',
  'corrected/LEVEL': 'DISTRIBUTION',
  'corrected/LINK': 'JOURNAL',
  'corrected/RISE': 'COHORT',
  'corrected/FALL': 'COHORT',
  'corrected/PEAK': 'DISTRIBUTION',
  'corrected/ADVANCED': 'TASKS',
};

/** Which picture belongs to a sign: signs of one work often share it. */
export const pictureKind = (name: SignName): string => KIND[name];

/** Null where the files do not hold what the picture is made of. */
export function pictureOf(
  name: SignName,
  procedure: Procedure,
  school: SchoolEvidence,
  comparison: Comparison,
): Picture | null {
  switch (KIND[name]) {
    case 'DISTRIBUTION':
      return distribution(procedure, school, comparison);
    case 'JOURNAL':
      return journal(procedure, school, comparison);
    case 'COHORT':
      return cohort(procedure, school, comparison);
    case 'TASKS':
      return tasks(procedure, school, comparison);
    case 'EXAMS':
      return exams(school, comparison);
  }
}

const shares = (counts: readonly number[]): number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total === 0 ? 0 : (100 * count) / total));
};

function distribution(procedure: Procedure, school: SchoolEvidence, comparison: Comparison): Picture | null {
  const result = resultIn(school, procedure);
  const reference = comparison.territory.references.get(procedureKey(procedure));
  if (!result?.histogram) return null;
  const scale = comparison.plans.get(procedureKey(procedure))?.scale;
  const own = shares(result.histogram);
  const others = reference?.histogram ? shares(othersOf(reference, result.histogram)) : null;
  const { mean } = reference?.moments ?? {};
  return {
    title: `Распределение первичных баллов: ${fullProcedure(procedure)}`,
    sentence: `Участников: ${result.participants}, средний балл ${result.mean === null ? '–' : decimal(result.mean)}; по территории ${mean == null ? 'нет данных' : decimal(mean)}.`,
    axis: 'Первичный балл',
    categories: own.map((share, score) => ({
      label: String(score),
      school: share,
      territory: others ? (others[score] ?? 0) : null,
    })),
    borders: scale
      ? BORDERS.map((border) => ({ before: scale[border], label: { three: '«3»', four: '«4»', five: '«5»' }[border] }))
      : [],
  };
}

const othersOf = ({ histogram, schools }: Reference, own: readonly number[]): readonly number[] =>
  histogram === null ? [] : schools === null ? histogram : withoutSchool(histogram, own);

function journal(procedure: Procedure, school: SchoolEvidence, comparison: Comparison): Picture | null {
  const result = resultIn(school, procedure);
  if (!result?.againstJournal) return null;
  const theirs = comparison.journals.get(procedureKey(procedure));
  const of = (marks: typeof result.againstJournal) => {
    const n = marks.lowered + marks.confirmed + marks.raised;
    const percent = (count: number | null) => (n === 0 || count === null ? null : (100 * count) / n);
    return [marks.lowered, marks.confirmed, marks.raised, marks.farApart].map(percent);
  };
  const [own, others] = [of(result.againstJournal), theirs ? of(theirs) : []];
  const link = result.rankCorrelation;
  return {
    title: `Отметки за работу и в журнале: ${fullProcedure(procedure)}`,
    sentence: `Участников: ${result.participants}; ${link === null ? 'корреляция отметок и баллов не определена' : `корреляция отметок в журнале и баллов ${decimal(link)}`}.`,
    axis: 'Отметка за работу относительно журнала',
    categories: ['понизили', 'подтвердили', 'повысили', 'на 2 и больше'].map((label, i) => ({
      label,
      school: own[i] ?? null,
      territory: others[i] ?? null,
    })),
    borders: [],
  };
}

const inPercent = (share: number | null | undefined) => (share == null ? null : 100 * share);

/** Completion of the territory: its mean over the maximum of the school's paper. */
const usual = (reference: Reference | undefined, maxScore: number | null | undefined) =>
  reference?.moments.mean == null || !maxScore ? null : (100 * reference.moments.mean) / maxScore;

function cohort(procedure: Procedure, school: SchoolEvidence, { territory }: Comparison): Picture | null {
  const found = Object.values(COHORTS).find(({ later }) => procedureKey(later) === procedureKey(procedure));
  const later = found && resultIn(school, found.later);
  const earlier = found && resultIn(school, found.earlier, school.year - 1);
  if (!found || !later || !earlier) return null;
  const [before, after] = [inPercent(completionOf(earlier)), inPercent(completionOf(later))];
  return {
    title: `Одна параллель за два года: ${fullProcedure(procedure)}`,
    sentence: `Выполнено: ${before === null ? '–' : decimal(before, 1)} % в ${found.earlier.grade} классе (участников: ${earlier.participants}), ${after === null ? '–' : decimal(after, 1)} % через год в ${found.later.grade} классе (участников: ${later.participants}).`,
    axis: 'Процент выполнения работы',
    categories: [
      {
        label: `${found.earlier.grade} класс`,
        school: before,
        territory: usual(territory.earlier.get(procedureKey(found.earlier)), earlier.maxScore),
      },
      {
        label: `${found.later.grade} класс`,
        school: after,
        territory: usual(territory.references.get(procedureKey(found.later)), later.maxScore),
      },
    ],
    borders: [],
  };
}

function tasks(procedure: Procedure, school: SchoolEvidence, comparison: Comparison): Picture | null {
  const result = resultIn(school, procedure);
  if (!result?.tasks) return null;
  const levels = comparison.plans.get(procedureKey(procedure))?.tasks;
  const theirs = comparison.usualTasks.get(procedureKey(procedure));
  return {
    title: `Выполнение заданий: ${fullProcedure(procedure)}`,
    sentence: `Участников: ${result.participants}; звёздочкой отмечены задания повышенного уровня.`,
    axis: 'Задание',
    categories: result.tasks.map((task) => {
      const possible = task.attempted * task.maxScore;
      return {
        label: `${task.code}${levels?.get(task.code) === 'ADVANCED' ? '*' : ''}`,
        school: possible === 0 ? null : (100 * task.gained) / possible,
        territory: inPercent(theirs?.get(task.code)),
      };
    }),
    borders: [],
  };
}

function exams(school: SchoolEvidence, { territory }: Comparison): Picture | null {
  const known = CORRECTED_WORKS.flatMap((procedure) => {
    const result = resultIn(school, procedure);
    return result ? [{ procedure, result }] : [];
  });
  if (known.length === 0) return null;
  return {
    title: 'ВПР и ОГЭ одной школы',
    sentence: 'Процент выполнения каждой работы рядом с территорией; ВПР и ОГЭ писали разные ученики.',
    axis: 'Работа',
    categories: known.map(({ procedure, result }) => ({
      label: shortProcedure(procedure),
      school: inPercent(completionOf(result)),
      territory: usual(territory.references.get(procedureKey(procedure)), result.maxScore),
    })),
    borders: [],
  };
}
