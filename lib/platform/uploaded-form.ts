import 'server-only';
import { readBody } from '@/lib/platform/request-body';

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A form with files as it was sent, held in memory only. A field that came twice says what came last. */
export type UploadedForm = { readonly fields: ReadonlyMap<string, string>; readonly files: readonly UploadedFile[] };

const NAME_MAX = 200;

/** A name is data: no path, no control characters, and it never reaches the disk. Empty where nothing is left of it. */
export const cleanFileName = (given: string): string =>
  Array.from((given.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim())
    .slice(-NAME_MAX)
    .join('') || 'файл';

/**
 * The fields and chosen files of a multipart form up to `limit` bytes; a longer one is refused (413) before the rest of it
 * is read. A body that is no form is a form without anything.
 */
export async function readUploadedForm(request: Request, limit: number): Promise<UploadedForm> {
  const body = await readBody(request, limit);
  const type = request.headers.get('content-type') ?? '';
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => undefined);
  const fields = new Map<string, string>();
  const files: UploadedFile[] = [];
  for (const [name, value] of form?.entries() ?? []) {
    if (typeof value === 'string') fields.set(name, value);
    else if (value.name !== '')
      files.push({ name: cleanFileName(value.name), bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { fields, files };
}
