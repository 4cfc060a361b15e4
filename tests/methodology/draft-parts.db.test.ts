import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionResult } from '@/lib/access/action-result';
import type { Viewer } from '@/lib/access/viewer';
import { addNumber, dropNumber } from '@/lib/methodology/draft/about-actions';
import { draftPage } from '@/lib/methodology/draft/draft-queries';
import { addItem, addItemSign, editItem } from '@/lib/methodology/draft/item-actions';
import { dropListVerdict, saveListRule, saveListVerdict, startList } from '@/lib/methodology/draft/list-actions';
import { dropMeasure, saveMeasure, shiftMeasure } from '@/lib/methodology/draft/measure-actions';
import { dropProcedure, editFederal, saveGroup, saveProcedure } from '@/lib/methodology/draft/procedure-actions';
import { dropVerdict } from '@/lib/methodology/draft/rule-actions';
import { dropSection, editSection, shiftSection } from '@/lib/methodology/draft/section-actions';
import { buildDraft } from '@/prisma/seed/builders/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { buildTown, owner, type Town } from '../access/world';

let town: Town;
let centre: Viewer;
let versionId: string;
beforeAll(async () => {
  town = await buildTown('PARTS');
  centre = await town.viewer('CENTRE');
  versionId = await buildDraft(owner, town.id, defaultMethod);
});
afterAll(() => owner.$disconnect());

type Act = { as: (viewer: Viewer, input: Record<string, unknown>) => Promise<ActionResult> };
const method = async () => (await draftPage.as(centre, versionId)).method;
const did = async (action: Act, input: Record<string, unknown>) =>
  action.as(centre, { versionId, seen: (await draftPage.as(centre, versionId)).seen, ...input });
const ok = async (action: Act, input: Record<string, unknown>) =>
  expect(await did(action, input)).toMatchObject({ ok: true });
/** Refused in Russian, at the field where there is one; nothing of the draft changes. */
async function refused(action: Act, input: Record<string, unknown>, field?: string) {
  const before = (await draftPage.as(centre, versionId)).seen;
  const answer = await did(action, input);
  expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/^[А-ЯЁ«]/) });
  if (field && !answer.ok) expect(answer.fields?.[field]).toMatch(/[а-яё]/);
  expect((await draftPage.as(centre, versionId)).seen).toBe(before);
}

const twos = {
  ...{ measure: 'twos', title: 'Доля «2»', of: 'SCHOOL', unit: 'SHARE', round: '3', provenance: 'тест' },
  value: 'belowShare(own("OGE", "math", 9))',
};

