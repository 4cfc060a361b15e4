import 'next/dist/server/node-environment-baseline';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '@/lib/access/current-viewer';
import { can, PERMISSIONS, type Permission } from '@/lib/access/permissions';
import { ROLES, type Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import { sources } from '../architecture/source-tree';
import { type StatementWorld, statementWorld } from '../architecture/statement-world';
import { asRequest } from './as-request';
import { owner } from './world';

type Params = Readonly<Record<string, string>>;

/** Every table that leaves the portal: who takes it, and of what. */
const EXPORTS: Readonly<Record<string, readonly [Role, (world: StatementWorld) => Params]>> = {
  'campaigns/[id]/export': ['CENTRE', ({ current }) => ({ id: current.id })],
  'dashboard/export/[part]': ['OFFICIAL', () => ({ part: 'items' })],
  'dashboard/grid/export': ['OFFICIAL', () => ({})],
  'dashboard/schools/export': ['OFFICIAL', () => ({})],
  'development/export/[list]': ['OFFICIAL', () => ({ list: 'requests' })],
  'events/[id]/ics': ['CENTRE', ({ eventId }) => ({ id: eventId })],
  'events/export': ['OFFICIAL', () => ({})],
  'journal/export': ['ADMIN', () => ({})],
  'lists/[listId]/export': ['OFFICIAL', ({ pastListId }) => ({ listId: pastListId })],
  'method/[versionId]/file': ['CENTRE', ({ town }) => ({ versionId: town.versionId })],
  'method/[versionId]/trial/export': ['CENTRE', ({ town }) => ({ versionId: town.versionId })],
  'method/[versionId]/values/export': ['OFFICIAL', ({ town }) => ({ versionId: town.versionId })],
  'objectivity/export': ['OFFICIAL', () => ({})],
  'notifications/sent/export': ['ADMIN', () => ({})],
  'partners/export': ['OFFICIAL', () => ({})],
  'partners/mentoring/export': ['CENTRE', () => ({})],
  'partners/resources/export': ['SCHOOL_HEAD', () => ({})],
  'people/export': ['ADMIN', () => ({})],
  'recommendations/catalogue/export': ['CENTRE', () => ({})],
  'recommendations/export': ['OFFICIAL', () => ({})],
  'region/export': ['REGION', () => ({})],
  'results/export': ['CENTRE', () => ({})],
  'results/tasks/export': ['CENTRE', () => ({})],
  'programmes/export': ['CENTRE', () => ({})],
  'programmes/[id]/export': ['OFFICIAL', ({ programmeId }) => ({ id: programmeId })],
  'programmes/[id]/document': ['OFFICIAL', ({ programmeId }) => ({ id: programmeId })],
  'roadmaps/export': ['CENTRE', () => ({})],
  'roadmaps/rows/export': ['CENTRE', () => ({})],
  'roadmaps/[id]/export': ['OFFICIAL', ({ roadmapId }) => ({ id: roadmapId })],
  'roadmaps/[id]/document': ['OFFICIAL', ({ roadmapId }) => ({ id: roadmapId })],
  'support/export': ['OFFICIAL', () => ({})],
  'surveys/[id]/export': ['CENTRE', ({ support }) => ({ id: support.surveyId })],
  'surveys/studies/export': ['CENTRE', () => ({})],
  'schools/export': ['CENTRE', () => ({})],
  'schools/import/[id]/errors': ['CENTRE', ({ importId }) => ({ id: importId })],
  'visits/consultations/export': ['SCHOOL_HEAD', () => ({})],
  'visits/export': ['OFFICIAL', () => ({})],
  'visits/report/export': ['OFFICIAL', () => ({})],
};
/** Empty forms to fill in: nothing but the names of schools is in them. */
const EMPTY = ['results/template', 'schools/import/template'];

const files = sources('app')
  .map(({ path }) => path)
  .filter((path) => /^app\/\(portal\)\/.*route\.ts$/.test(path));

let mine: StatementWorld;
let theirs: StatementWorld;

beforeAll(async () => {
  [mine, theirs] = [await statementWorld(owner, 'MINE', 1), await statementWorld(owner, 'THEIRS', 1)];
}, 120_000);
afterAll(() => owner.$disconnect());

async function doorOf(route: string): Promise<CallableFunction> {
  const path = `../../app/(portal)/${route}/route.ts`;
  const { GET }: { GET?: unknown } = await import(path);
  if (typeof GET !== 'function') throw new Error(`${route} has no GET`);
  return GET;
}

/** Somebody of the town whose role may not take it. */
async function outsiderOf(route: string): Promise<Role> {
  const permission: unknown = Reflect.get(await doorOf(route), 'permission');
  const outsider = ROLES.find((role) => isPermission(permission) && !can(role, permission));
  if (!outsider) throw new Error(`everybody may take ${route}`);
  return outsider;
}
const isPermission = (value: unknown): value is Permission => typeof value === 'string' && value in PERMISSIONS;

async function take(route: string, viewer: Viewer | undefined, params: Params): Promise<Response> {
  const GET = await doorOf(route);
  const token = viewer && (await encode({ token: { sid: viewer.sessionId }, secret: env().NEXTAUTH_SECRET }));
  const request = new Request(`http://portal.test/${route}`);
  const answer = await asRequest(
    {},
    async () => GET(request, { params: Promise.resolve(params) }),
    token ? { [sessionCookie()]: token } : {},
  );
  if (!(answer instanceof Response)) throw new Error('no response');
  return answer;
}
const lines = () => owner.journalEntry.findMany({ select: { seq: true, chain: true, action: true, actorId: true } });

describe('a table that leaves the portal', () => {
  it('is one of those that are proved here', () => {
    expect(files.map((path) => path.slice('app/(portal)/'.length, -'/route.ts'.length)).sort()).toEqual(
      [...Object.keys(EXPORTS), ...EMPTY].sort(),
    );
  });

  it.each(Object.keys(EXPORTS))('%s leaves one line in the journal and lies in no cache', async (route) => {
    const [role, paramsOf] = EXPORTS[route] ?? ['ADMIN', () => ({})];
    const before = await lines();
    const answer = await take(route, mine.viewers[role], paramsOf(mine));
    expect(answer.status).toBe(200);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500);
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment/);
    const after = await lines();
    expect(after).toHaveLength(before.length + 1);
    const known = new Set(before.map(({ chain, seq }) => `${chain} ${seq}`));
    expect(after.filter(({ chain, seq }) => !known.has(`${chain} ${seq}`))).toMatchObject([
      { action: expect.stringMatching(/export|errors|document/), actorId: mine.viewers[role].userId },
    ]);
  });

  // A part of one's own dashboard and a method that is everybody's are foreign to nobody.
  it.each(
    Object.keys(EXPORTS).filter((route) => route.includes('[') && !/\[part\]|\[list\]|\[versionId\]/.test(route)),
  )('%s of another town does not exist, and nothing is written of the attempt', async (route) => {
    const [role, paramsOf] = EXPORTS[route] ?? ['ADMIN', () => ({})];
    const before = await lines();
    expect((await take(route, theirs.viewers[role], paramsOf(mine))).status).toBe(404);
    expect((await take(route, theirs.viewers[role], { id: newId(), listId: newId() })).status).toBe(404);
    expect(await lines()).toHaveLength(before.length);
  });

  it.each(Object.keys(EXPORTS))('%s is for its roles alone', async (route) => {
    const [, paramsOf] = EXPORTS[route] ?? ['ADMIN', () => ({})];
    expect((await take(route, undefined, paramsOf(mine))).status).toBe(401);
    expect((await take(route, mine.viewers[await outsiderOf(route)], paramsOf(mine))).status).toBe(404);
  });
});
