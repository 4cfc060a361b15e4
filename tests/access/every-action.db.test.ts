import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ActionResult } from '@/lib/access/action-result';
import { can, PERMISSIONS, type Permission } from '@/lib/access/permissions';
import { ROLES } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { sources } from '../architecture/source-tree';
import { type StatementWorld, statementWorld } from '../architecture/statement-world';
import { owner } from './world';

type Values = Readonly<Record<string, unknown>>;
type Action = {
  readonly name: string;
  readonly file: string;
  readonly permission: Permission;
  readonly input: z.ZodType;
  readonly as: (viewer: Viewer, values: Values) => Promise<ActionResult>;
};

const result = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), message: z.string(), fields: z.record(z.string(), z.string()).optional() }),
]);
const isPermission = (value: unknown): value is Permission => typeof value === 'string' && value in PERMISSIONS;

/** Every action of the portal, found by walking; the form of a one-time link alone has no viewer. */
async function everyAction(): Promise<Action[]> {
  const files = sources('lib').filter(
    ({ path, text }) => path.endsWith('actions.ts') && text.includes('defineAction('),
  );
  const found: Action[] = [];
  for (const { path } of files) {
    const loaded: Record<string, unknown> = await import(`../../${path.replace(/\.ts$/, '.ts')}`);
    for (const [name, action] of Object.entries(loaded)) {
      const of = (key: string): unknown => Reflect.get(Object(action), key);
      const [permission, input, as] = [of('permission'), of('input'), of('as')];
      if (!isPermission(permission) || !(input instanceof z.ZodType) || typeof as !== 'function')
        throw new Error(`${name} of ${path} is not made by defineAction`);
      const carriedOut = async (viewer: Viewer, values: Values) => result.parse(await as(viewer, values));
      found.push({ name, file: path, permission, input, as: carriedOut });
    }
  }
  return found;
}

/** Fields of a form; «column-3», «row-12» and «school-4» are gathered into records, which no field is called. */
function keysOf(input: z.ZodType): string[] {
  const inner: unknown = Reflect.get(input.def, 'out') ?? input;
  if (!(inner instanceof z.ZodObject)) throw new Error('an action takes an object');
  return Object.keys(inner.shape).filter((key) => !GATHERED.has(key));
}

const GATHERED = new Set(['fields', 'decisions', 'works', 'schools']);

const actions = await everyAction();
const named = actions.map((action) => [action.name, action] as const);

let mine: StatementWorld;
let theirs: StatementWorld;
let foreign: Readonly<Record<string, string>>;
let tenantTables: readonly string[];