describe('measures of a draft', () => {
  it('are added, rounded, named by those below and kept from breaking them', async () => {
    await ok(saveMeasure, twos);
    await ok(saveMeasure, { ...twos, measure: 'double', value: '2 * twos', round: '' });
    expect((await method()).measures?.map(({ code, round }) => [code, round])).toEqual([
      ['twos', 3],
      ['double', null],
    ]);
    await refused(shiftMeasure, { measure: 'double', by: 'up' });
    await refused(dropMeasure, { measure: 'twos' });
    await refused(saveMeasure, { ...twos, round: '15' }, 'round');
    await refused(saveMeasure, { ...twos, measure: 'kind' });
    await refused(saveMeasure, { ...twos, measure: 'доля' }, 'measure');
    await ok(dropMeasure, { measure: 'double' });
  });

  it('answer a criterion until the condition is taken away again', async () => {
    const [criterion] = (await method()).sections[0]?.criteria ?? [];
    if (!criterion) throw new Error('no criterion');
    const fields = {
      ...{ item: criterion.code, wording: criterion.wording, applies: criterion.applies, enabled: 'on' },
      ...{ data: criterion.hint.data, threshold: criterion.hint.threshold, why: criterion.hint.why },
      ...{ provenance: criterion.provenance, dataSource: criterion.dataSource, computable: criterion.computable },
      ...{ op: '>=', value: '30', unit: 'PERCENT', base: 'NONE', minParticipants: '10' },
    };
    await ok(editItem, { ...fields, when: 'twos >= 0.3' });
    const changed = async () => (await method()).sections[0]?.criteria[0];
    expect(await changed()).toMatchObject({
      computed: { when: 'twos >= 0.3' },
      threshold: { op: '>=', value: 30, unit: 'PERCENT', base: 'NONE', minParticipants: 10 },
    });
    await refused(dropMeasure, { measure: 'twos' });
    await refused(editItem, { ...fields, when: 'twos' });
    // A number with a threshold: the condition is made from it, and follows it.
    const number = { ...fields, when: '', minParticipants: '0', measure: 'twos' };
    await ok(editItem, number);
    expect(await changed()).toMatchObject({ computed: { when: 'twos >= 0.3' }, threshold: { value: 30 } });
    await ok(editItem, { ...number, op: '>', value: '25', when: 'twos >= 0.3' });
    expect(await changed()).toMatchObject({ computed: { when: 'twos > 0.25' }, threshold: { op: '>', value: 25 } });
    await refused(editItem, { ...number, op: '' }, 'op');
    await refused(editItem, { ...number, base: 'MUNICIPALITY' }, 'base');
    await refused(editItem, { ...number, minParticipants: '10' }, 'minParticipants');
    await refused(editItem, { ...number, measure: 'nothing' });
    await ok(editItem, { ...fields, when: '', op: '' });
    expect(await changed()).toMatchObject({ threshold: null });
    expect(await changed()).not.toHaveProperty('computed');
  });
});

describe('numbers, sections and signs of a draft', () => {
  it('a number is added under a name of its own and goes when nothing names it', async () => {
    const number = { number: 'twosPercent', title: 'Доля «2»', unit: 'PERCENT', value: '30' };
    await ok(addNumber, number);
    await refused(addNumber, number, 'number');
    await refused(addNumber, { ...number, number: 'other', value: 'много' }, 'value');
    await refused(dropNumber, { number: 'listPercent' });
    await ok(dropNumber, { number: 'twosPercent' });
  });

  it('a section is renamed, moved and removed with its criteria, unless the method still needs it', async () => {
    const names = async () => (await method()).sections.map(({ code }) => code);
    const before = await names();
    await ok(shiftSection, { section: before[1] ?? '', by: 'up' });
    expect(await names()).toEqual([before[1], before[0], ...before.slice(2)]);
    await ok(editSection, { section: 'Е', title: 'Новое имя', note: '', table: '2', zone: 'objectivity' });
    expect((await method()).sections.find(({ code }) => code === 'Е')).toMatchObject({
      ...{ title: 'Новое имя', table: 2, zone: 'objectivity', switchable: false },
    });
    await ok(dropSection, { section: 'Е' });
    expect(await names()).not.toContain('Е');
    // The federal rule counts answers of this section.
    await refused(dropSection, { section: 'А' });
  });

  it('a composite criterion begins with one sign and takes more', async () => {
    const words = { wording: 'Есть признак', threshold: 'Если есть' };
    await ok(addItem, { section: 'Д', code: 'Д9', kind: 'composite', sign: 'Д9а', ...words });
    await refused(addItem, { section: 'Д', code: 'Д8', kind: 'number', sign: 'Д8а', ...words }, 'kind');
    await ok(addItemSign, { item: 'Д9', sign: 'Д9б', ...words });
    await refused(addItemSign, { item: 'Д9', sign: 'Д9б', ...words });
    const added = (await method()).sections.flatMap(({ criteria }) => criteria).find(({ code }) => code === 'Д9');
    expect(added?.kind === 'composite' && added.signs.map(({ code }) => code)).toEqual(['Д9а', 'Д9б']);
  });

  it('a verdict that a rule gives cannot be removed', () => refused(dropVerdict, { verdict: 'proposed' }));
});

