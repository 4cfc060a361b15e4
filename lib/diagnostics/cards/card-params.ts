import { z } from 'zod';
import { id } from '@/lib/kernel/ids';

/** The path of everything under /api/cards/[cardId]. */
export const cardParams = z.object({ cardId: id });
