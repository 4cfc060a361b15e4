import type { AssociationKind, PlanRowState } from '@/lib/development/association';
import type { CourseForm, RequestState } from '@/lib/development/course-request';

export const REQUEST_STATE_WORDS: Record<RequestState, string> = {
  SENT: 'отправлена',
  PACKED: 'в пакете',
  PLACED: 'места назначены',
  DONE: 'обучение завершено',
  DECLINED: 'отклонена',
  WITHDRAWN: 'отозвана',
};

export const COURSE_FORM_WORDS: Record<CourseForm, string> = {
  FULL_TIME: 'очная',
  MIXED: 'очно-заочная',
  DISTANCE: 'дистанционная',
};

export const COURSE_STATES = ['PLANNED', 'DONE', 'CANCELLED'] as const;
export type CourseState = (typeof COURSE_STATES)[number];
export const COURSE_STATE_WORDS: Record<CourseState, string> = {
  PLANNED: 'предстоит',
  DONE: 'завершён',
  CANCELLED: 'отменён',
};

export const PACKAGE_STATE_WORDS = { GATHERING: 'собирается', SENT: 'отправлен' } as const;

export const PAPER_KINDS = ['APPLICATIONS', 'QUESTIONNAIRES', 'ORDER', 'MINUTES', 'OTHER'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
export const PAPER_KIND_WORDS: Record<PaperKind, string> = {
  APPLICATIONS: 'заявки',
  QUESTIONNAIRES: 'анкеты',
  ORDER: 'приказ',
  MINUTES: 'протокол',
  OTHER: 'другое',
};
/** What a package to the institute consists of. */
export const PACKAGE_PAPERS = ['APPLICATIONS', 'QUESTIONNAIRES', 'ORDER'] as const satisfies readonly PaperKind[];

export const ASSOCIATION_KIND_WORDS: Record<AssociationKind, string> = { DISTRICT: 'РМО', CITY: 'ГМО', SCHOOL: 'ШМО' };

export const PLAN_ROW_WORDS: Record<PlanRowState, string> = {
  done: 'проведено',
  late: 'срок прошёл',
  ahead: 'предстоит',
};

export const APPEARANCE_KINDS = ['EXPERIENCE', 'COMPETITION'] as const;
export type AppearanceKind = (typeof APPEARANCE_KINDS)[number];
export const APPEARANCE_KIND_WORDS: Record<AppearanceKind, string> = {
  EXPERIENCE: 'представленный опыт',
  COMPETITION: 'конкурс или проект',
};

export const APPEARANCE_LEVELS = ['SCHOOL', 'MUNICIPAL', 'REGIONAL', 'FEDERAL', 'INTERNATIONAL'] as const;
export type AppearanceLevel = (typeof APPEARANCE_LEVELS)[number];
export const APPEARANCE_LEVEL_WORDS: Record<AppearanceLevel, string> = {
  SCHOOL: 'школьный',
  MUNICIPAL: 'муниципальный',
  REGIONAL: 'региональный',
  FEDERAL: 'всероссийский',
  INTERNATIONAL: 'международный',
};

export const WORD_KINDS = ['DEFICIT', 'COURSE'] as const;
export type WordKind = (typeof WORD_KINDS)[number];
export const WORD_KIND_TITLES: Record<WordKind, string> = {
  DEFICIT: 'Профессиональные дефициты',
  COURSE: 'Каталог курсов',
};

export const PEOPLE_FORMS = ['человек', 'человека', 'человек'] as const;
export const REQUEST_FORMS = ['заявка', 'заявки', 'заявок'] as const;
export const RECORD_FORMS = ['запись', 'записи', 'записей'] as const;
export const ASSOCIATION_FORMS = ['методобъединение', 'методобъединения', 'методобъединений'] as const;
