import { readdirSync } from 'node:fs';

export type Route = { readonly pattern: string; readonly isPage: boolean };

/** Every address that app/ serves, as its folders say: «/cards/[id]/print». Found by walking, so that none is forgotten. */
export function routes(): Route[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => {
      const folders = file.split('/').slice(0, -1);
      const visible = folders.filter((folder) => !folder.startsWith('('));
      return { pattern: `/${visible.join('/')}`, isPage: file.endsWith('page.tsx') };
    })
    .sort((a, b) => a.pattern.localeCompare(b.pattern));
}

/** What is open to everybody, or is next-auth's own; it has tests of its own. */
export const OPEN_PATTERNS: ReadonlySet<string> = new Set([
  '/',
  '/login',
  '/invite/[token]',
  '/open-events',
  '/api/calendar/[token]',
  '/api/auth/[...nextauth]',
  '/api/health',
  '/api/ready',
  '/api/sign-in/prepare',
  '/api/sign-out',
  '/api/view',
]);

/** What only takes POST: asked by GET it answers 405 to everybody. */
export const POST_PATTERNS: ReadonlySet<string> = new Set([
  '/api/cards/[cardId]/answers',
  '/api/cards/[cardId]/evidence',
  '/api/development/papers',
  '/api/events/[eventId]/materials',
  '/api/imports',
  '/api/methods',
  '/api/methods/[versionId]/check',
  '/api/partners/[partnershipId]/files',
  '/api/recommendations/[recommendationId]/proofs',
  '/api/studies/[studyId]/files',
  '/api/results',
  '/api/roadmaps',
  '/api/roadmaps/rows/[rowId]/proofs',
  '/api/visits/[visitId]/files',
]);

export type Objects = {
  readonly campaign: string;
  readonly card: string;
  readonly school: string;
  readonly list: string;
  readonly person: string;
  readonly file: string;
  /** A draft of a method: what is published belongs to everybody. */
  readonly draft: string;
  readonly schoolImport: string;
  readonly event: string;
  /** A file of results; where a test has none, whatever it names as an import of schools. */
  readonly resultImport?: string;
  readonly programme: string;
  readonly programmeDraft?: string;
  readonly roadmap: string;
  readonly roadmapRow: string;
  readonly recommendation: string;
  /** A measure of the catalogue. */
  readonly remedy: string;
  readonly deficit: string;
  readonly courseRequest: string;
  readonly coursePackage: string;
  readonly course: string;
  readonly association: string;
  readonly survey: string;
  readonly study: string;
  /** A partnership with its organisation, resource and pair; a visit and a request: absent, they name nothing. */
  readonly partnership?: string;
  readonly organisation?: string;
  readonly resource?: string;
  readonly pair?: string;
  readonly visit?: string;
  readonly consultation?: string;
};

/** The address of a pattern for given objects; the name of the folder before a parameter says which object it names. */
export function addressOf(pattern: string, objects: Objects): string {
  const byFolder: Readonly<Record<string, string>> = {
    campaigns: objects.campaign,
    blank: objects.campaign,
    extend: objects.card,
    cards: objects.card,
    list: objects.school,
    schools: objects.school,
    objectivity: objects.school,
    // The year behind the map follows its school.
    '[schoolId]': '2024',
    lists: pattern.startsWith('/method/') ? 'support' : objects.list,
    method: objects.draft,
    methods: objects.draft,
    // Parts of a method that every draft of these tests has.
    measures: 'cohortMath',
    procedures: 'oge_ru',
    people: objects.person,
    events: objects.event,
    // What is written or approved is a draft; what is compared and measured is approved.
    programmes: /\/(edit|approve)$/.test(pattern) ? (objects.programmeDraft ?? objects.programme) : objects.programme,
    roadmaps: objects.roadmap,
    rows: objects.roadmapRow,
    recommendations: objects.recommendation,
    catalogue: objects.remedy,
    deficits: objects.deficit,
    requests: objects.courseRequest,
    packages: objects.coursePackage,
    courses: objects.course,
    associations: objects.association,
    surveys: objects.survey,
    studies: objects.study,
    partners: objects.partnership ?? objects.event,
    readiness: objects.school,
    organisations: objects.organisation ?? objects.event,
    resources: objects.resource ?? objects.event,
    mentoring: objects.pair ?? objects.event,
    visits: objects.visit ?? objects.event,
    consultations: objects.consultation ?? objects.event,
    files: objects.file,
    import: objects.schoolImport,
    imports: pattern.startsWith('/results/') ? (objects.resultImport ?? objects.schoolImport) : objects.schoolImport,
    results: objects.resultImport ?? objects.schoolImport,
    items: encodeURIComponent('А1'),
    // A table of the dashboard: a word of the portal's own, nobody's object.
    export: pattern.startsWith('/development/') ? 'deficits' : 'years',
  };
  const parts = pattern.split('/');
  return parts
    .map((part, index) => {
      if (!part.startsWith('[')) return part;
      const value = byFolder[parts[index - 1] ?? ''];
      if (value === undefined) throw new Error(`${pattern}: say in tests/e2e/support/routes.ts what ${part} names`);
      return value;
    })
    .join('/');
}
