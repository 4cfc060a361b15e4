import 'server-only';
import { randomUUID } from 'node:crypto';
import { Refusal } from '@/lib/kernel/refusal';
import { log } from '@/lib/platform/log';

/** PostgreSQL's word for what went wrong, wherever the driver and Prisma have put it. */
function sqlState(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 5) return undefined;
  for (const key of ['originalCode', 'sqlState', 'code'] as const) {
    const value: unknown = Reflect.get(error, key);
    if (typeof value === 'string' && /^([0-9A-Z]{5}|P\d{4}|E[A-Z]+)$/.test(value) && value !== 'P2010') return value;
  }
  for (const key of ['cause', 'meta', 'driverAdapterError', 'error'] as const) {
    const found = sqlState(Reflect.get(error, key), depth + 1);
    if (found) return found;
  }
  return undefined;
}

const CONNECTION = /^(08...|57P0.|53...|P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** Whether the database itself is out of reach. */
export const isDatabaseDown = (error: unknown) =>
  CONNECTION.test(sqlState(error) ?? '') || /connect|Connection terminated|timeout exceeded/i.test(String(error));

/**
 * What a person is told of an error: a refusal as it is; a known state of the database in plain words; anything else by
 * an id under which the log has the whole of it.
 */
export function toRefusal(error: unknown, where: string): Refusal {
  if (error instanceof Refusal) return error;
  const state = sqlState(error);
  if (state === '42501') {
    return new Refusal('conflict', 'Состояние уже изменилось, и это действие больше недоступно. Обновите страницу.');
  }
  if (state === '23505' || state === 'P2002') return new Refusal('conflict', 'Такая запись уже есть.');
  if (state === '55P03' || state === '40P01' || state === 'P2034') {
    return new Refusal('busy', 'Запись сейчас занята другим действием. Повторите через несколько секунд.');
  }
  const fault = randomUUID();
  log.error({ fault, where, err: error }, 'unexpected fault');
  if (isDatabaseDown(error)) {
    return new Refusal(
      'busy',
      'База данных сейчас не отвечает. Введённое осталось на экране – повторите через минуту.',
    );
  }
  return new Refusal(
    'busy',
    `Не получилось из-за ошибки портала. Повторите; если не поможет, сообщите администратору номер ${fault}.`,
  );
}
