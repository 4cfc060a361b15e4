import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { addFile, readUpload } from '@/lib/diagnostics/cards/add-file';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';
import { fileOf } from '@/lib/diagnostics/cards/file-queries';
import { newId } from '@/lib/kernel/ids';
import { openFile, storeFile, UPLOAD_MAX } from '@/lib/platform/files';
import type { BuiltCard } from '@/prisma/seed/builders/campaign';
import { moveCard } from '@/prisma/seed/builders/card';
import { buildTown, openCampaignOf, ownerClient, type Town } from './list-world';

const owner = ownerClient();
let folder: string;
let town: Town;
let head: Viewer;
let card: BuiltCard;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'files-'));
  process.env.FILES_DIR = folder;
  town = await buildTown(owner, 'ALPHA', 2);
  head = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  const [one] = (await openCampaignOf(owner, town, 2030)).cards;
  if (!one) throw new Error('the campaign has no card');
  card = one;
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await owner.$disconnect();
});

const pdf = (words: string) => new TextEncoder().encode(`%PDF-1.7\n${words}\n%%EOF`);
const item = () => card.asked[0] ?? '';
const upload = (bytes: Uint8Array, name = 'протокол.pdf', key?: string) => ({
  item: item(),
  title: '',
  key,
  name,
  bytes,
});
const lastFile = () => owner.storedFile.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });

describe('storing bytes', () => {
  it('keeps one content once, under its hash, whole', async () => {
    const stored = await storeFile(pdf('раз'));
    expect(await storeFile(pdf('раз'))).toEqual(stored);
    const bytes = await openFile(stored.sha256);
    expect(new Uint8Array(await new Response(bytes).arrayBuffer())).toEqual(pdf('раз'));
    const on = path.join(folder, stored.sha256.slice(0, 2), stored.sha256.slice(2, 4));
    expect(await readdir(on)).toEqual([stored.sha256]);
    expect((await stat(path.join(on, stored.sha256))).mode & 0o077).toBe(0);
    expect(await readFile(path.join(on, stored.sha256))).toHaveLength(stored.size);
  });

  it.each([
    ['nothing', new Uint8Array(), 'invalid'],
    ['a page of markup', new TextEncoder().encode('<html><script>alert(1)</script></html>'), 'invalid'],
    [
      'a drawing that can carry a script',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'invalid',
    ],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'invalid'],
    ['more than 20 MB', new Uint8Array(UPLOAD_MAX + 1), 'too-large'],
  ])('refuses %s by its content, whatever it is called', async (_, bytes, code) => {
    await expect(storeFile(bytes)).rejects.toMatchObject({ code });
  });

  it('never lets a name near the disk', async () => {
    await expect(openFile('../../etc/passwd')).rejects.toThrow();
    await addFile(head, card.id, upload(pdf('имя'), '..\\..\\имя\u0000\u202e.pdf'));
    expect((await lastFile()).name).toBe('имя.pdf');
  });
});

describe('a file as a proof', () => {
  it('is added once for a key and stands at its answer', async () => {
    const key = newId();
    await Promise.all([1, 2].map(() => addFile(head, card.id, upload(pdf('дважды'), 'дважды.pdf', key))));
    const page = await cardPage.as(head, card.id);
    const proofs = page.sections
      .flatMap((section) => section.criteria.flatMap((criterion) => criterion.items))
      .flatMap((one) => one.evidence)
      .filter((proof) => proof.title === 'дважды.pdf');
    expect(proofs).toMatchObject([{ isFile: true, item: item(), canRemove: true }]);
  });

  it('is read by its school at once, by the centre once submitted, by the department once accepted, by no stranger', async () => {
    await addFile(head, card.id, upload(pdf('кто видит'), 'кто.pdf'));
    const { id } = await lastFile();
    const other = await buildTown(owner, 'BETA', 1);
    const never = [
      await town.viewer('SCHOOL_HEAD', town.schools[1]),
      await other.viewer('CENTRE'),
      await other.viewer('SCHOOL_HEAD', other.schools[0]),
      await town.viewer('CURATOR'),
      await town.viewer('ADMIN'),
    ];
    const centre = await town.viewer('CENTRE');
    const official = await town.viewer('OFFICIAL');
    const sees = (viewer: Viewer) =>
      fileOf.as(viewer, id).then(
        () => true,
        () => false,
      );
    const all = () => Promise.all([head, centre, official, ...never].map(sees));
    const nobody = never.map(() => false);
    expect(await all()).toEqual([true, false, false, ...nobody]);
    const at = new Date();
    await moveCard(owner, card, { to: 'SUBMITTED', actorId: head.userId, at });
    expect(await all()).toEqual([true, true, false, ...nobody]);
    await moveCard(owner, card, { to: 'ACCEPTED', actorId: centre.userId, at });
    expect(await all()).toEqual([true, true, true, ...nobody]);
    await expect(addFile(head, card.id, upload(pdf('поздно')))).rejects.toMatchObject({ code: 'closed' });
    await expect(addFile(centre, card.id, upload(pdf('чужой')))).rejects.toThrow();
  });

  it('comes as a form with one file; without it the form is refused', async () => {
    const form = new FormData();
    form.set('item', 'А1');
    const request = () => new Request('http://portal.test/x', { method: 'POST', body: form });
    await expect(readUpload(request())).rejects.toMatchObject({ fields: { file: expect.any(String) } });
    form.set('file', new File([pdf('x')], 'x.pdf'));
    expect(await readUpload(request())).toMatchObject({ item: 'А1', name: 'x.pdf' });
    const raw = new Request('http://portal.test/x', { method: 'POST', body: 'мусор' });
    await expect(readUpload(raw)).rejects.toMatchObject({ code: 'invalid' });
  });
});
