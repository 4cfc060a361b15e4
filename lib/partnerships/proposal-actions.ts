'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { longText } from '@/lib/partnerships/action-input';
import { ASK_DEFAULT } from '@/lib/partnerships/partnership';
import { insertPartnership } from '@/lib/partnerships/partnership-store';
import { proposalOf } from '@/lib/partnerships/proposal-of';
import { holdProposal, keepReadiness } from '@/lib/partnerships/readiness-store';
import { STANCES } from '@/lib/partnerships/suitability';
import { whyNot, whyThis } from '@/lib/partnerships/why';
import { PARTNERSHIP_FORMS, STANCE_WORDS } from '@/lib/partnerships/words';
import { readSchool } from '@/lib/schools/queries';

const PAIR = /^([0-9a-f-]{36}):([0-9a-f-]{36})$/i;

/**
 * Takes over the rows of the proposal that were ticked, each «school:partner». The proposal is made anew under a lock: a
 * row that would be another one by now is refused, so that nobody accepts what he has not seen.
 */
export const acceptProposal = defineAction({
  name: 'partnership.accept',
  permission: 'partnership.change',
  input: z.strictObject({
    pairs: z
      .array(z.string().regex(PAIR, 'Обновите страницу и отметьте заново'))
      .min(1, 'Отметьте хотя бы одну пару')
      .max(500, 'Отметьте не больше 500'),
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const municipalityId = ownMunicipality(viewer);
    await holdProposal(tx, municipalityId);
    const { rows } = await proposalOf(context);
    const year = schoolYearAt(new Date(), viewer.timeZone);
    for (const pair of new Set(input.pairs.map((one) => one.toLowerCase()))) {
      const found = rows.find(({ weak, partner }) => partner && `${weak.id}:${partner.school.id}` === pair);
      if (!found?.partner)
        throw new Refusal(
          'conflict',
          'Пока вы выбирали, предложение изменилось: школе уже нашли партнёра или места партнёра заняты. Обновите страницу и отметьте заново.',
        );
      const { weak, partner, next } = found;
      const draft = {
        ...{ year, schoolId: weak.id, schoolName: weak.name, organisationId: null, theme: '', ask: ASK_DEFAULT },
        ...{ partnerSchoolId: partner.school.id, partnerName: partner.school.name, model: 'INTERSCHOOL' as const },
        ground: {
          ...{ score: partner.score, reasons: whyThis(weak, partner) },
          others: next.map((other) => whyNot(other, partner)),
        },
      };
      await insertPartnership(tx, municipalityId, draft, viewer.userId);
    }
    return {
      ...{ entity: 'municipality', entityId: municipalityId, details: { added: input.pairs.length, year } },
      message: `Принято: ${count(input.pairs.length, PARTNERSHIP_FORMS)}. Откройте каждое, поправьте слова и попросите партнёра.`,
      to: links.partnerships({ state: 'PROPOSED' }),
    };
  },
});

/** How many schools a school can help at a time and what it has said. */
export const keepHelper = defineAction({
  name: 'partnership.readiness',
  permission: 'partnership.change',
  input: z.strictObject({
    schoolId: id,
    capacity: z.coerce
      .number('Укажите число от 0 до 20')
      .int('Укажите целое число')
      .min(0, 'Укажите число от 0 до 20')
      .max(20, 'Укажите число от 0 до 20'),
    stance: z.enum(STANCES, 'Выберите, что сказала школа'),
    note: longText,
  }),
  run: async (context) => {
    const { viewer, tx, input } = context;
    const school = await readSchool(context, input.schoolId);
    const { capacity, stance, note } = input;
    await keepReadiness(tx, ownMunicipality(viewer), school.id, { capacity, stance, note }, viewer.userId);
    return {
      ...{ entity: 'school', entityId: school.id },
      details: { name: school.shortName, after: `${STANCE_WORDS[stance]}, мест ${capacity}` },
      ...{ message: 'Сохранено.', to: links.partnerHelpers() },
    };
  },
});
