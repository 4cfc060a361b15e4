import 'server-only';
import type { z } from 'zod';
import { currentViewer, pollingViewer } from '@/lib/access/current-viewer';
import { toRefusal } from '@/lib/access/fault';
import { assertOwnOrigin } from '@/lib/access/origin';
import { can, type Permission } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { env } from '@/lib/platform/env';

export type RouteContext<P> = { readonly viewer: Viewer; readonly params: P; readonly request: Request };

type RouteDefinition<S extends z.ZodType> = {
  readonly permission: Permission;
  /** The parameters of the path, strict. */
  readonly params: S;
  /** A background poll does not keep the session awake. */
  readonly poll?: boolean;
  readonly handle: (context: RouteContext<z.output<S>>) => Promise<Response>;
};

const PRIVATE = { 'Cache-Control': 'private, no-store' };

/** A refusal as JSON: `{ message, code, fields }` under its status. */
export const refusalResponse = (refusal: Refusal): Response =>
  Response.json(
    { message: refusal.message, code: refusal.code, fields: refusal.fields },
    { status: refusal.status, headers: PRIVATE },
  );

/** A route handler of a signed-in person: Origin on everything but reading, permission, path parameters, no cache. */
export function defineRoute<S extends z.ZodType>(definition: RouteDefinition<S>) {
  const handler = async (request: Request, context: { params?: Promise<unknown> }): Promise<Response> => {
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        assertOwnOrigin(request.headers.get('origin'), env().PORTAL_ORIGIN);
      const viewer = definition.poll ? await pollingViewer() : await currentViewer();
      if (!viewer) throw new Refusal('unauthenticated', 'Вход завершён. Войдите снова.');
      if (!can(viewer.role, definition.permission)) throw notFound();
      // Next hands over no parameters at all for a path without any.
      const params = definition.params.safeParse((await context.params) ?? {});
      if (!params.success) throw notFound();
      const response = await definition.handle({ viewer, params: params.data, request });
      if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', PRIVATE['Cache-Control']);
      return response;
    } catch (error) {
      return refusalResponse(toRefusal(error, new URL(request.url).pathname));
    }
  };
  return Object.assign(handler, { permission: definition.permission });
}