beforeAll(async () => {
  [mine, theirs] = [await statementWorld(owner, 'MINE', 1), await statementWorld(owner, 'THEIRS', 1)];
  const where = { municipalityId: mine.town.id };
  const only = async (found: Promise<{ id: string } | null>) => (await found)?.id ?? '';
  foreign = {
    campaign: mine.current.id,
    cardId: mine.submitted.id,
    school: mine.schoolId,
    schoolId: mine.schoolId,
    membershipId: mine.viewers.CURATOR.membershipId,
    sessionId: mine.viewers.CENTRE.sessionId,
    invitationId: await only(owner.invitation.findFirst({ where })),
    evidenceId: await only(owner.evidence.findFirst({ where })),
    remarkId: await only(owner.remark.findFirst({ where })),
    programmeId: mine.programmeId,
    roadmapId: mine.roadmapId,
    rowId: mine.rowId,
    proofId: mine.proofId,
    schoolImport: await only(owner.schoolImport.findFirst({ where })),
    eventId: mine.eventId,
    formId: await only(owner.eventForm.findFirst({ where })),
    registrationId: await only(owner.eventRegistration.findFirst({ where })),
    materialId: await only(owner.eventMaterial.findFirst({ where })),
    baseSchoolId: mine.schoolId,
    recommendationId: mine.recommendationId,
    remedyId: mine.remedyId,
    wordId: mine.wordId,
    deficitId: mine.deficitId,
    requestId: mine.requestId,
    packageId: mine.packageId,
    courseId: mine.courseId,
    associationId: mine.associationId,
    personId: await only(owner.namedPerson.findFirst({ where })),
    paperId: await only(owner.developmentPaper.findFirst({ where })),
    memberId: await only(owner.associationMember.findFirst({ where })),
    planRowId: await only(owner.associationPlanRow.findFirst({ where })),
    minutesId: await only(owner.associationMinutes.findFirst({ where })),
    rosterId: await only(owner.centreRoster.findFirst({ where })),
    appearanceId: await only(owner.appearance.findFirst({ where })),
    listId: mine.pastListId,
    ...mine.support,
    partnershipId: mine.partnershipId,
    lineId: await only(owner.partnershipLine.findFirst({ where })),
    organisationId: await only(owner.partnerOrganisation.findFirst({ where })),
    resourceId: await only(owner.partnerResource.findFirst({ where })),
    pairId: mine.pairId,
    ...{ mentorSchoolId: mine.schoolId, menteeSchoolId: mine.schoolId },
    partnershipFile: await only(owner.partnershipFile.findFirst({ where })),
    visitId: mine.visitId,
    actionId: await only(owner.visitAction.findFirst({ where })),
    visitFile: await only(owner.visitFile.findFirst({ where })),
    termId: await only(owner.visitTerm.findFirst({ where: { ...where, sort: 'VISIT' } })),
    themeId: await only(owner.visitTerm.findFirst({ where: { ...where, sort: 'CONSULTATION' } })),
    rubricId: await only(owner.visitRubric.findFirst({ where })),
    consultationId: mine.consultationId,
  };
  const tables = await owner.$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`;
  tenantTables = tables.map(({ name }) => name);
}, 120_000);
afterAll(() => owner.$disconnect());

const NOBODY = '01890000-0000-7000-8000-000000000000';
/** A box of a list: what was ticked, in the version that was seen. */
const SEEN_ONE = `${NOBODY}:1`;

/** What a form may hold, of a shape that its schema takes. */
const USUAL: Values = {
  ...{ version: '1', revision: '1', seen: 'x', role: 'SCHOOL_HEAD', email: 'somebody@portal.example', year: '2031' },
  ...{
    name: 'Название',
    shortName: 'Школа',
    kind: 'SECONDARY',
    place: 'CITY',
    grades: ['1'],
    pupils: '',
    contexts: [],
  },
  ...{ address: '', phone: '', system: 'OTHER', code: '0777', from: '2026-11-01', to: '2026-11-01', on: '2026-11-01' },
  ...{ basis: 'Приказ № 1', reason: 'Так решили', closeReason: 'Так решили', returnReason: 'Так решили' },
  ...{ stage: 'FINAL', title: 'Кампания', opensAt: '2031-09-01T09:00', closesAt: '2031-10-01T09:00', held: [] },
  ...{ dueAt: '2031-01-01', item: 'А1', text: 'Откуда число?', reply: 'Из протокола', url: 'https://portal.example/' },
  ...{ decision: 'SUPPORT', unreviewed: 'on', orderNumber: '1', orderDate: '2026-01-12', orderTitle: 'О списке' },
  ...{ sign: 'Г01', work: 'VPR/russian/4', step: 'ASKED', shared: '1' },
  ...{ sequence: '0', reach: 'OPEN', firstDay: '2031-11-24', participants: '1', materialKind: 'PROTOCOL', summary: '' },
  ...{ unit: 'WEEK', every: '1', times: '1', formName: 'Форма' },
  ...{ addressee: 'HEAD', next: 'draft', drafts: [SEEN_ONE], remedies: [SEEN_ONE], points: [], measure: 'Мера' },
  ...{
    evidence: 'EXPERT',
    subject: 'математика',
    teachers: '1',
    ofTeachers: '2',
    source: 'Опрос',
    foundOn: '2026-10-01',
  },
  ...{
    theme: 'Тема',
    form: 'MIXED',
    linePositions: ['учитель'],
    lineSubjects: ['физика'],
    linePeople: ['1'],
    lineRisk: ['0'],
  },
  ...{
    audience: 'ALL',
    limit: '3',
    weight: 'HIGH',
    studyMethod: 'INTERVIEW',
    day: '2026-11-01',
    methods: ['INTERVIEW'],
  },
  ...{ chosen: ['01890000-0000-7000-8000-000000000000'] },
  ...{ model: 'INTERSCHOOL', ask: 'Обмен опытом', pairs: [`${NOBODY}:${NOBODY}`], capacity: '2', stance: 'AGREED' },
  ...{ workKind: 'LESSON', at: 'PARTNER', workDay: '2026-11-01', theme: 'Тема', organisationKind: 'UNIVERSITY' },
  ...{ resourceKind: 'PREMISES', mentoringModel: 'HEAD_HEAD', mentorPosition: 'директор', menteePosition: 'учитель' },
  ...{ starts: '2026-09-01', result: 'Получилось', object: 'План', visitDay: '2026-11-01', sort: 'VISIT' },
  ...{ consultationKind: 'LEGAL', level: 'HEADS', givenOn: '2026-11-01', answer: 'Ответ', termName: 'Строка' },
  ...{ rubricName: 'Чек-лист', rubricLines: 'Строка' },
  ...{ successorCode: '002', aliasId: '01890000-0000-7000-8000-000000000000', schools: [] },
};

/** What the forms of development hold besides. */
const DEVELOPMENT: Values = {
  ...{ retired: 'yes', archived: 'yes', mark: 'done', personName: 'Имя', position: 'учитель', consentOn: '2026-10-01' },
  ...{
    hasConsent: 'on',
    institute: 'Институт',
    sentOn: '2026-10-01',
    organisation: 'Институт',
    hours: '36',
    inPackage: '',
  },
  ...{ startsOn: '2026-10-01', endsOn: '2026-10-02', seatSchools: [], seats: [], finished: [], riskFinished: [] },
  ...{
    documents: [],
    testPeople: '',
    before: '',
    after: '',
    improved: '',
    followUp: '',
    headPosition: '',
    forProject: 'on',
  },
  ...{ heldOn: '2026-10-01', number: '1', agenda: 'О плане', decisionTexts: [], decisionTerms: [], riskTeachers: '' },
  ...{ routesSuccessful: '', routesDifficulty: '', level: 'REGIONAL', who: '', result: '', since: '2026-10-01' },
  ...{ positions: 'учитель', workplaces: 'Школа', staffId: '', note: '', term: '', kind: 'ORDER', people: '1' },
};

/** The fields of an action with the objects of my town in them. */
function forged({ file, input }: Action): { values: Values; namesForeign: boolean } {
  const own = {
    ...foreign,
    id: idFor(file),
    requests: [mine.requestId],
    ...(file.startsWith('lib/recommendations/') && { proofId: mine.recommendationProofId }),
    fileRowId: file.startsWith('lib/visits/') ? foreign.visitFile : foreign.partnershipFile,
  };
  // A stage of an olympiad is no stage of a campaign, and a row of a plan is no kind of school.
  const results = file.startsWith('lib/results/') ? { stage: 'municipal' } : {};
  const plan = file.startsWith('lib/roadmaps/')
    ? {
        span: 'SCHOOL',
        kind: 'ROW',
        measure: 'Семинар',
        by: 'up',
        move: 'cancel',
        after: '',
        cell: 'term',
        value: 'март',
      }
    : {};
  const programme = file.startsWith('lib/programmes/')
    ? {
        ...{ template: 'QUALITY', firstYear: '2031', schoolIds: [mine.schoolId], part: 'tasks', move: 'archive' },
        ...{ comment: '', indicator: 's1', factYear: '2025', value: '5', source: 'Справка', datedOn: '2026-11-01' },
        ...{ note: '', stageKey: 's1', stageState: 'RUNNING', report: '' },
      }
    : {};
  const isAdvice = file.startsWith('lib/recommendations/');
  const isDevelopment = file.startsWith('lib/development/');
  const development = isDevelopment
    ? { ...DEVELOPMENT, ...(file.includes('school-actions') ? { kind: 'EXPERIENCE' } : {}) }
    : {};
  const advice = isAdvice ? { move: file.includes('answer') ? 'accept' : 'confirm' } : {};
  const help = file.startsWith('lib/partnerships/') ? { move: 'agree', rows: [NOBODY], step: 'done' } : {};
  const visit = file.startsWith('lib/visits/') ? { step: file.includes('consultation') ? 'answer' : 'done' } : {};
  const support = file.startsWith('lib/support/')
    ? { move: 'pause', state: 'done', methods: ['INTERVIEW'], source: '' }
    : {};
  const usual = {
    ...{ ...USUAL, ...results, ...plan, ...programme, ...advice, ...development, ...support, ...help, ...visit },
    versionId: mine.town.versionId,
  };
  const keys = keysOf(input);
  const values = keys.flatMap((key) => {
    const value: unknown = Reflect.get(own, key) ?? Reflect.get(usual, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  return { values: Object.fromEntries(values), namesForeign: keys.some((key) => key in own) };
}
const idFor = (file: string): string | undefined =>
  file.includes('campaign') ? foreign.campaign : file.includes('import') ? foreign.schoolImport : foreign.school;

/** Everything my town has, as one line a table. */
async function state(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const table of tenantTables) {
    const [row] = await owner.$queryRawUnsafe<{ hash: string | null }[]>(
      `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS hash FROM "${table}" t WHERE municipality_id = '${mine.town.id}'`,
    );
    lines.push(`${table} ${row?.hash}`);
  }
  const [people] = await owner.$queryRaw<{ hash: string | null }[]>`
    SELECT md5(string_agg(u::text || s::text, '' ORDER BY s.id)) AS hash FROM session s JOIN app_user u ON u.id = s.user_id
    JOIN membership m ON m.id = s.membership_id WHERE m.municipality_id = ${mine.town.id}::uuid`;
  return [...lines, `people ${people?.hash}`];
}

describe('every action', () => {
  it('was found', () => expect(actions.length).toBeGreaterThan(55));

  it.each(named)('%s refuses a field that nobody asked for', (_, { input }) => {
    const { error } = input.safeParse({ unasked: 'x' });
    expect(error?.issues.map(({ code }) => code)).toContain('unrecognized_keys');
  });

  it.each(named)('%s takes no object where a text belongs', (_, { input }) => {
    const keys = keysOf(input);
    const { error } = input.safeParse(Object.fromEntries(keys.map((key) => [key, { contains: '' }])));
    expect(new Set(error?.issues.map(({ path }) => path[0]))).toEqual(new Set(keys));
  });

  it('refuses NUL aloud, at its field, before anything is read', async () => {
    for (const action of actions) {
      const role = ROLES.find((one) => can(one, action.permission));
      if (!role) throw new Error(`nobody may ${action.permission}`);
      const answer = await action.as(mine.viewers[role], { ...forged(action).values, reason: 'а\u0000б' });
      expect(answer).toMatchObject({ ok: false, fields: { reason: expect.stringMatching(/знак/) } });
    }
  });
});

/** The same whether a thing is another's, is gone or never was. */
const SAYS_NOTHING = /не найдена|уже воспользовались, или она отозвана/;

describe('what belongs to a town', () => {
  it.each(ROLES)('is out of reach for %s of another one, whatever action is called with its ids', async (role) => {
    const before = await state();
    for (const action of actions) {
      const { values, namesForeign } = forged(action);
      const answer = await action.as(theirs.viewers[role], values);
      if (!can(role, action.permission) || namesForeign)
        expect({ action: action.name, answer }).toEqual({
          action: action.name,
          answer: expect.objectContaining({ ok: false }),
        });
    }
    expect(await state()).toEqual(before);
  });

  it.each(ROLES)('is changed by %s of its own only where the table of permissions says so', async (role) => {
    const before = await state();
    for (const action of actions.filter(({ permission }) => !can(role, permission))) {
      const answer = await action.as(mine.viewers[role], forged(action).values);
      expect({ action: action.name, answer }).toMatchObject({
        action: action.name,
        answer: { ok: false, message: expect.stringContaining('не найдена') },
      });
    }
    expect(await state()).toEqual(before);
  });

  it('is not found by those who may do the same at home: the refusal tells nothing of it', async () => {
    const told: string[] = [];
    for (const action of actions) {
      const { values, namesForeign } = forged(action);
      if (!namesForeign) continue;
      for (const role of ROLES.filter((one) => can(one, action.permission))) {
        const answer = await action.as(theirs.viewers[role], values);
        if (answer.ok || !SAYS_NOTHING.test(answer.message))
          told.push(`${action.name} ${role} ${JSON.stringify(answer)}`);
      }
    }
    expect(told).toEqual([]);
  });
});
