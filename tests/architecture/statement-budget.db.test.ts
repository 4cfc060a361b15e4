import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountPage } from '@/lib/access/account-queries';
import { journalFilter } from '@/lib/access/journal-page';
import { journalPage } from '@/lib/access/journal-queries';
import { invitationForm, peoplePage, personPage } from '@/lib/access/people-queries';
import { peopleFilter } from '@/lib/access/person';
import { settingsPage } from '@/lib/access/settings-queries';
import { associationPage, associationsPage } from '@/lib/development/association-queries';
import { coursePackagePage, coursePage, courseRequestsPage } from '@/lib/development/course-queries';
import { deficitsPage } from '@/lib/development/deficit-queries';
import { developmentPage, numbersPage } from '@/lib/development/development-queries';
import { developmentSearch } from '@/lib/development/development-search';
import {
  campaignPage,
  campaignRosterPage,
  campaignSettingsPage,
  campaignsPage,
  coverageSearch,
  newCampaignPage,
} from '@/lib/diagnostics/campaigns/campaign-queries';
import { cardBlank, cardPage, myCards, pollCard } from '@/lib/diagnostics/cards/card-queries';
import { cardHistory, cardItemPage, cardStepsPage } from '@/lib/diagnostics/cards/history-queries';
import { campaignListPage, listPrintPage, listsPage } from '@/lib/diagnostics/lists/list-queries';
import { curatorHome, staffHome } from '@/lib/diagnostics/overviews/home-queries';
import { overviewSearch, schoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import {
  overviewChangePage,
  overviewGridPage,
  overviewPage,
  overviewSchoolsPage,
} from '@/lib/diagnostics/overviews/overview-queries';
import { regionPage } from '@/lib/diagnostics/overviews/region-queries';
import { trialPage } from '@/lib/diagnostics/trials/trial-queries';
import { trialSearch } from '@/lib/diagnostics/trials/trial-search';
import { valuesPage } from '@/lib/diagnostics/trials/values-queries';
import { calendarPage } from '@/lib/events/calendar-queries';
import {
  editEventForm,
  eventCounters,
  eventPage,
  eventsAhead,
  eventsCalendar,
  eventsPage,
  formsPage,
  newEventForm,
} from '@/lib/events/event-queries';
import { eventSearch } from '@/lib/events/event-search';
import { methodListPage, methodPage } from '@/lib/methodology/version-queries';
import { objectivityMap, objectivitySchool, ownSigns } from '@/lib/objectivity/objectivity-queries';
import { tasksPage } from '@/lib/objectivity/task-queries';
import { mentoringPage, newPairForm, pairPage } from '@/lib/partnerships/mentoring-queries';
import { newPartnershipForm, partnershipPage, partnershipsPage } from '@/lib/partnerships/partnership-queries';
import { mentoringSearch, partnershipSearch, resourceSearch } from '@/lib/partnerships/partnership-search';
import { helperForm, helpersPage, proposalPage } from '@/lib/partnerships/proposal-queries';
import { organisationsPage, resourcesPage } from '@/lib/partnerships/resource-queries';
import {
  newProgrammeForm,
  programmeApproval,
  programmeComparison,
  programmeEditing,
  programmeFactForm,
  programmePage,
  programmesPage,
} from '@/lib/programmes/programme-queries';
import { cataloguePage, remedyPage } from '@/lib/recommendations/catalogue-queries';
import {
  recommendationPage,
  recommendationSchools,
  recommendationsDue,
  recommendationsPage,
  schoolRecommendations,
} from '@/lib/recommendations/recommendation-queries';
import { recommendationSearch } from '@/lib/recommendations/recommendation-search';
import { schoolSearch } from '@/lib/recommendations/school-search';
import {
  dueRowsPage,
  expectedNow,
  roadmapComparison,
  roadmapPage,
  roadmapRowPage,
  roadmapSettings,
  roadmapsPage,
} from '@/lib/roadmaps/roadmap-queries';
import { importsFilter } from '@/lib/schools/import/import-view';
import { importsPage } from '@/lib/schools/import-queries';
import { codesForm, mergeForm, schoolPage, schoolsPage, yearsForm } from '@/lib/schools/queries';
import { registerFilter } from '@/lib/schools/register';
import { caseMovesPage, openSupportPage, supportList } from '@/lib/support/cases/case-queries';
import { caseSearch } from '@/lib/support/cases/case-search';
import { caseCausesPage, causesPage } from '@/lib/support/causes/cause-queries';
import { curatorsPage } from '@/lib/support/curators/curator-queries';
import { newStudyForm, studiesPage, studyForm, studyPage } from '@/lib/support/studies/study-queries';
import { studySearch } from '@/lib/support/studies/study-search';
import { supportPage } from '@/lib/support/support-queries';
import { newSurveyForm, surveyPage, surveysPage } from '@/lib/support/surveys/survey-queries';
import { consultationPage, consultationReport, consultationsPage } from '@/lib/visits/consultation-queries';
import { newVisitForm, visitPage, visitSettings, visitsPage } from '@/lib/visits/visit-queries';
import { consultationSearch, visitSearch } from '@/lib/visits/visit-search';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { heardStatements } from './heard-statements';
import { type StatementWorld, statementWorld } from './statement-world';

type Page = readonly [title: string, budget: number, open: (world: StatementWorld) => Promise<unknown>];

/**
 * Statements of one page, BEGIN, the identity and COMMIT among them: three of every budget. A page that needs more than its
 * budget says so here, where a reviewer sees it.
 */
const PAGES: readonly Page[] = [
  ['the director’s cards at home', 4, ({ viewers }) => myCards.as(viewers.SCHOOL_HEAD)],
  ['the centre’s home', 7, ({ viewers }) => staffHome.as(viewers.CENTRE)],
  ['the department’s home', 5, ({ viewers }) => staffHome.as(viewers.OFFICIAL)],
  ['the curator’s home', 4, ({ viewers }) => curatorHome.as(viewers.CURATOR)],
  ['the region’s home', 5, ({ viewers }) => regionPage.as(viewers.REGION, undefined)],
  ['a profile', 5, ({ viewers }) => accountPage.as(viewers.ADMIN)],
  ['the register', 4, ({ viewers }) => schoolsPage.as(viewers.CENTRE, registerFilter.parse({}))],
  ['the register, searched', 4, ({ viewers }) => schoolsPage.as(viewers.CENTRE, registerFilter.parse({ q: 'школа' }))],
  ['a school for the centre', 12, ({ viewers, schoolId }) => schoolPage.as(viewers.CENTRE, schoolId)],
  ['a school for its director', 11, ({ viewers, schoolId }) => schoolPage.as(viewers.SCHOOL_HEAD, schoolId)],
  ['a school’s codes', 5, ({ viewers, schoolId }) => codesForm.as(viewers.CENTRE, schoolId)],
  ['a school’s years', 5, ({ viewers, schoolId }) => yearsForm.as(viewers.CENTRE, schoolId)],
  ['a school’s merger', 6, ({ viewers, schoolId }) => mergeForm.as(viewers.CENTRE, schoolId)],
  ['the journal of imports', 4, ({ viewers }) => importsPage.as(viewers.CENTRE, importsFilter.parse({}))],
  ['the objectivity map', 9, ({ viewers }) => objectivityMap.as(viewers.CENTRE, {})],
  [
    'a school behind the objectivity map',
    10,
    ({ viewers, schoolId }) => objectivitySchool.as(viewers.CENTRE, schoolId, 2024, {}),
  ],
  ['a school’s own signs', 5, ({ viewers }) => ownSigns.as(viewers.SCHOOL_HEAD)],
  ['the methods', 5, ({ viewers }) => methodListPage.as(viewers.CENTRE)],
  ['a method', 5, ({ viewers, town }) => methodPage.as(viewers.CENTRE, town.versionId)],
  ['the campaigns', 4, ({ viewers }) => campaignsPage.as(viewers.CENTRE)],
  ['a new campaign', 7, ({ viewers }) => newCampaignPage.as(viewers.CENTRE, undefined)],
  ['a campaign', 5, ({ viewers, current }) => campaignPage.as(viewers.CENTRE, current.id, coverageSearch.parse({}))],
  ['a campaign’s dates', 6, ({ viewers, current }) => campaignSettingsPage.as(viewers.CENTRE, current.id)],
  ['tasks of a work', 9, ({ viewers }) => tasksPage.as(viewers.CENTRE, {})],
  ['a method tried', 14, ({ viewers, town }) => trialPage.as(viewers.CENTRE, town.versionId, trialSearch({}))],
  ['measures by school', 14, ({ viewers, town }) => valuesPage.as(viewers.CENTRE, town.versionId, {})],
  ['a campaign’s roster', 7, ({ viewers, current }) => campaignRosterPage.as(viewers.CENTRE, current.id)],
  ['a card to fill', 9, ({ viewers, draft }) => cardPage.as(viewers.SCHOOL_HEAD, draft.id)],
  ['a card to check', 12, ({ viewers, submitted }) => cardPage.as(viewers.CENTRE, submitted.id)],
  ['a card for the department', 9, ({ viewers, accepted }) => cardPage.as(viewers.OFFICIAL, accepted.id)],
  ['a card for its curator', 12, ({ viewers, accepted }) => cardPage.as(viewers.CURATOR, accepted.id)],
  [
    'one answer of a card',
    11,
    ({ viewers, draft }) => cardItemPage.as(viewers.SCHOOL_HEAD, draft.id, draft.asked[0] ?? ''),
  ],
  ['what is one step away on a card', 9, ({ viewers, draft }) => cardStepsPage.as(viewers.SCHOOL_HEAD, draft.id)],
  ['the history of a card', 6, ({ viewers, draft }) => cardHistory.as(viewers.SCHOOL_HEAD, draft.id)],
  ['a poll of a card', 6, ({ viewers, draft }) => pollCard.as(viewers.SCHOOL_HEAD, draft.id, null)],
  ['an empty card', 4, ({ viewers, current }) => cardBlank.as(viewers.SCHOOL_HEAD, current.id)],
  ['the list of a campaign', 9, ({ viewers, past }) => campaignListPage.as(viewers.OFFICIAL, past.id)],
  ['the approved lists', 6, ({ viewers }) => listsPage.as(viewers.OFFICIAL)],
  ['the approved lists of the region', 6, ({ viewers }) => listsPage.as(viewers.REGION)],
  ['a list to print', 5, ({ viewers, pastListId }) => listPrintPage.as(viewers.OFFICIAL, pastListId)],
  ['the dashboard', 4, ({ viewers }) => overviewPage.as(viewers.OFFICIAL, overviewSearch.parse({}))],
  [
    'the schools behind a number',
    6,
    ({ viewers }) => overviewSchoolsPage.as(viewers.OFFICIAL, schoolsSearch.parse({})),
  ],
  ['the grid', 6, ({ viewers }) => overviewGridPage.as(viewers.OFFICIAL, schoolsSearch.parse({}))],
  ['the change', 5, ({ viewers }) => overviewChangePage.as(viewers.OFFICIAL, overviewSearch.parse({}))],
  ['a school’s support', 33, ({ viewers, schoolId }) => supportPage.as(viewers.CENTRE, schoolId, {})],
  ['a school’s support for itself', 33, ({ viewers, schoolId }) => supportPage.as(viewers.SCHOOL_HEAD, schoolId, {})],
  ['the support of a year', 7, ({ viewers }) => supportList.as(viewers.CENTRE, caseSearch.parse({ year: '2025' }))],
  ['where support is opened', 5, ({ viewers }) => openSupportPage.as(viewers.CENTRE)],
  ['moves and curators of a case', 8, ({ viewers, schoolId }) => caseMovesPage.as(viewers.CENTRE, schoolId, 2025)],
  ['causes of a case', 7, ({ viewers, schoolId }) => caseCausesPage.as(viewers.CURATOR, schoolId, 2025)],
  ['the dictionary of causes', 4, ({ viewers }) => causesPage.as(viewers.CENTRE)],
  ['the curators', 7, ({ viewers }) => curatorsPage.as(viewers.CENTRE)],
  ['the studies', 6, ({ viewers }) => studiesPage.as(viewers.CENTRE, studySearch.parse({}))],
  ['a study', 9, ({ viewers, support }) => studyPage.as(viewers.SCHOOL_HEAD, support.studyId)],
  ['a study to change', 7, ({ viewers, support }) => studyForm.as(viewers.CENTRE, support.studyId)],
  ['a new study', 6, ({ viewers, schoolId }) => newStudyForm.as(viewers.CENTRE, { school: schoolId, year: 2025 })],
  ['the surveys', 4, ({ viewers }) => surveysPage.as(viewers.OFFICIAL)],
  ['a new survey', 5, ({ viewers }) => newSurveyForm.as(viewers.CENTRE)],
  ['a survey', 6, ({ viewers, support }) => surveyPage.as(viewers.CENTRE, support.surveyId)],
  ['what plans expect of a school', 5, ({ viewers }) => expectedNow.as(viewers.SCHOOL_HEAD)],
  ['what plans expect of the centre', 5, ({ viewers }) => expectedNow.as(viewers.CENTRE)],
  ['rows of all roadmaps', 4, ({ viewers }) => dueRowsPage.as(viewers.CENTRE, {})],
  ['the roadmaps', 4, ({ viewers }) => roadmapsPage.as(viewers.CENTRE, {})],
  ['a roadmap', 6, ({ viewers, roadmapId }) => roadmapPage.as(viewers.SCHOOL_HEAD, roadmapId, {})],
  [
    'a row of a roadmap',
    7,
    ({ viewers, roadmapId, rowId }) => roadmapRowPage.as(viewers.SCHOOL_HEAD, roadmapId, rowId),
  ],
  ['a roadmap’s settings', 5, ({ viewers, roadmapId }) => roadmapSettings.as(viewers.CENTRE, roadmapId)],
  ['what has changed in a roadmap', 6, ({ viewers, roadmapId }) => roadmapComparison.as(viewers.OFFICIAL, roadmapId)],
  ['the programmes', 4, ({ viewers }) => programmesPage.as(viewers.CENTRE, {})],
  ['a new programme', 4, ({ viewers }) => newProgrammeForm.as(viewers.CENTRE)],
  ['a programme', 8, ({ viewers, programmeId }) => programmePage.as(viewers.CENTRE, programmeId)],
  [
    'the municipality’s programme',
    9,
    ({ viewers, municipalProgrammeId }) => programmePage.as(viewers.OFFICIAL, municipalProgrammeId),
  ],
  [
    'a programme to edit',
    4,
    ({ viewers, municipalProgrammeId }) => programmeEditing.as(viewers.CENTRE, municipalProgrammeId),
  ],
  ['a fact of a programme', 4, ({ viewers, programmeId }) => programmeFactForm.as(viewers.SCHOOL_HEAD, programmeId)],
  [
    'a programme to approve',
    4,
    ({ viewers, municipalProgrammeId }) => programmeApproval.as(viewers.OFFICIAL, municipalProgrammeId),
  ],
  ['editions of a programme', 6, ({ viewers, programmeId }) => programmeComparison.as(viewers.CENTRE, programmeId)],
  ['the events', 9, ({ viewers }) => eventsPage.as(viewers.CENTRE, eventSearch.parse({ year: '2031' }))],
  ['the next events', 5, ({ viewers }) => eventsAhead.as(viewers.SCHOOL_HEAD)],
  ['a school’s events', 7, ({ viewers }) => eventsPage.as(viewers.SCHOOL_HEAD, eventSearch.parse({ year: '2031' }))],
  ['a month of events', 8, ({ viewers }) => eventsCalendar.as(viewers.CENTRE, eventSearch.parse({ month: '2031-11' }))],
  ['an event', 9, ({ viewers, eventId }) => eventPage.as(viewers.CENTRE, eventId)],
  ['an event for a director', 7, ({ viewers, eventId }) => eventPage.as(viewers.SCHOOL_HEAD, eventId)],
  ['a new event', 6, ({ viewers }) => newEventForm.as(viewers.CENTRE)],
  ['an event to change', 8, ({ viewers, eventId }) => editEventForm.as(viewers.CENTRE, eventId)],
  ['events in numbers', 7, ({ viewers }) => eventCounters.as(viewers.OFFICIAL, 2031)],
  ['the forms of events', 4, ({ viewers }) => formsPage.as(viewers.CENTRE)],
  ['one’s own calendar', 4, ({ viewers }) => calendarPage.as(viewers.SCHOOL_HEAD)],
  ['the year of development', 14, ({ viewers }) => developmentPage.as(viewers.CENTRE, developmentSearch.parse({}))],
  ['deficits', 6, ({ viewers }) => deficitsPage.as(viewers.CENTRE, developmentSearch.parse({}))],
  ['course requests', 7, ({ viewers }) => courseRequestsPage.as(viewers.CENTRE, developmentSearch.parse({}))],
  ['a package of requests', 7, ({ viewers, packageId }) => coursePackagePage.as(viewers.CENTRE, packageId)],
  ['a course', 7, ({ viewers, courseId }) => coursePage.as(viewers.CENTRE, courseId)],
  ['the associations', 5, ({ viewers }) => associationsPage.as(viewers.CENTRE, developmentSearch.parse({}))],
  [
    'an association',
    10,
    ({ viewers, associationId }) => associationPage.as(viewers.CENTRE, associationId, developmentSearch.parse({})),
  ],
  ['numbers of schools', 4, ({ viewers }) => numbersPage.as(viewers.CENTRE, developmentSearch.parse({}))],
  ['the recommendations', 5, ({ viewers }) => recommendationsPage.as(viewers.CENTRE, recommendationSearch.parse({}))],
  [
    'what is recommended to a school',
    5,
    ({ viewers }) => recommendationsPage.as(viewers.SCHOOL_HEAD, recommendationSearch.parse({})),
  ],
  [
    'a recommendation',
    6,
    ({ viewers, recommendationId }) => recommendationPage.as(viewers.SCHOOL_HEAD, recommendationId),
  ],
  ['recommendations by school', 4, ({ viewers }) => recommendationSchools.as(viewers.CENTRE, schoolSearch.parse({}))],
  [
    'recommendations prepared for a school',
    18,
    ({ viewers, schoolId }) => schoolRecommendations.as(viewers.CENTRE, schoolId, undefined),
  ],
  ['recommendations that are due', 5, ({ viewers }) => recommendationsDue.as(viewers.SCHOOL_HEAD)],
  ['the catalogue of measures', 6, ({ viewers }) => cataloguePage.as(viewers.CENTRE, {})],
  ['a measure of the catalogue', 5, ({ viewers, remedyId }) => remedyPage.as(viewers.CENTRE, remedyId)],
  ['the partnerships', 5, ({ viewers }) => partnershipsPage.as(viewers.CENTRE, partnershipSearch.parse({}))],
  ['a partnership', 12, ({ viewers, partnershipId }) => partnershipPage.as(viewers.SCHOOL_HEAD, partnershipId)],
  ['a partnership to be arranged', 5, ({ viewers }) => newPartnershipForm.as(viewers.CENTRE, undefined)],
  ['who could help whom', 6, ({ viewers }) => proposalPage.as(viewers.OFFICIAL)],
  ['who may help', 6, ({ viewers }) => helpersPage.as(viewers.CENTRE, { q: '', sort: 'name' })],
  ['a school that may help', 6, ({ viewers, schoolId }) => helperForm.as(viewers.CENTRE, schoolId)],
  ['the resources', 4, ({ viewers }) => resourcesPage.as(viewers.SCHOOL_HEAD, resourceSearch.parse({}))],
  ['the outside partners', 4, ({ viewers }) => organisationsPage.as(viewers.SCHOOL_HEAD, '')],
  ['the mentoring pairs', 4, ({ viewers }) => mentoringPage.as(viewers.CENTRE, mentoringSearch.parse({}))],
  ['a mentoring pair', 4, ({ viewers, pairId }) => pairPage.as(viewers.CENTRE, pairId)],
  ['a pair to be made', 4, ({ viewers }) => newPairForm.as(viewers.CENTRE)],
  ['the visits', 7, ({ viewers }) => visitsPage.as(viewers.CENTRE, visitSearch.parse({}))],
  ['a visit', 6, ({ viewers, visitId }) => visitPage.as(viewers.SCHOOL_HEAD, visitId)],
  ['a visit to be written', 6, ({ viewers }) => newVisitForm.as(viewers.CENTRE, {})],
  ['the dictionaries of visits', 6, ({ viewers }) => visitSettings.as(viewers.CENTRE)],
  ['the requests', 7, ({ viewers }) => consultationsPage.as(viewers.SCHOOL_HEAD, consultationSearch.parse({}))],
  ['a request', 5, ({ viewers, consultationId }) => consultationPage.as(viewers.SCHOOL_HEAD, consultationId)],
  ['requests by theme and month', 4, ({ viewers }) => consultationReport.as(viewers.OFFICIAL, undefined)],
  ['the people', 6, ({ viewers }) => peoplePage.as(viewers.ADMIN, peopleFilter.parse({}))],
  ['a person', 7, ({ viewers }) => personPage.as(viewers.ADMIN, viewers.CURATOR.membershipId)],
  ['an invitation', 4, ({ viewers }) => invitationForm.as(viewers.ADMIN)],
  ['the settings', 4, ({ viewers }) => settingsPage.as(viewers.ADMIN)],
  ['the journal', 6, ({ viewers }) => journalPage.as(viewers.ADMIN, journalFilter.parse({}))],
  ['the journal, checked', 8, ({ viewers }) => journalPage.as(viewers.ADMIN, journalFilter.parse({ check: '1' }))],
];

const owner = ownerClient();
const heard = new Map<string, readonly (readonly string[])[]>();

beforeAll(async () => {
  // The larger world is laid after the smaller one was read: both stand in one region, and it grows too.
  for (const [code, times] of [
    ['SMALL', 1],
    ['LARGE', 7],
  ] as const) {
    const world = await statementWorld(owner, code, times);
    for (const [title, , open] of PAGES) {
      // A method is read once a process: what is counted is a page of a portal that has been up for a while.
      await open(world);
      heard.set(title, [...(heard.get(title) ?? []), await heardStatements(() => open(world))]);
    }
  }
}, 120_000);
afterAll(() => owner.$disconnect());

describe('statements of a page', () => {
  it.each(PAGES.map(([title, budget]) => ({ title, budget })))(
    '$title: $budget at most, and as many in a town seven times as large',
    ({ title, budget }) => {
      const [small = [], large = []] = heard.get(title) ?? [];
      expect(small.length).toBeGreaterThan(3);
      expect(large.length, large.join('\n')).toBe(small.length);
      expect(large.length, large.join('\n')).toBeLessThanOrEqual(budget);
      // One transaction a page, and the viewer's identity is the first thing said in it.
      expect([large[0], large.at(-1)], large.join('\n')).toEqual(['BEGIN', 'COMMIT']);
      expect(large[1]).toMatch(/enter_scope/);
      expect(large.filter((sql) => /^(BEGIN|COMMIT|ROLLBACK)/.test(sql))).toHaveLength(2);
    },
  );
});
