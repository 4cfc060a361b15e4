import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { draftPage } from '@/lib/methodology/draft/draft-queries';
import { exportMethod, importMethod } from '@/lib/methodology/exchange';
import { readSignedMethod, signingKey, signMethod } from '@/lib/methodology/signed-file';
import { startMethod } from '@/lib/methodology/version-actions';
import { publishMethod } from '@/prisma/seed/builders/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { buildTown, owner } from '../access/world';

let sender: Viewer;
let taker: Viewer;
let versionId: string;
beforeAll(async () => {
  versionId = await publishMethod(owner, defaultMethod);
  sender = await (await buildTown('SENDER')).viewer('CENTRE');
  taker = await (await buildTown('TAKER')).viewer('CENTRE');
});
afterAll(() => owner.$disconnect());

it('a version goes from one municipality to another as a file and becomes a draft of the same content', async () => {
  const { text } = await exportMethod(sender, versionId);
  const { to, message } = await importMethod(taker, { text, key: undefined });
  expect(message).toMatch(/подписан этим порталом .*«Город SENDER».*отпечаток ключа [0-9a-f]{4} /);
  const { method } = await draftPage.as(taker, to.split('/')[2] ?? '');
  const { code: _code, number: _number, order: _order, ...content } = method;
  expect(defaultMethod).toMatchObject(content);
});

it('a file of another portal says so, and a changed one makes nothing', async () => {
  const key = signingKey('a secret of quite another portal, far away');
  const text = signMethod(defaultMethod, { issuer: 'Далёкий город', madeAt: new Date().toISOString(), key });
  expect((await importMethod(taker, { text, key: undefined })).message).toContain('подписан другим порталом');
  const before = await owner.methodologyVersion.count();
  const forged = text.replace('Доля', 'Часть');
  await expect(importMethod(taker, { text: forged, key: undefined })).rejects.toThrow(/подпись не сходится/);
  expect(await owner.methodologyVersion.count()).toBe(before);
});

it('somebody else’s draft is not given out', async () => {
  const started = await startMethod.as(sender, { title: 'Черновик отправителя' });
  const draftId = (started.ok ? started.to : '')?.split('/')[2] ?? '';
  expect(readSignedMethod((await exportMethod(sender, draftId)).text).method.title).toBe('Черновик отправителя');
  await expect(exportMethod(taker, draftId)).rejects.toThrow(/не найдена/);
});
