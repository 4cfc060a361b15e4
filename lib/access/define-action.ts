import 'server-only';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { ActionResult } from '@/lib/access/action-result';
import { carryOut, type Intention } from '@/lib/access/carry-out';
import { currentViewer } from '@/lib/access/current-viewer';
import { toRefusal } from '@/lib/access/fault';
import { formValues } from '@/lib/access/form-values';
import { NOTICE_COOKIE } from '@/lib/access/notice-cookie';
import { assertOwnOrigin } from '@/lib/access/origin';
import type { Viewer } from '@/lib/access/viewer';
import { Refusal } from '@/lib/kernel/refusal';
import { env } from '@/lib/platform/env';

/** Next sends it with actions called by a script, whose page keeps its fields by itself. */
const SCRIPTED = 'next-action';

/** Passwords and codes are never sent back. */
const withoutSecrets = (values: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/password|code|secret/i.test(name)));

/**
 * One intention as a server action for <form action> and useActionState; works with and without JavaScript.
 * `.as(viewer, values)` carries it out for tests and commands.
 */
export function defineAction<S extends z.ZodType>(intention: Intention<S>) {
  const action = async (_previous: ActionResult | null, form: FormData): Promise<ActionResult> => {
    const { values, key } = formValues(form);
    let result: ActionResult;
    try {
      assertOwnOrigin((await headers()).get('origin'), env().PORTAL_ORIGIN);
      const viewer = await currentViewer();
      if (!viewer)
        throw new Refusal(
          'unauthenticated',
          'Вход завершён. Войдите снова в соседней вкладке и повторите: введённое осталось на экране.',
        );
      result = await carryOut(intention, viewer, values, key);
    } catch (error) {
      result = { ok: false, message: toRefusal(error, intention.name).message };
    }
    if (!result.ok) return (await headers()).has(SCRIPTED) ? result : { ...result, typed: withoutSecrets(values) };
    if (result.to) {
      if (result.message) {
        (await cookies()).set(NOTICE_COOKIE, result.message, {
          maxAge: 10,
          httpOnly: true,
          sameSite: 'lax',
          path: '/',
        });
      }
      redirect(result.to as Route);
    }
    refresh();
    return result;
  };
  const as = (viewer: Viewer, values: Record<string, unknown>, key?: string) =>
    carryOut(intention, viewer, values, key);
  return Object.assign(action, {
    as,
    permission: intention.permission,
    intention: intention.name,
    input: intention.input,
  });
}
