import { addList } from '@/lib/methodology/draft/change-lists';
import type { Method } from '@/lib/methodology/method';
import { computedCard } from '@/prisma/seed/reference/computed-card';

/** A method that has everything a method can have: measures, computed answers, procedures and a list of its own. */
export const richMethod: Method = addList(computedCard, { code: 'support', title: 'Типы поддержки' });
