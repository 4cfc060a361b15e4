import { buildDraft } from '@/prisma/seed/builders/method';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { buildResultImport } from '@/prisma/seed/builders/result-import';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { richMethod } from './rich-method';

/** A person of the demo and every address he has reason to look at. */
export type Walk = { readonly who: string; readonly addresses: readonly string[] };

/** Screens that look different in every state: what each role of the demo city opens, with living objects. */
export async function walks(): Promise<Walk[]> {
  const owner = ownerClient();
  try {
    const city = await owner.municipality.findUniqueOrThrow({
      where: { code: 'svetlorechensk' },
      select: { id: true },
    });
    const here = { municipalityId: city.id };
    const campaigns = await owner.campaign.findMany({ where: here, orderBy: { year: 'desc' }, select: { id: true } });
    const [current = '', previous = ''] = campaigns.map(({ id }) => id);
    const card = async (status: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED', name?: string) =>
      owner.card.findFirstOrThrow({
        where: { campaignId: current, status, ...(name ? { schoolName: name } : {}) },
        orderBy: { answered: 'desc' },
        select: { id: true, schoolId: true },
      });
    const draft = await card('DRAFT', 'СШ № 12');
    const returned = await card('RETURNED', 'СШ № 5');
    const submitted = await card('SUBMITTED');
    const accepted = await card('ACCEPTED', 'СШ № 3');
    const list = await owner.approvedList.findFirstOrThrow({ where: here, select: { id: true } });
    const person = await owner.membership.findFirstOrThrow({
      where: { ...here, role: 'CURATOR' },
      select: { id: true },
    });
    const method = await owner.methodologyVersion.findFirstOrThrow({
      where: { methodology: { code: defaultMethod.code } },
      select: { id: true },
    });
    const event = await owner.event.findFirstOrThrow({
      where: { ...here, isPublished: true, isOpen: true, status: 'PLANNED', starts: { not: null } },
      select: { id: true },
    });
    const row = await owner.roadmapRow.findFirstOrThrow({
      where: { ...here, state: 'RETURNED', roadmap: { status: 'APPROVED', schoolId: returned.schoolId } },
      select: { id: true, roadmapId: true },
    });
    const roadmap = `/roadmaps/${row.roadmapId}`;
    const programme = async (state: 'APPROVED' | 'RETURNED') => {
      const { id } = await owner.programme.findFirstOrThrow({ where: { ...here, state }, select: { id: true } });
      return `/programmes/${id}`;
    };
    const [approvedProgramme, returnedProgramme] = [await programme('APPROVED'), await programme('RETURNED')];
    const advice = async (state: 'DRAFT' | 'COUNTERED' | 'RETURNED' | 'REPORTED') => {
      const { id } = await owner.recommendation.findFirstOrThrow({ where: { ...here, state }, select: { id: true } });
      return `/recommendations/${id}`;
    };
    const advised = await owner.recommendation.findFirstOrThrow({
      where: { ...here, state: 'DRAFT' },
      select: { id: true, schoolId: true, remedyId: true },
    });
    const [countered, sentBack, reported] = [
      await advice('COUNTERED'),
      await advice('RETURNED'),
      await advice('REPORTED'),
    ];
    const taught = await owner.course.findFirstOrThrow({ where: { ...here, state: 'DONE' }, select: { id: true } });
    const gathered = await owner.coursePackage.findFirstOrThrow({ where: here, select: { id: true } });
    const meeting = await owner.association.findFirstOrThrow({ where: here, select: { id: true } });
    const survey = await owner.survey.findFirstOrThrow({ where: here, select: { id: true } });
    const study = await owner.study.findFirstOrThrow({
      where: { ...here, state: 'HELD', schoolId: returned.schoolId },
      select: { id: true },
    });
    const partnership = await owner.partnership.findFirstOrThrow({
      where: { ...here, state: 'RUNNING', partnerSchoolId: { not: null } },
      select: { id: true },
    });
    const asked = await owner.partnership.findFirstOrThrow({
      where: { ...here, state: 'ASKED' },
      select: { id: true },
    });
    const visit = await owner.visit.findFirstOrThrow({
      where: { ...here, publishedAt: null },
      select: { id: true },
    });
    const methodDraft = await buildDraft(owner, city.id, richMethod);
    const results = await Promise.all(
      (['CHECK', 'MAPPING', 'APPLIED'] as const).map((status) => buildResultImport(owner, city.id, status)),
    );
    const schools = ['', '/edit', '/rename', '/merge', '/close', '/codes', '/years'];
    const item = `/items/${encodeURIComponent('А1')}`;
    const cards = (id: string, parts: readonly string[]) => parts.map((part) => `/cards/${id}${part}`);
    return [
      {
        who: 'director',
        addresses: [
          '/home',
          '/account',
          '/method',
          `/method/${method.id}`,
          `/schools/${draft.schoolId}`,
          ...cards(draft.id, ['', '/submit', '/print', '/history', item]),
          `/cards/blank/${current}`,
          '/results',
          '/results/tasks',
          '/objectivity/own',
          '/notifications',
          '/notifications/choices',
          '/events',
          '/events/calendar',
          '/events/subscription',
          `/events/${event.id}`,
        ],
      },
      {
        who: 'director5',
        addresses: [
          '/home',
          '/cards',
          ...cards(returned.id, ['', '/history']),
          '/programmes',
          `${returnedProgramme}/edit?part=indicators`,
          '/roadmaps',
          roadmap,
          `${roadmap}/rows/${row.id}`,
          '/recommendations',
          sentBack,
          '/development',
          '/development/requests/new',
          `/schools/${returned.schoolId}/support`,
          `/surveys/studies/${study.id}`,
          '/partners',
          '/visits/consultations',
        ],
      },
      { who: 'director3', addresses: ['/cards', ...cards(accepted.id, ['', item])] },
      {
        who: 'centre',
        addresses: [
          '/home',
          '/notifications',
          '/notifications/sent',
          '/dashboard',
          '/campaigns',
          '/campaigns/new',
          `/method/${method.id}/trial`,
          ...['', '/dates', '/edit', '/roster', `/extend/${draft.id}`, '/list', '/export'].flatMap((part) =>
            part === '/export' ? [] : [`/campaigns/${current}${part}`],
          ),
          `/campaigns/${previous}/list`,
          ...cards(submitted.id, ['', '/history', item]),
          ...cards(draft.id, ['']),
          '/lists',
          `/lists/${list.id}`,
          ...['', '/calendar', '/counters', '/forms', '/new', '/subscription'].map((part) => `/events${part}`),
          ...['', '/edit', '/cancel', '/repeat'].map((part) => `/events/${event.id}${part}`),
          ...[
            '/recommendations',
            '/recommendations/schools',
            '/recommendations/catalogue',
            '/recommendations/catalogue/new',
          ],
          ...['', '/deficits', '/requests'].map((part) => `/development${part}`),
          `/development/packages/${gathered.id}`,
          `/development/courses/${taught.id}`,
          `/development/associations/${meeting.id}`,
          ...['', '/edit'].map((part) => `/recommendations/catalogue/${advised.remedyId}${part}`),
          ...['', '/new'].map((part) => `/recommendations/schools/${advised.schoolId}${part}`),
          ...['/partners', '/partners/proposal', `/partners/${partnership.id}`, `/partners/${asked.id}`],
          ...['/visits', `/visits/${visit.id}`],
          ...[countered, `${countered}/edit`, `/recommendations/${advised.id}/edit`, reported],
          ...['', '/new'].map((part) => `/programmes${part}`),
          ...['', '/fact', '/compare'].map((part) => `${approvedProgramme}${part}`),
          `${returnedProgramme}/edit?part=risks`,
          ...['', '/rows', '/new'].map((part) => `/roadmaps${part}`),
          ...[
            '',
            '/sheet',
            '/board',
            '/timeline',
            '/compare',
            '/settings',
            '/new-row',
            `/rows/${row.id}`,
            `/rows/${row.id}/edit`,
          ].map((part) => `${roadmap}${part}`),
          ...['', '/moves', '/causes'].map((part) => `/schools/${returned.schoolId}/support${part}`),
          ...['/support', '/support/curators', `/surveys/${survey.id}`, `/surveys/studies/${study.id}/edit`],
          '/schools',
          '/schools/new',
          '/schools/import',
          '/results',
          '/results/imports',
          ...results.map((id) => `/results/imports/${id}`),
          '/results/reference',
          '/results/dictionaries',
          '/results/tasks',
          '/method',
          `/method/${methodDraft}`,
          ...[
            ...['', '/rules', '/sections', '/measures', '/measures/cohortMath', '/lists', '/lists/support'],
            ...['/procedures', '/procedures/oge_ru', item],
          ].map((part) => `/method/${methodDraft}/edit${part}`),
          `/method/${methodDraft}/trial`,
          `/method/${methodDraft}/values`,
          `/method/compare?from=${method.id}&to=${methodDraft}`,
          '/objectivity',
          `/objectivity/${draft.schoolId}/2020`,
          ...schools.map((part) => `/schools/${draft.schoolId}${part}`),
        ],
      },
      {
        who: 'official',
        addresses: [
          '/home',
          '/dashboard',
          '/dashboard/grid',
          '/dashboard/change',
          '/dashboard/schools',
          `/campaigns/${current}`,
          `/campaigns/${previous}/list`,
          ...cards(accepted.id, ['', item]),
          '/lists',
          '/events',
          '/events/counters',
          `/events/${event.id}`,
          '/recommendations',
          reported,
          '/roadmaps',
          roadmap,
          `${roadmap}/approve`,
          `/method/${methodDraft}/approve`,
          `/method/${methodDraft}/trial`,
          `/method/${methodDraft}/values`,
          '/schools',
        ],
      },
      { who: 'region', addresses: ['/home', '/region', '/region?year=2019', '/lists', `/lists/${list.id}`, '/method'] },
      { who: 'curator', addresses: ['/home', '/schools', '/method'] },
      {
        who: 'admin',
        addresses: ['/home', '/people', '/people/invite', `/people/${person.id}`, '/journal', '/settings', '/account'],
      },
    ];
  } finally {
    await owner.$disconnect();
  }
}
