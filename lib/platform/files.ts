import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { Refusal } from '@/lib/kernel/refusal';
import { formatNumber } from '@/lib/kernel/russian';
import { env } from '@/lib/platform/env';

/** What may be uploaded, by content. Pictures, documents and tables; nothing that a browser would run. */
const ALLOWED: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  jpg: 'image/jpeg',
  png: 'image/png',
};

export const UPLOAD_MAX = 20_000_000;
const SHA256 = /^[0-9a-f]{64}$/;

export type StoredBytes = { readonly sha256: string; readonly mediaType: string; readonly size: number };

const folderOf = (sha256: string) => path.resolve(env().FILES_DIR, sha256.slice(0, 2), sha256.slice(2, 4));

/** The path of a content; refuses anything that is not a sha-256, so that no name ever reaches the disk. */
function pathOf(sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('not the sha-256 of a file');
  return path.join(folderOf(sha256), sha256);
}

/**
 * Keeps bytes under their sha-256 and says what they are by their content, whatever the name claims. On the disk before
 * the answer: written beside, flushed, renamed, the folder flushed. The same content is kept once.
 */
export async function storeFile(bytes: Uint8Array): Promise<StoredBytes> {
  if (bytes.byteLength === 0) throw new Refusal('invalid', 'Файл пуст. Выберите другой файл.', { file: 'Файл пуст' });
  if (bytes.byteLength > UPLOAD_MAX) {
    throw new Refusal(
      'too-large',
      `Файл больше ${formatNumber(UPLOAD_MAX / 1_000_000)}\u00a0МБ. Сожмите его или разделите.`,
      {
        file: 'Файл слишком большой',
      },
    );
  }
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mediaType = type && ALLOWED[type.ext];
  if (!mediaType) {
    throw new Refusal(
      'invalid',
      'Такие файлы портал не принимает. Подойдут pdf, docx, xlsx, odt, ods, jpg и png: портал смотрит на содержимое, а не на имя.',
      { file: 'Тип файла не подходит' },
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const target = pathOf(sha256);
  const known = await stat(target).catch(() => undefined);
  if (known?.size !== bytes.byteLength) await write(target, bytes);
  return { sha256, mediaType, size: bytes.byteLength };
}

// The comments keep the bundler from taking the whole project for what these paths may name.
async function write(target: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(target);
  await mkdir(folder, { recursive: true });
  const beside = path.join(/* turbopackIgnore: true */ folder, `.${randomUUID()}`);
  try {
    const file = await open(/* turbopackIgnore: true */ beside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

const CHUNK = 65_536;

/** The bytes of a stored file as a stream; undefined where the disk has lost them. */
export async function openFile(sha256: string): Promise<ReadableStream<Uint8Array> | undefined> {
  const file = await open(pathOf(sha256), 'r').catch(() => undefined);
  if (!file) return undefined;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK));
      if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
      controller.close();
      await file.close();
    },
    cancel: () => file.close(),
  });
}
