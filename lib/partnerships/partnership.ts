import type { Day } from '@/lib/kernel/day';
import type { PartnershipState } from '@/lib/partnerships/partnership-moves';

/**
 * How the two work together (checklist C3.5, C0.11, C0.4, C0.12): consulting support, partnership between schools, a network
 * by a theme, methodical support of teams, psychological and pedagogical accompaniment.
 */
export const MODELS = ['INTERSCHOOL', 'CONSULTING', 'NETWORK', 'METHODICAL', 'ACCOMPANIMENT'] as const;
export type Model = (typeof MODELS)[number];

export const ORGANISATION_KINDS = ['UNIVERSITY', 'EXTRA_SCHOOL', 'PMS_CENTRE', 'OTHER'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** An outside partner with the contacts of the organisation; nobody's own name, telephone or address. */
export type Organisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly site: string;
  readonly address: string;
  readonly offers: string;
  readonly isRetired: boolean;
  readonly version: number;
};

export type Partnership = {
  readonly id: string;
  readonly year: number;
  readonly schoolId: string;
  /** As it was called then: each of the two knows the other by name alone. */
  readonly schoolName: string;
  readonly partnerSchoolId: string | null;
  readonly organisationId: string | null;
  readonly partnerName: string;
  readonly state: PartnershipState;
  readonly model: Model;
  /** The theme of a network, where it has one. */
  readonly theme: string;
  /** What help is asked for, in neutral words: the partner reads them and nothing of the card. */
  readonly ask: string;
  readonly agreementNumber: string;
  readonly agreementDate: Day | null;
  readonly parties: string;
  readonly starts: Day | null;
  readonly ends: Day | null;
  /** Grows with each change; a save names the one it saw. */
  readonly version: number;
  readonly updatedAt: Date;
};

/** What a new partnership asks for where the centre writes nothing else (C2.66): it says nothing of the school's card. */
export const ASK_DEFAULT = 'Обмен опытом администрации и педагогов, взаимопосещение уроков с обсуждением.';

export const RESOURCE_KINDS = ['PREMISES', 'EQUIPMENT', 'SPECIALIST', 'PRACTICE'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** What a school or an organisation offers to others; a specialist is a position, never a name. */
export type Resource = {
  readonly id: string;
  readonly schoolId: string | null;
  readonly organisationId: string | null;
  readonly ownerName: string;
  readonly kind: ResourceKind;
  readonly title: string;
  /** When, to whom, by what agreement. */
  readonly terms: string;
  readonly version: number;
};

/** What the two do together (C2.66, C0.12). */
export const WORK_KINDS = ['LESSON', 'TEACHING', 'EXCHANGE', 'CONSULTATION'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Where: with the partner, or with the school that is helped. */
export const WORK_SIDES = ['PARTNER', 'SCHOOL'] as const;
export type WorkSide = (typeof WORK_SIDES)[number];

export type JointWork = {
  readonly id: string;
  readonly kind: WorkKind;
  readonly at: WorkSide;
  readonly on: Day;
  readonly subject: string;
  readonly grade: number | null;
  readonly theme: string;
  /** Who took part, by position. */
  readonly participants: string;
  readonly discussion: string;
  /** What was taken over. */
  readonly taken: string;
  readonly author: string;
};

/** A line of the joint plan: a row of the school's roadmap, copied with its words, or a line of its own. */
export type PlanLine = {
  readonly id: string;
  readonly text: string;
  readonly term: string;
  readonly due: Day | null;
  readonly doneOn: Day | null;
  /** Where the reader sees the roadmap. */
  readonly roadmapRow: { readonly roadmapId: string; readonly id: string } | null;
};

export const isLineLate = ({ due, doneOn }: Pick<PlanLine, 'due' | 'doneOn'>, today: Day): boolean =>
  due !== null && doneOn === null && due < today;

/** Models of mentoring (C4.10) by who helps whom. */
export const MENTORING_MODELS = [
  'HEAD_HEAD',
  'DEPUTY_DEPUTY',
  'TEACHER_TEACHER',
  'TEACHER_YOUNG',
  'TEAM_TEAM',
] as const;
export type MentoringModel = (typeof MENTORING_MODELS)[number];

/** Two positions of two schools (or of one), never two names. */
export type MentoringPair = {
  readonly id: string;
  readonly model: MentoringModel;
  readonly mentorSchoolId: string;
  readonly mentorSchoolName: string;
  readonly mentorPosition: string;
  readonly menteeSchoolId: string;
  readonly menteeSchoolName: string;
  readonly menteePosition: string;
  readonly plan: string;
  readonly starts: Day;
  readonly ends: Day | null;
  /** Empty while it goes on. */
  readonly result: string;
  readonly endedOn: Day | null;
  readonly version: number;
};
