import type { SchoolDraft } from '../builders/school';
import { Chance } from './chance';
import { withCheckDigit } from './inn';

/**
 * Forty-three schools of a city that does not exist: as many as the source speech counts, with the sizes of a real
 * region (domain handbook §8) and neutral names.
 */
export const CITY_SEED = 20_261_123;

const SMALL_KINDS: Readonly<Record<number, SchoolDraft['kind']>> = {
  6: 'PRIMARY',
  39: 'PRIMARY',
  9: 'BASIC',
  13: 'BASIC',
  21: 'BASIC',
  27: 'BASIC',
  35: 'BASIC',
  41: 'BASIC',
  1: 'GYMNASIUM',
  4: 'GYMNASIUM',
  16: 'GYMNASIUM',
  2: 'LYCEUM',
  30: 'LYCEUM',
};
const TITLES = {
  PRIMARY: ['Начальная школа', 'НШ'],
  BASIC: ['Основная школа', 'ОШ'],
  SECONDARY: ['Средняя школа', 'СШ'],
  GYMNASIUM: ['Гимназия', 'Гимназия'],
  LYCEUM: ['Лицей', 'Лицей'],
} as const;

export function citySchools(years: readonly number[]): SchoolDraft[] {
  const chance = new Chance(CITY_SEED);
  return Array.from({ length: 43 }, (_, index): SchoolDraft => {
    const number = index + 1;
    const kind = SMALL_KINDS[number] ?? 'SECONDARY';
    const [title, short] = TITLES[kind];
    const outskirts = chance.happens(0.15);
    return {
      code: String(101 + index).padStart(4, '0'),
      name: `Муниципальное бюджетное общеобразовательное учреждение «${title} № ${number}» города Светлореченска`,
      shortName: `${short} № ${number}`,
      kind,
      place: outskirts ? 'TOWN' : 'CITY',
      pupils:
        kind === 'PRIMARY'
          ? chance.integer(90, 240)
          : kind === 'BASIC'
            ? chance.integer(110, 420)
            : chance.integer(310, 1180),
      contexts: chance.happens(0.2) ? [chance.pick(['DEPRIVED_URBAN', 'HIGH_DEVIANCE', 'MULTICULTURAL'] as const)] : [],
      aliases: [
        { system: 'FIS_OKO', code: `edu99${String(4100 + index * 7)}` },
        { system: 'INN', code: withCheckDigit(`990${String(1_000_00 + index * 137).padStart(6, '0')}`) },
        ...(kind === 'PRIMARY'
          ? []
          : [{ system: 'GIA9' as const, code: String(chance.happens(0.7) ? 1101 + index : 901 + index) }]),
        ...(kind === 'PRIMARY' || kind === 'BASIC' ? [] : [{ system: 'GIA11' as const, code: String(1101 + index) }]),
      ],
      years,
    };
  });
}

/** Nine schools of a rural district next to it: the second tenant. */
export function districtSchools(years: readonly number[]): SchoolDraft[] {
  const villages = [
    'Луговое',
    'Берёзовка',
    'Ключи',
    'Заозерье',
    'Сосновка',
    'Верхнее',
    'Нижнее',
    'Дубрава',
    'Ольховка',
  ];
  return villages.map((village, index): SchoolDraft => {
    const kind = index < 5 ? 'SECONDARY' : index < 8 ? 'BASIC' : 'PRIMARY';
    const short = kind === 'SECONDARY' ? 'СОШ' : kind === 'BASIC' ? 'ООШ' : 'НОШ';
    return {
      code: String(index + 1).padStart(3, '0'),
      name: `Муниципальное казённое общеобразовательное учреждение «${short} села ${village}»`,
      shortName: `${short} с. ${village}`,
      kind,
      place: index === 0 ? 'TOWN' : 'VILLAGE',
      pupils: 40 + index * 17,
      contexts: index % 3 === 0 ? ['SMALL_RURAL'] : index % 4 === 1 ? ['REMOTE'] : [],
      aliases: [{ system: 'FIS_OKO', code: `edu99${5200 + index}` }],
      years,
    };
  });
}
