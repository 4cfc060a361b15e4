import type {
  MentoringModel,
  Model,
  OrganisationKind,
  ResourceKind,
  WorkKind,
  WorkSide,
} from '@/lib/partnerships/partnership';
import type { MoveCode, PartnershipState } from '@/lib/partnerships/partnership-moves';
import type { Exclusion, PartCode, Stance } from '@/lib/partnerships/suitability';

export const STATE_WORDS: Record<PartnershipState, string> = {
  PROPOSED: 'предложено',
  ASKED: 'ждём ответа партнёра',
  AGREED: 'партнёр согласен',
  DECLINED: 'не состоялось',
  RUNNING: 'идёт',
  ENDED: 'завершено',
};

/** Words of the buttons. */
export const MOVE_WORDS: Record<MoveCode, string> = {
  ask: 'Попросить партнёра',
  agree: 'Партнёр согласен',
  decline: 'Партнёрство не состоится',
  start: 'Начать партнёрство',
  end: 'Завершить партнёрство',
};
export const OWN_MOVE_WORDS: Record<'agree' | 'decline', string> = {
  agree: 'Согласиться помогать',
  decline: 'Отказаться с причиной',
};
/** What the words beside a move are about. */
export const MOVE_LABELS: Record<MoveCode, string> = {
  ask: 'Комментарий',
  agree: 'Комментарий',
  decline: 'Причина',
  start: 'Комментарий',
  end: 'Что получилось',
};

export const MODEL_WORDS: Record<Model, string> = {
  INTERSCHOOL: 'межшкольное партнёрство',
  CONSULTING: 'консультационная поддержка',
  NETWORK: 'сетевое взаимодействие по теме',
  METHODICAL: 'методическое сопровождение команды',
  ACCOMPANIMENT: 'психолого-педагогическое сопровождение',
};

export const ORGANISATION_WORDS: Record<OrganisationKind, string> = {
  UNIVERSITY: 'университет или институт',
  EXTRA_SCHOOL: 'организация дополнительного образования',
  PMS_CENTRE: 'ПМС-центр',
  OTHER: 'другая организация',
};

export const RESOURCE_WORDS: Record<ResourceKind, string> = {
  PREMISES: 'помещение',
  EQUIPMENT: 'оборудование',
  SPECIALIST: 'специалист',
  PRACTICE: 'практика',
};

export const WORK_WORDS: Record<WorkKind, string> = {
  LESSON: 'посещение урока',
  TEACHING: 'урок в классе партнёра',
  EXCHANGE: 'обмен опытом',
  CONSULTATION: 'консультация',
};
export const WORK_SIDE_WORDS: Record<WorkSide, string> = { PARTNER: 'у партнёра', SCHOOL: 'в школе' };

export const MENTORING_WORDS: Record<MentoringModel, string> = {
  HEAD_HEAD: 'директор – директору',
  DEPUTY_DEPUTY: 'заместитель – заместителю',
  TEACHER_TEACHER: 'педагог – педагогу',
  TEACHER_YOUNG: 'педагог – молодому специалисту',
  TEAM_TEAM: 'команда – команде',
};

export const STANCE_WORDS: Record<Stance, string> = {
  UNASKED: 'ещё не спрашивали',
  AGREED: 'готова помогать',
  DECLINED: 'сейчас не может',
};

export const PART_WORDS: Record<PartCode, string> = {
  strength: 'сильна там, где школа слаба',
  conditions: 'похожие условия',
  reach: 'близко',
  stance: 'готовность',
};

/** «17 – сами нуждаются в помощи»: why schools were left out. */
export const EXCLUSION_WORDS: Record<Exclusion, string> = {
  self: 'сама школа',
  'needs-help': 'сами нуждаются в помощи',
  'no-card': 'нет принятой карты последних лет',
  declined: 'сейчас помогать не могут',
  full: 'уже помогают, сколько могут',
  grades: 'нет старших классов, которые есть у школы',
  'weak-too': 'баллы по тем же критериям',
};

export const PARTNERSHIP_FORMS = ['партнёрство', 'партнёрства', 'партнёрств'] as const;
export const RESOURCE_FORMS = ['ресурс', 'ресурса', 'ресурсов'] as const;
export const PAIR_FORMS = ['пара', 'пары', 'пар'] as const;
