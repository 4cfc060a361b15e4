'use server';

import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { links } from '@/lib/kernel/links';
import { notFound } from '@/lib/kernel/refusal';
import { referenceInput, scaleInput, seenInput } from '@/lib/results/action-input';
import { changedMeanwhile } from '@/lib/results/changed-meanwhile';
import type { OwnScale } from '@/lib/results/dictionaries/mark-scales';
import type { FactChange } from '@/lib/results/fact-change';
import { countFactChange } from '@/lib/results/fact-change-store';
import { referenceSchema } from '@/lib/results/reference';
import { putReference, references, removeReference } from '@/lib/results/reference-store';
import { ownScales, putScale, removeScale } from '@/lib/results/scale-store';
import { procedureWords } from '@/lib/results/words';

/** Values of the region as they were published; what is left empty stays as it was. */
export const saveReference = defineAction({
  name: 'results.reference',
  permission: 'results.import',
  input: referenceInput,
  run: async ({ viewer, input, tx }) => {
    const reference = referenceSchema.parse(input);
    const municipalityId = ownMunicipality(viewer);
    const referenceId = await putReference(tx, municipalityId, reference);
    await countFactChange(tx, municipalityId, {
      ...{ years: [reference.year], cause: 'REFERENCE', title: procedureWords(reference) },
    });
    return {
      entity: 'reference-value',
      entityId: referenceId,
      details: { work: procedureWords(reference), source: reference.source },
      message: 'Показатели региона записаны.',
      to: links.resultReferences(),
    };
  },
});

export const dropReference = defineAction({
  name: 'results.reference-remove',
  permission: 'results.import',
  input: seenInput,
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const known = (await references(tx, municipalityId)).find((one) => one.id === input.id);
    if (!known) throw notFound();
    if (!(await removeReference(tx, municipalityId, input.id, input.version))) throw changedMeanwhile();
    await countFactChange(tx, municipalityId, {
      ...{ years: [known.year], cause: 'REFERENCE', title: procedureWords(known) },
    });
    return {
      entity: 'reference-value',
      entityId: input.id,
      message: 'Показатели региона удалены.',
      to: links.resultReferences(),
    };
  },
});

const scaleChange = (scale: Pick<OwnScale, 'year' | 'subject' | 'grade'>): FactChange => ({
  ...{ years: [scale.year], cause: 'SCALE', title: procedureWords({ ...scale, exam: 'VPR' }) },
});

/** The scale of a ВПР paper in one year, as the region published it. Files loaded afterwards are marked by it. */
export const saveScale = defineAction({
  name: 'results.scale',
  permission: 'results.import',
  input: scaleInput,
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const scaleId = await putScale(tx, municipalityId, input);
    await countFactChange(tx, municipalityId, scaleChange(input));
    return {
      entity: 'mark-scale',
      entityId: scaleId,
      details: { work: procedureWords({ ...input, exam: 'VPR' }), source: input.source },
      message: 'Шкала записана. По ней будут посчитаны отметки в файлах, которые вы загрузите после этого.',
      to: links.resultDictionaries(),
    };
  },
});

export const dropScale = defineAction({
  name: 'results.scale-remove',
  permission: 'results.import',
  input: seenInput,
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const known = (await ownScales(tx, municipalityId)).find((one) => one.id === input.id);
    if (!known) throw notFound();
    if (!(await removeScale(tx, municipalityId, input.id, input.version))) throw changedMeanwhile();
    await countFactChange(tx, municipalityId, scaleChange(known));
    return {
      entity: 'mark-scale',
      entityId: input.id,
      message: 'Шкала удалена.',
      to: links.resultDictionaries(),
    };
  },
});
