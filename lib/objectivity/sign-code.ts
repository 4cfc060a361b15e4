import { CORRECTED_FAMILIES, type CorrectedFamily } from '@/lib/objectivity/corrected-signs';
import { FEDERAL_SIGNS, type FederalFamily } from '@/lib/objectivity/federal-signs';

export const LOCAL_FAMILIES = [
  'PEAK',
  'FAR_FROM_JOURNAL',
  'VPR_AGAINST_OGE',
  'LOWERED_OFTEN',
  'EASY_HARD',
  'NO_TWOS',
] as const;
export type LocalFamily = (typeof LOCAL_FAMILIES)[number];

/** A kind and a family: rises are asked about both by the federal methodology and by the corrected one. */
export type SignName = `federal/${FederalFamily}` | `local/${LocalFamily}` | `corrected/${CorrectedFamily}`;
export const KINDS = ['federal', 'local', 'corrected'] as const;
export type SignKind = (typeof KINDS)[number];

/**
 * Codes as people read them. «Г…» are items of the default method's composite criterion; «М…» and «У…» (уточнённые) are
 * shown on the map only and give no points.
 */
export const LOCAL_CODES: Readonly<Record<LocalFamily, string>> = {
  PEAK: 'Г15',
  FAR_FROM_JOURNAL: 'Г16',
  VPR_AGAINST_OGE: 'Г17',
  LOWERED_OFTEN: 'М1',
  EASY_HARD: 'М2',
  NO_TWOS: 'М3',
};

export const CORRECTED_CODES: Readonly<Record<CorrectedFamily, string>> = {
  LEVEL: 'У1',
  LINK: 'У2',
  RISE: 'У3',
  FALL: 'У4',
  PEAK: 'У5',
  ADVANCED: 'У6',
};

export const SIGN_CODES: readonly string[] = [
  ...FEDERAL_SIGNS.map((sign) => sign.code),
  ...LOCAL_FAMILIES.map((family) => LOCAL_CODES[family]),
  ...CORRECTED_FAMILIES.map((family) => CORRECTED_CODES[family]),
];
