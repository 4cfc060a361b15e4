import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActionResult } from '@/lib/access/action-result';
import type { Viewer } from '@/lib/access/viewer';
import { compileMethod } from '@/lib/methodology/compiled-method';
import { editAbout } from '@/lib/methodology/draft/about-actions';
import { draftPage } from '@/lib/methodology/draft/draft-queries';
import { addItem, dropItem, editItem } from '@/lib/methodology/draft/item-actions';
import { saveRule, saveVerdict } from '@/lib/methodology/draft/rule-actions';
import { addPart } from '@/lib/methodology/draft/section-actions';
import { approveMethod, startMethod } from '@/lib/methodology/version-actions';
import { publishedVersions } from '@/lib/methodology/version-queries';
import { inScope } from '@/lib/platform/prisma';
import { buildTown, owner, type Town } from '../access/world';

let town: Town;
let centre: Viewer;
beforeAll(async () => {
  town = await buildTown('FIVE');
  centre = await town.viewer('CENTRE');
});
afterAll(() => owner.$disconnect());

/** The groups of criteria of the published method (domain handbook, §1.1), one question each. */
const GROUPS = [
  ['О', 'Результаты ОГЭ', 'Доля «2» на ОГЭ выше муниципальной', '9 in grades', 'results'],
  ['Э', 'Результаты ЕГЭ', 'Есть выпускники, не преодолевшие порог ЕГЭ', '11 in grades', 'results'],
  ['Ф', 'Объективность федеральных процедур', 'Есть подтверждённый признак', 'true', 'objectivity'],
  ['К', 'Олимпиады и конкурсы', 'Нет победителей и призёров муниципального этапа', 'true', 'results'],
  ['П', 'Промежуточная аттестация', 'Доля задолженностей выше муниципальной', 'true', 'results'],
] as const;

it('a method of five groups is written from an empty draft through the editor alone and serves campaigns', async () => {
  const ok = (answer: ActionResult) => {
    expect(answer).toMatchObject({ ok: true });
    return answer.ok ? (answer.to ?? '') : '';
  };
  const started = await startMethod.as(centre, { title: 'Методика пяти групп' });
  const versionId = ok(started).split('/')[2] ?? '';
  const on = async (act: (seen: { versionId: string; seen: string }) => Promise<ActionResult>) =>
    ok(await act({ versionId, seen: (await draftPage.as(centre, versionId)).seen }));
  for (const [section, title, wording, applies, zone] of GROUPS) {
    const threshold = 'Когда так и есть';
    const code = `${section}1`;
    await on((seen) => addPart.as(centre, { ...seen, section, title, zone, code, wording, threshold }));
    const rest = { data: 'Сведения школы', threshold, why: 'Так в методике', provenance: 'Методика пяти групп' };
    const more = { dataSource: 'школа', computable: 'MANUAL', enabled: 'on' };
    await on((seen) => editItem.as(centre, { ...seen, item: code, wording, applies, ...rest, ...more }));
  }
  await on((seen) => dropItem.as(centre, { ...seen, item: 'А1' }));
  await on((seen) =>
    addItem.as(centre, { ...seen, section: 'К', code: 'К2', wording: 'Нет участников региона', threshold: 'Если нет' }),
  );
  await on((seen) =>
    saveVerdict.as(centre, {
      ...seen,
      ...{ verdict: 'proposed', words: 'предлагается в список', explanation: 'Комиссия', level: '3', proposes: 'on' },
    }),
  );
  await on((seen) =>
    saveRule.as(centre, {
      ...seen,
      rule: 'half',
      verdict: 'proposed',
      when: '2 * sum >= max',
      words: 'Половина и более',
    }),
  );
  const about = {
    title: 'Методика пяти групп',
    provenance: 'Слайды',
    publicLabel: 'ШНРО',
    borderlineWords: 'погранично',
  };
  await on((seen) => editAbout.as(centre, { ...seen, ...about, issuer: 'управление' }));

  const { method, seen } = await draftPage.as(centre, versionId);
  expect(method.sections.map((section) => section.code)).toEqual(GROUPS.map(([code]) => code));
  expect(compileMethod(method).items.map((item) => item.code)).toEqual(['О1', 'Э1', 'Ф1', 'К1', 'К2', 'П1']);
  expect(method.rules.map((rule) => rule.code)).toEqual(['half', 'otherwise']);

  const order = { orderNumber: '5', orderDate: '2026-09-01', orderTitle: 'О методике пяти групп' };
  ok(await approveMethod.as(await town.viewer('OFFICIAL'), { versionId, seen, ...order }));
  const offered = await inScope(centre, (tx) => publishedVersions(tx));
  expect(offered.map((version) => version.id)).toContain(versionId);
});

it('two people who change one draft do not lose a word: the second is told what stands there now', async () => {
  const started = await startMethod.as(centre, { title: 'Общий черновик' });
  const versionId = (started.ok ? started.to : '')?.split('/')[2] ?? '';
  const { seen } = await draftPage.as(centre, versionId);
  const rule = { versionId, seen, rule: 'otherwise', verdict: 'outside', when: 'true' };
  expect(await saveRule.as(centre, { ...rule, words: 'Слова первого' })).toMatchObject({ ok: true });
  expect(await saveRule.as(centre, { ...rule, words: 'Слова второго' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('изменили, пока вы правили'),
    fields: { words: expect.stringContaining('Слова первого') },
  });
  expect((await draftPage.as(centre, versionId)).method.rules[0]?.words).toBe('Слова первого');
});

it('a change that would break the method is refused in Russian and nothing is saved', async () => {
  const started = await startMethod.as(centre, { title: 'Черновик с ошибкой' });
  const versionId = (started.ok ? started.to : '')?.split('/')[2] ?? '';
  const { seen } = await draftPage.as(centre, versionId);
  const rule = { versionId, seen, rule: 'half', verdict: 'outside', words: 'Половина' };
  for (const when of ['summ >= 1', 'sum >= ', 'params.none > 1'])
    expect(await saveRule.as(centre, { ...rule, when })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/[а-я]/),
    });
  expect(await saveRule.as(centre, { ...rule, when: 'true', verdict: 'absent' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('которого нет'),
  });
  expect((await draftPage.as(centre, versionId)).seen).toBe(seen);
});
