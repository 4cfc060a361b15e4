import 'server-only';
import { Refusal } from '@/lib/kernel/refusal';
import { formatNumber } from '@/lib/kernel/russian';

/** The bytes of a request up to `limit`; a longer one is refused before the rest of it is read. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new Refusal(
      'too-large',
      `Запрос больше ${formatNumber(Math.floor(limit / 1_000_000))}\u00a0МБ, портал такие не принимает. Отправьте его по частям.`,
    );
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.byteLength;
  }
  return whole;
}

/** The same as text; bytes that are not UTF-8 are refused rather than replaced. */
export async function readText(request: Request, limit: number): Promise<string> {
  const bytes = await readBody(request, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('invalid', 'Запрос испорчен по дороге. Обновите страницу и повторите.');
  }
}
