import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMaterialFile } from '@/lib/events/add-material-file';
import { eventPage } from '@/lib/events/event-queries';
import { eventFile } from '@/lib/events/file-queries';
import { removeMaterial } from '@/lib/events/material-actions';
import { newId } from '@/lib/kernel/ids';
import { type EventsTown, eventsTown, owner, said } from './events-world';

let folder: string;
let mine: EventsTown;
let theirs: EventsTown;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'files-'));
  process.env.FILES_DIR = folder;
  [mine, theirs] = [await eventsTown('MINE'), await eventsTown('THEIRS')];
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true });
  await owner.$disconnect();
});

const pdf = new TextEncoder().encode('%PDF-1.7\nпротокол\n%%EOF');
function sent(name: string, bytes: Uint8Array<ArrayBuffer>, key = newId()): Request {
  const form = new FormData();
  form.set('file', new File([bytes], name));
  form.set('materialKind', 'PROTOCOL');
  form.set('_key', key);
  return new Request('http://portal.test/', { method: 'POST', body: form });
}
const fileIdOf = (href: string | undefined) => href?.split('/').at(-1) ?? '';

describe('a file of an event', () => {
  it('is read by the schools that see the event and by nobody else, until it is taken back', async () => {
    const id = await mine.plan({ reach: 'CHOSEN', schools: [mine.school(0).id] });
    const key = newId();
    expect(await addMaterialFile(mine.centre, id, sent('протокол.pdf', pdf, key))).toBe('Файл приложен.');
    // The same form sent twice is one file.
    await addMaterialFile(mine.centre, id, sent('протокол.pdf', pdf, key));
    const { materials } = await eventPage.as(mine.head(0), id);
    expect(materials).toMatchObject([{ kind: 'PROTOCOL', title: 'протокол.pdf', isFile: true }]);
    const fileId = fileIdOf(materials[0]?.href);
    expect(await eventFile.as(mine.head(0), fileId)).toMatchObject({
      name: 'протокол.pdf',
      mediaType: 'application/pdf',
    });
    for (const viewer of [mine.head(1), theirs.centre, theirs.head(0)])
      await expect(eventFile.as(viewer, fileId)).rejects.toMatchObject({ code: 'not-found' });
    said(await removeMaterial.as(mine.centre, { materialId: materials[0]?.id }));
    await expect(eventFile.as(mine.head(0), fileId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is told by its content, and refused to whoever may not add it', async () => {
    const id = await mine.plan();
    const page = new TextEncoder().encode('<html><script>alert(1)</script></html>');
    await expect(addMaterialFile(mine.centre, id, sent('отчёт.pdf', page))).rejects.toMatchObject({ code: 'invalid' });
    await expect(addMaterialFile(theirs.centre, id, sent('отчёт.pdf', pdf))).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(addMaterialFile(mine.head(0), id, sent('отчёт.pdf', pdf))).rejects.toMatchObject({
      message: expect.stringMatching(/не найдена/),
    });
    expect((await eventPage.as(mine.centre, id)).materials).toEqual([]);
  });
});
