import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import type { Spec, SpecCriterion } from '@/tests/diagnostics/naive-assessment';

/** The default method once more, by hand from the handbook and the settled questions; nothing is read from its data. */
export function settledSpec(withVpr: boolean): Spec {
  const yesNo = (prefix: string, count: number): SpecCriterion[] =>
    Array.from({ length: count }, (_, index) => ({ objectivity: false, items: [`${prefix}${index + 1}`] }));
  const vpr = ['vpr_ru5', 'vpr_ma5', 'vpr_ru6', 'vpr_ma6'].map((code) => ({ code, atLeast: 10 }));
  const exam = (name: string) => ['ru', 'ma'].map((subject) => ({ code: `${name}_${subject}`, atLeast: 0 }));
  return {
    criteria: [
      ...yesNo('А', 6),
      ...yesNo('Б', 6),
      ...(withVpr ? yesNo('В', 4) : []),
      { objectivity: true, items: Array.from({ length: 14 }, (_, i) => `Г${String(i + 1).padStart(2, '0')}`) },
      ...yesNo('Д', 4),
      ...yesNo('Е', 5),
    ],
    canHave,
    groups: [
      { procedures: exam('oge'), item: 'А3', counts: 1 },
      { procedures: exam('ege'), item: 'Б3', counts: 1 },
      { procedures: withVpr ? vpr : [], item: null, counts: 0 },
    ],
    lowFrom: [3, 10],
    federalFrom: 2,
    missingOver: [1, 5],
    list: { share: [1, 2], points: null },
    risk: { share: [3, 10], points: null, objectivity: 3 },
    names: { proposed: 'proposed', risk: 'risk', outside: 'outside', unknown: 'insufficient' },
  };
}

function canHave(item: string, { school, held }: CardFacts): boolean {
  const grade = (...wanted: number[]) => wanted.some((one) => school.grades.includes(one));
  const oge = (...subjects: string[]) => grade(9) && subjects.some((subject) => held.includes(`oge_${subject}`));
  const ege = (...subjects: string[]) =>
    grade(11) && subjects.some((subject) => held.includes(`ege_${subject}`)) && isUpper;
  const isPrimary = school.kind === 'PRIMARY';
  const isUpper = !isPrimary && school.kind !== 'BASIC';
  const works = (grades: readonly number[]) =>
    grades.flatMap((one) => ['ru', 'ma'].filter((subject) => grade(one) && held.includes(`vpr_${subject}${one}`)))
      .length;
  const work = (subject: string, one: number) => grade(one) && held.includes(`vpr_${subject}${one}`);
  switch (item) {
    case 'А1':
      return !isPrimary && oge('ru');
    case 'А2':
      return !isPrimary && oge('ma');
    case 'А3':
    case 'А4':
    case 'А6':
    case 'Е4':
      return !isPrimary && oge('ru', 'ma');
    case 'А5':
      return !isPrimary && grade(9);
    case 'Б1':
    case 'Б4':
      return ege('ru');
    case 'Б2':
    case 'Б5':
      return ege('ma');
    case 'Б3':
    case 'Е5':
      return ege('ru', 'ma');
    case 'Б6':
      return isUpper && grade(11);
    case 'В1':
      return !isPrimary && works([5, 6, 7, 8]) > 0;
    case 'В2':
      return !isPrimary && works([5, 6]) + Number(oge('ru')) + Number(oge('ma')) >= 2;
    case 'В3':
      return works([4, 5, 6, 7, 8]) > 0;
    case 'В4':
      return works([4, 5, 6, 7, 8]) >= 2;
    case 'Г01':
    case 'Г07':
      return work('ru', 4);
    case 'Г02':
    case 'Г08':
      return work('ma', 4);
    case 'Г03':
    case 'Г09':
      return work('ru', 5);
    case 'Г04':
    case 'Г10':
      return work('ma', 5);
    case 'Г05':
      return oge('ru');
    case 'Г06':
      return oge('ma');
    case 'Г11':
    case 'Г13':
      return grade(4) && work('ru', 5);
    case 'Г12':
    case 'Г14':
      return grade(4) && work('ma', 5);
    case 'Д1':
      return !isPrimary && grade(7, 8, 9, 10, 11);
    case 'Д2':
      return isUpper && grade(9, 10, 11);
    case 'Д3':
      return grade(4, 5, 6, 7, 8, 9, 10, 11);
    default:
      return true;
  }
}
