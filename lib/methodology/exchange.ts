import 'server-only';
import { z } from 'zod';
import { carryOut } from '@/lib/access/carry-out';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { insertDraft, insertMethodology } from '@/lib/methodology/draft/draft-store';
import { draftTag } from '@/lib/methodology/draft/draft-tag';
import { copyCode, NO_ORDER } from '@/lib/methodology/draft/empty-method';
import { parseMethod } from '@/lib/methodology/method-problems';
import { fingerprint, readSignedMethod, signingKey, signMethod } from '@/lib/methodology/signed-file';
import { loadMethod } from '@/lib/methodology/store';
import { findVersion } from '@/lib/methodology/version-store';
import { env } from '@/lib/platform/env';
import { inScope } from '@/lib/platform/prisma';
import { readUploadedForm } from '@/lib/platform/uploaded-form';

/** A method is text of some hundred kilobytes. */
const FILE_MAX = 4 * 2 ** 20;

const ownKey = () => signingKey(env().NEXTAUTH_SECRET);

/** A version that the viewer may see as a signed file; the journal keeps that it went out. */
export async function exportMethod(viewer: Viewer, versionId: string): Promise<{ name: string; text: string }> {
  return inScope(viewer, async (tx) => {
    const version = await findVersion(tx, versionId);
    const loaded = await loadMethod(tx, version.id);
    if (!loaded) throw notFound();
    const of = { issuer: viewer.municipalityName ?? '', madeAt: new Date().toISOString(), key: ownKey() };
    await writeJournal(tx, {
      action: 'method.export',
      entity: 'method',
      entityId: version.id,
      details: { number: version.number },
    });
    return { name: `Методика, версия ${version.number}.json`, text: signMethod(loaded.method, of) };
  });
}

const importIntention = {
  name: 'method.import',
  permission: 'method.change',
  input: z.strictObject({ text: z.string() }),
  run: async ({
    viewer,
    input,
    tx,
  }: {
    viewer: Viewer;
    input: { text: string };
    tx: Parameters<typeof insertDraft>[0];
  }) => {
    const file = readSignedMethod(input.text);
    const code = copyCode(file.method.code, draftTag());
    const method = parseMethod({ ...file.method, code, number: 1, order: NO_ORDER });
    const of = { municipalityId: ownMunicipality(viewer), code, title: method.title };
    const draftId = await insertDraft(tx, { methodologyId: await insertMethodology(tx, of), baseId: null }, method);
    const whose = file.fingerprint === fingerprint(ownKey()) ? 'этим порталом' : 'другим порталом';
    const day = file.madeAt.slice(0, 10).split('-').reverse().join('.');
    return {
      entity: 'method',
      entityId: draftId,
      details: { name: method.title, code: file.fingerprint },
      message: `Черновик создан из файла. Он подписан ${whose} ${day}, отправитель назвался «${file.issuer}», отпечаток ключа ${file.fingerprint}. Сверьте отпечаток с отправителем.`,
      to: links.methodEdit(draftId),
    };
  },
} as const;

/** Makes a draft of a signed file; says whose key signed it. Refuses a changed file and one that is no method. */
export async function importMethod(
  viewer: Viewer,
  file: { readonly text: string; readonly key: string | undefined },
): Promise<{ to: string; message: string }> {
  const result = await carryOut(importIntention, viewer, { text: file.text }, file.key);
  if (!result.ok) throw new Refusal('invalid', result.message);
  return { to: result.to ?? links.method(), message: result.message ?? '' };
}

/** The file and the key of the form, held in memory only. */
export async function readMethodForm(request: Request): Promise<{ text: string; key: string | undefined }> {
  const { fields, files } = await readUploadedForm(request, FILE_MAX);
  const [file] = files;
  if (!file || file.bytes.byteLength === 0) throw new Refusal('invalid', 'Выберите файл методики.');
  return { text: new TextDecoder().decode(file.bytes), key: fields.get('_key') };
}
