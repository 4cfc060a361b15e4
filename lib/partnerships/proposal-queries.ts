import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { can } from '@/lib/access/permissions';
import { notFound } from '@/lib/kernel/refusal';
import { fold } from '@/lib/kernel/russian';
import { knownSchools, proposalOf } from '@/lib/partnerships/proposal-of';

/** Who could help whom: one proposal for every school that needs help, with why, the next best and who was left out. */
export const proposalPage = defineQuery('partnership.propose', async (context) => {
  const { rows, schools } = await proposalOf(context);
  return {
    rows,
    helped: schools.filter(({ needsHelp, isHelped }) => needsHelp && isHelped).length,
    places: schools.reduce((sum, { needsHelp, stance, capacity, taken, cardYear }) => {
      const isFree = !needsHelp && stance !== 'DECLINED' && cardYear !== null;
      return sum + (isFree ? Math.max(0, capacity - taken) : 0);
    }, 0),
    canChange: can(context.viewer.role, 'partnership.change'),
  };
});
export type ProposalPage = Awaited<ReturnType<typeof proposalPage>>;

/** How the schools stand to helping others: places, taken ones, what they have said. */
export const helpersPage = defineQuery(
  'partnership.propose',
  async (context, { q, sort }: { readonly q: string; readonly sort: string }) => {
    const schools = await knownSchools(context);
    const found = schools.filter(({ name }) => q === '' || fold(name).includes(fold(q)));
    const by = sort.replace('-', '');
    const keyOf = (school: (typeof schools)[number]) =>
      by === 'free' ? school.capacity - school.taken : by === 'taken' ? school.taken : 0;
    // A stable sort over the order of names.
    const sorted = by === 'name' ? found : found.toSorted((a, b) => keyOf(a) - keyOf(b));
    return {
      rows: sort.startsWith('-') ? sorted.toReversed() : sorted,
      canChange: can(context.viewer.role, 'partnership.change'),
    };
  },
);
export type HelpersPage = Awaited<ReturnType<typeof helpersPage>>;

/** One school's places and readiness, to be changed. */
export const helperForm = defineQuery('partnership.change', async (context, schoolId: string) => {
  const school = (await knownSchools(context)).find(({ id }) => id === schoolId);
  if (!school) throw notFound();
  return school;
});
export type HelperForm = Awaited<ReturnType<typeof helperForm>>;
