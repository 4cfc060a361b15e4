export const PROGRAMME_KINDS = ['MUNICIPAL', 'QUALITY', 'EFFECTIVE_MODE'] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];
export const PROGRAMME_STATES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'ARCHIVED'] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];
export const UNITS = ['PERCENT', 'COUNT', 'PRESENCE'] as const;
export type Unit = (typeof UNITS)[number];
export const DIRECTIONS = ['UP', 'DOWN'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const RISK_KINDS = ['EXTERNAL', 'INTERNAL'] as const;
export const PROBABILITIES = ['LOW', 'MIDDLE', 'HIGH'] as const;
export const STAGE_STATES = ['PLANNED', 'RUNNING', 'DONE'] as const;
export type StageState = (typeof STAGE_STATES)[number];

export const KIND_WORDS: Record<ProgrammeKind, string> = {
  MUNICIPAL: 'муниципальная программа',
  QUALITY: 'повышение качества образования',
  EFFECTIVE_MODE: 'переход в эффективный режим',
};

export const STATE_WORDS: Record<ProgrammeState, string> = {
  DRAFT: 'черновик',
  SUBMITTED: 'на проверке в центре',
  RETURNED: 'возвращена',
  APPROVED: 'утверждена',
  ARCHIVED: 'в архиве',
};

export const UNIT_WORDS: Record<Unit, string> = { PERCENT: '%', COUNT: 'единиц', PRESENCE: 'есть или нет' };
export const DIRECTION_WORDS: Record<Direction, string> = {
  UP: 'чем больше, тем лучше',
  DOWN: 'чем меньше, тем лучше',
};
export const RISK_WORDS: Record<(typeof RISK_KINDS)[number], string> = { EXTERNAL: 'внешний', INTERNAL: 'внутренний' };
export const PROBABILITY_WORDS: Record<(typeof PROBABILITIES)[number], string> = {
  LOW: 'низкая',
  MIDDLE: 'средняя',
  HIGH: 'высокая',
};
export const STAGE_STATE_WORDS: Record<StageState, string> = { PLANNED: 'впереди', RUNNING: 'идёт', DONE: 'завершён' };
