import type { KnownName } from '@/lib/methodology/draft/check-expression';
import { CODE_TITLES } from '@/lib/results/words';

/** Codes of imported results as they are written in quotes: own("OGE", "math", 9), figureShare("debt"). */
export const RESULT_CODES: readonly KnownName[] = [...CODE_TITLES].map(([write, means]) => ({ write, means }));
