import type { EventTime } from '@/lib/events/event-time';

/** Where an event stands: planned, over, or called off with a reason. */
export const EVENT_STATUSES = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** The directions of the centre's work (C1.7–C1.10): acts, projects and innovation, network, competence of people. */
export const EVENT_DIRECTIONS = ['LEGAL', 'PROJECT', 'NETWORK', 'COMPETENCE'] as const;
export type EventDirection = (typeof EVENT_DIRECTIONS)[number];

/** What is kept of an event besides its plan. */
export const MATERIAL_KINDS = ['PROTOCOL', 'MATERIAL', 'PHOTO'] as const;
export type MaterialKind = (typeof MATERIAL_KINDS)[number];

/** A line of the municipality's dictionary of forms; a norm says how many a school year should have. */
export type EventForm = {
  readonly id: string;
  readonly name: string;
  readonly normMin: number | null;
  readonly normMax: number | null;
  /** No longer offered; events that have it keep it. */
  readonly isRetired: boolean;
};

/** An event as its readers see it. The schools it is meant for are not among it: a school may not see the others. */
export type CentreEvent = {
  readonly id: string;
  readonly municipalityId: string;
  readonly formId: string;
  readonly formName: string;
  readonly title: string;
  readonly direction: EventDirection | null;
  readonly audience: string;
  readonly baseSchoolId: string | null;
  /** The base school's name when the event was planned: a school reads no register. */
  readonly baseName: string;
  readonly time: EventTime;
  /** School year it belongs to; an event without a date names it itself. */
  readonly year: number;
  readonly place: string;
  readonly link: string;
  readonly speakers: string;
  /** Places for people; null: as many as come. */
  readonly capacity: number | null;
  /** Every school of the municipality may come; else the chosen ones and the base school. */
  readonly isOpen: boolean;
  /** Shown to schools; until then it is the centre's draft. */
  readonly isPublished: boolean;
  /** Shown on the open page, to anybody. */
  readonly isPublic: boolean;
  readonly status: EventStatus;
  readonly cancelReason: string;
  readonly summary: string;
  /** The row of a plan that it carries out. */
  readonly roadmapRowId: string | null;
  readonly seriesId: string | null;
  /** Grows with each change; a save names the one it saw, and calendars take the greater one. */
  readonly sequence: number;
  readonly updatedAt: Date;
};
