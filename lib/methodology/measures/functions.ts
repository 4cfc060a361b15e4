import type { Fact } from '@/lib/methodology/measures/facts';
import {
  amongList,
  both,
  define,
  type MeasureFunction,
  ofGroup,
  ofList,
  ofRow,
} from '@/lib/methodology/measures/measure-function';
import * as list from '@/lib/methodology/measures/numbers';
import { Quantity, rounded } from '@/lib/methodology/measures/quantity';
import type { ResultGroup, ResultRow } from '@/lib/methodology/measures/territory';
import * as row from '@/lib/methodology/measures/territory';

const FIOKO = 'ФИОКО, методика от 19.04.2019';
const SETTLED = 'правило портала: доля по территории складывается из людей, а не из долей';

const plain = (text: string | undefined) => (text ?? '').replace(/^«(.*)»$/, '$1');
/** «ОГЭ, русский язык, 9 класс, годом раньше». */
function procedure([exam, subject, grade, back]: readonly string[]): string {
  const years = back === undefined ? '' : back === '1' ? ', годом раньше' : `, раньше на ${back} г.`;
  return `${plain(exam)}, ${plain(subject)}, ${grade}\u00a0класс${years}`;
}

export const FUNCTIONS: readonly MeasureFunction[] = [
  ...both('own', 'Result', procedure, 'Результат школы по процедуре: экзамен, предмет, класс.', row.ownRow),
  ...both('region', 'Result', (args) => `регион: ${procedure(args)}`, 'Опорные значения региона.', row.regionRow),
  ...both(
    'others',
    'Group',
    (args) => `по муниципалитету без школы (${procedure(args)})`,
    'Результаты остальных школ муниципалитета, в которых кто-то участвовал.',
    (at, exam: string, subject: string, grade: bigint, back: bigint) =>
      row.territory(at, exam, subject, grade, back, false),
  ),
  ...both(
    'everyone',
    'Group',
    (args) => `по муниципалитету вместе со школой (${procedure(args)})`,
    'Результаты всех школ муниципалитета, в которых кто-то участвовал.',
    (at, exam: string, subject: string, grade: bigint, back: bigint) =>
      row.territory(at, exam, subject, grade, back, true),
  ),
  define(
    'withAtLeast(Result, int): Result',
    ([of, minimum]) => `${of}, участников не меньше ${minimum}`,
    'Тот же результат, если участников не меньше указанного, иначе «нет данных».',
    (_, of: ResultRow, minimum: bigint) => row.withAtLeast(of, minimum),
  ),
  define(
    'each(Group): list<Result>',
    ([of]) => `каждая школа ${of}`,
    'Результаты школ по одному: для exists, all, filter и map.',
    (_, of: ResultGroup) => of.facts.map((fact) => new row.ResultRow(fact)),
  ),
  ofRow('participants', 'участников', 'Число участников.', row.participants),
  ofRow('belowShare', 'доля «2» или ниже минимума', 'Доля получивших «2» или не набравших минимум.', row.belowShare),
  ofRow('qualityShare', 'качество («4» и «5»)', 'Доля получивших «4» и «5».', row.qualityShare),
  ofRow('mean', 'средний балл', 'Средний первичный балл, для ЕГЭ – тестовый.', row.meanOf),
  ofRow('sd', 'стандартное отклонение', 'Выборочное стандартное отклонение балла (n − 1).', row.sdOf),
  ofRow('completion', 'средний процент выполнения', 'Средний балл, делённый на наибольший возможный.', row.completion),
  ofRow(
    'rankCorrelation',
    'связь отметок в журнале и баллов',
    'Коэффициент Спирмена с поправкой на совпадения; «нет данных», если не определён.',
    row.rankCorrelationOf,
    FIOKO,
  ),
  ofRow('loweredShare', 'доля понизивших', 'Отметка за работу ниже отметки в журнале.', (of) =>
    row.againstJournal(of, 'lowered'),
  ),
  ofRow('raisedShare', 'доля повысивших', 'Отметка за работу выше отметки в журнале.', (of) =>
    row.againstJournal(of, 'raised'),
  ),
  ofRow('farApartShare', 'доля расхождений в 2 отметки и больше', 'В любую сторону.', (of) =>
    row.againstJournal(of, 'farApart'),
  ),
  define(
    'marks(Result, int): Number',
    ([of, mark]) => `число отметок «${mark}» (${of})`,
    'Сколько участников получили отметку от 2 до 5.',
    (_, of: ResultRow, mark: bigint) => row.markCount(of, mark),
  ),
  ofRow(
    'low',
    'нижняя граница среднего',
    'x̄ − 1,96·s/√n; «нет данных» при одном участнике.',
    (of) => row.bound(row.meanOf(of), row.sdOf(of), row.participants(of), 'low'),
    FIOKO,
  ),
  ofRow(
    'high',
    'верхняя граница среднего',
    'x̄ + 1,96·s/√n; «нет данных» при одном участнике.',
    (of) => row.bound(row.meanOf(of), row.sdOf(of), row.participants(of), 'high'),
    FIOKO,
  ),
  ofGroup('participants', 'участников', 'Число участников по территории.', row.pooledParticipants),
  ofGroup(
    'belowShare',
    'доля «2» или ниже минимума',
    'Сумма «2» по школам, делённая на сумму участников.',
    row.pooledBelowShare,
    SETTLED,
  ),
  ofGroup(
    'qualityShare',
    'качество («4» и «5»)',
    'Сумма «4» и «5» по школам, делённая на сумму участников.',
    row.pooledQualityShare,
    SETTLED,
  ),
  ofGroup('mean', 'средний балл', 'Средний балл всех участников территории.', row.pooledMean, SETTLED),
  ofGroup('sd', 'стандартное отклонение', 'По всем участникам: внутри школ и между ними.', row.pooledSd),
  ofGroup(
    'low',
    'нижняя граница среднего',
    'x̄ − 1,96·s/√n по всем участникам территории.',
    (of) => row.bound(row.pooledMean(of), row.pooledSd(of), row.pooledScored(of), 'low'),
    FIOKO,
  ),
  ofGroup(
    'high',
    'верхняя граница среднего',
    'x̄ + 1,96·s/√n по всем участникам территории.',
    (of) => row.bound(row.pooledMean(of), row.pooledSd(of), row.pooledScored(of), 'high'),
    FIOKO,
  ),
  define(
    'figure(string): Number',
    ([name]) => `показатель «${plain(name)}»`,
    'Показатель формы за этот год.',
    (at, name: string) => Quantity.of(row.ownRow(at, 'FORM', name, 0n, 0n).fact?.value),
  ),
  define(
    'figure(string, int): Number',
    ([name, back]) => `показатель «${plain(name)}», раньше на ${back} г.`,
    'Показатель формы; второе – сколько лет назад.',
    (at, name: string, back: bigint) => Quantity.of(row.ownRow(at, 'FORM', name, 0n, back).fact?.value),
  ),
  define(
    'figureShare(string): Number',
    ([name]) => `доля: показатель «${plain(name)}»`,
    'Показатель формы, делённый на своё целое: доля обучающихся с задолженностью и подобные.',
    (at, name: string) => figureShare(row.ownRow(at, 'FORM', name, 0n, 0n).fact),
  ),
  define(
    'figureShareOthers(string): Number',
    ([name]) => `доля по муниципалитету без школы: показатель «${plain(name)}»`,
    'Сумма показателя по остальным школам муниципалитета, делённая на сумму его целого.',
    (at, name: string) => row.pooledFigureShare(row.territory(at, 'FORM', name, 0n, 0n, false)),
    SETTLED,
  ),
  define(
    'noData(): Number',
    () => 'нет данных',
    'Число, которого нет: ветвь условия, в которой портал не отвечает.',
    () => Quantity.missing,
  ),
  define(
    'across(string): list<Number>',
    ([name]) => `значения ${name} по муниципалитету`,
    'Известные значения показателя методики, стоящего выше, по всем школам муниципалитета.',
    (at, name: string) => at.across(name, true),
  ),
  define(
    'acrossOthers(string): list<Number>',
    ([name]) => `значения ${name} по муниципалитету без школы`,
    'То же без самой школы.',
    (at, name: string) => at.across(name, false),
  ),
  define(
    'before(string, int): Number',
    ([name, back]) => `${name}, раньше на ${back} г.`,
    'Значение показателя методики, стоящего выше, у той же школы столько лет назад; считается, если есть данные тех лет.',
    (at, name: string, back: bigint) => {
      const value = at.before(name, Number(back));
      return value instanceof Quantity ? value : Quantity.missing;
    },
  ),
  define(
    'known(Number): bool',
    ([of]) => `известно: ${of}`,
    'Известно ли число.',
    (_, of: Quantity) => of.isKnown,
  ),
  define(
    'orElse(Number, Number): Number',
    ([of, other]) => `${of}, а без данных – ${other}`,
    'Первое, а если его нет – второе.',
    (_, of: Quantity, other: Quantity) => (of.isKnown ? of : other),
  ),
  define(
    'round(Number, int): Number',
    ([of, digits]) => `${of}, округлённо до ${digits} знаков`,
    'Половина – вверх. Знаков от 0 до 12.',
    (_, of: Quantity, digits: bigint) => rounded(of, Math.max(0, Math.min(12, Number(digits)))),
  ),
  ofList('sum', 'сумма:', 'Сумма известных чисел.', list.sum),
  ofList('mean', 'среднее:', 'Среднее известных чисел.', list.mean),
  ofList('least', 'наименьшее:', 'Наименьшее из известных.', list.least),
  ofList('greatest', 'наибольшее:', 'Наибольшее из известных.', list.greatest),
  define(
    'quantile(list<Number>, Number): Number',
    ([of, p]) => `квантиль ${p}: ${of}`,
    'Линейная интерполяция по месту (n − 1)·p, как КВАРТИЛЬ.ВКЛ.',
    (_, of: Quantity[], p: Quantity) => list.quantile(of, p),
  ),
  define(
    'quantile(list<Number>, double): Number',
    ([of, p]) => `квантиль ${p}: ${of}`,
    'Линейная интерполяция по месту (n − 1)·p, как КВАРТИЛЬ.ВКЛ.',
    (_, of: Quantity[], p: number) => list.quantile(of, Quantity.of(p)),
  ),
  amongList(
    'place',
    ([of, all]) => `место: ${of} среди: ${all}`,
    'Место от наибольшего; равные делят лучшее.',
    list.place,
  ),
  amongList(
    'percentile',
    ([of, all]) => `доля не больших: ${of} среди: ${all}`,
    'Доля значений не больше этого.',
    list.percentile,
  ),
  amongList(
    'cumulativeShare',
    ([of, all]) => `накопленная доля до ${of}: ${all}`,
    'Сумма от наибольшего до этого включительно, делённая на сумму всех.',
    list.cumulativeShare,
  ),
];

const figureShare = (fact: Fact | undefined): Quantity =>
  fact?.value === null || fact?.value === undefined || fact.participants === null
    ? Quantity.missing
    : Quantity.share(fact.value, fact.participants);
