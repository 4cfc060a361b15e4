/** Borders of marks, from the lowest. The official scale of the year says where they are; it is never inferred from results. */
export const BORDERS = ['three', 'four', 'five'] as const;
export type Border = (typeof BORDERS)[number];