describe('lists of a draft', () => {
  it('begin with nobody in them, take rules over measures, and keep the verdicts they need', async () => {
    await ok(startList, { list: 'support', title: 'Поддержка' });
    await refused(startList, { list: 'support', title: 'Ещё раз' }, 'list');
    await ok(saveListVerdict, { list: 'support', verdict: 'help', words: 'наставник' });
    const rule = { list: 'support', rule: 'low', verdict: 'help', words: 'Каждый третий' };
    await refused(saveListRule, { ...rule, when: 'twos >=' });
    await ok(saveListRule, { ...rule, when: 'twos >= 0.3 && sum >= 2' });
    await refused(dropListVerdict, { list: 'support', verdict: 'help' });
    const [list] = (await method()).lists ?? [];
    expect(list?.rules.map(({ code }) => code)).toEqual(['low', 'otherwise']);
    expect(list?.missing).toBe('unknown');
  });
});

describe('procedures of a draft', () => {
  const physics = {
    ...{ procedure: 'oge_phys', title: 'ОГЭ, физика', exam: 'ОГЭ', subject: 'физика', grade: '9', section: '' },
    ...{ minParticipants: '0', smallSample: '10', resultsExam: 'OGE', resultsSubjects: 'physics' },
  };

  it('are saved whole, stand in one group of the federal rule, and leave it with themselves', async () => {
    await ok(saveProcedure, physics);
    await refused(saveProcedure, { ...physics, grade: '14' }, 'grade');
    const group = { at: '', title: 'Физика', procedures: ['oge_phys'], item: '', counts: '0' };
    await ok(saveGroup, group);
    await refused(saveGroup, { ...group, title: 'Ещё раз' });
    await refused(saveGroup, { ...group, procedures: [] }, 'procedures');
    await ok(dropProcedure, { procedure: 'oge_phys' });
    expect((await method()).federal.groups.map(({ title }) => title)).not.toContain('Физика');
  });

  it('are low from a share that is a share', async () => {
    await ok(editFederal, { numerator: '1', denominator: '4', minimum: '3' });
    expect(await method()).toMatchObject({ lowShare: { numerator: 1, denominator: 4 }, federal: { minimum: 3 } });
    await refused(editFederal, { numerator: '5', denominator: '4', minimum: '3' }, 'numerator');
    await refused(editFederal, { numerator: '1', denominator: '0', minimum: '3' }, 'denominator');
  });
});

describe('a criterion of a number', () => {
  const itemOf = async () =>
    (await method()).sections.flatMap((section) => section.criteria).find((criterion) => criterion.code === 'Ч1');

  it('is added, gets its threshold and bounds, and refuses what nobody could decide over', async () => {
    const added = { section: 'А', code: 'Ч1', wording: 'Доля', threshold: 'больше 30 %' };
    await refused(addItem, { ...added, kind: 'composite' }, 'sign');
    await ok(addItem, { ...added, kind: 'number' });
    const edit = {
      ...{ item: 'Ч1', wording: 'Доля', data: 'штат', threshold: 'больше 30 %', why: 'кадры', applies: 'true' },
      ...{ provenance: 'тест', dataSource: 'кадры', computable: 'MANUAL', enabled: 'on' },
      ...{ op: '>', value: '30', unit: 'PERCENT', base: 'NONE', decimals: '2', least: '0', most: '' },
    };
    await ok(editItem, edit);
    expect(await itemOf()).toMatchObject({
      kind: 'number',
      threshold: { op: '>', value: 30 },
      number: { decimals: 2, least: 0, most: null },
    });
    await refused(editItem, { ...edit, op: '' }, 'op');
    await refused(editItem, { ...edit, decimals: '7' }, 'decimals');
    await refused(editItem, { ...edit, least: '50', most: '40' });
    await refused(editItem, { ...edit, base: 'MUNICIPALITY' });
    await refused(editItem, { ...edit, when: 'known(belowShare(own("OGE", "math", 9)))' });
  });
});
