/**
 * Every address of the portal, so that no screen spells one by hand and a moved page moves everywhere. Each function
 * returns a path of our own; `search` values are encoded here.
 */
const withSearch = (path: string, search: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
};

type RoadmapsAddress = Readonly<Record<string, string | undefined>>;

type OverviewSearch = Readonly<Record<string, string | undefined>>;

type TaskAddress = {
  readonly year?: string | undefined;
  readonly work?: string | undefined;
  readonly school?: string | undefined;
};

export const links = {
  landing: () => '/',
  home: () => '/home',

  login: (search: { callbackUrl?: string; error?: string; notice?: string; email?: string; prepared?: string } = {}) =>
    withSearch('/login', search),
  prepareSignIn: (search: { callbackUrl?: string; error?: string; notice?: string; email?: string } = {}) =>
    withSearch('/api/sign-in/prepare', search),
  signOut: () => '/api/sign-out',
  invite: (token: string) => `/invite/${token}`,
  account: () => '/account',

  people: (search: { q?: string; role?: string; state?: string; sort?: string } = {}) => withSearch('/people', search),
  person: (membershipId: string) => `/people/${membershipId}`,
  invitePerson: () => '/people/invite',
  peopleExport: () => '/people/export',
  journal: () => '/journal',
  journalExport: () => '/journal/export',
  settings: () => '/settings',

  schools: () => '/schools',
  schoolsExport: () => '/schools/export',
  newSchool: () => '/schools/new',
  importSchools: () => '/schools/import',
  importTemplate: () => '/schools/import/template',
  schoolImport: (id: string) => `/schools/import/${id}`,
  schoolImportErrors: (id: string) => `/schools/import/${id}/errors`,
  /** Where the form of a school list is sent, and where its progress is asked for. */
  uploadImport: () => '/api/imports',
  importState: (id: string) => `/api/imports/${id}`,
  school: (id: string) => `/schools/${id}`,
  editSchool: (id: string) => `/schools/${id}/edit`,
  renameSchool: (id: string) => `/schools/${id}/rename`,
  mergeSchool: (id: string) => `/schools/${id}/merge`,
  closeSchool: (id: string) => `/schools/${id}/close`,
  schoolCodes: (id: string) => `/schools/${id}/codes`,
  /** What was found at a school, what is being done, what is late. */
  /** The one page of a school's support; a year of it, one kind of its history. */
  schoolSupport: (id: string, search: OverviewSearch = {}) => withSearch(`/schools/${id}/support`, search),
  /** Where a case is opened, moved and given to a curator; and where its causes are chosen. */
  supportMoves: (id: string, search: OverviewSearch = {}) => withSearch(`/schools/${id}/support/moves`, search),
  supportCauses: (id: string, search: OverviewSearch = {}) => withSearch(`/schools/${id}/support/causes`, search),
  schoolYears: (id: string) => `/schools/${id}/years`,
  method: () => '/method',
  /** A version of the method; `item` is the code of a criterion or sign to stop at: «А3». */
  methodVersion: (versionId: string, item?: string) =>
    `/method/${versionId}${item ? `#${encodeURIComponent(item)}` : ''}`,

  methodEdit: (versionId: string) => `/method/${versionId}/edit`,
  methodEditItem: (versionId: string, item: string) => `/method/${versionId}/edit/items/${encodeURIComponent(item)}`,
  methodEditRules: (versionId: string) => `/method/${versionId}/edit/rules`,
  methodEditSections: (versionId: string) => `/method/${versionId}/edit/sections`,
  methodEditMeasures: (versionId: string) => `/method/${versionId}/edit/measures`,
  methodEditMeasure: (versionId: string, code: string) => `/method/${versionId}/edit/measures/${code}`,
  methodEditLists: (versionId: string) => `/method/${versionId}/edit/lists`,
  methodEditList: (versionId: string, code: string) => `/method/${versionId}/edit/lists/${code}`,
  methodEditProcedures: (versionId: string) => `/method/${versionId}/edit/procedures`,
  methodEditProcedure: (versionId: string, code: string) =>
    `/method/${versionId}/edit/procedures/${encodeURIComponent(code)}`,
  /** Where an expression that is being written is checked. */
  methodCheck: (versionId: string) => `/api/methods/${versionId}/check`,
  methodApprove: (versionId: string) => `/method/${versionId}/approve`,
  methodCompare: (search: { from?: string; to?: string } = {}) => withSearch('/method/compare', search),
  methodFile: (versionId: string) => `/method/${versionId}/file`,
  /** Where a signed file of a method is sent. */
  uploadMethod: () => '/api/methods',
  /** The version tried on the cards of a campaign. */
  methodTrial: (versionId: string, search: OverviewSearch = {}) => withSearch(`/method/${versionId}/trial`, search),
  /** Measures and further lists of a version, school by school; `school` opens where its numbers come from. */
  methodValues: (versionId: string, search: { campaign?: string; school?: string } = {}) =>
    withSearch(`/method/${versionId}/values`, search),
  methodValuesExport: (versionId: string, search: { campaign?: string } = {}) =>
    withSearch(`/method/${versionId}/values/export`, search),
  methodTrialExport: (versionId: string, search: OverviewSearch = {}) =>
    withSearch(`/method/${versionId}/trial/export`, search),

  campaigns: () => '/campaigns',
  newCampaign: () => '/campaigns/new',
  campaign: (id: string, search: { state?: string; q?: string; sort?: string } = {}) =>
    withSearch(`/campaigns/${id}`, search),
  campaignExport: (id: string, search: { state?: string; q?: string; sort?: string } = {}) =>
    withSearch(`/campaigns/${id}/export`, search),
  editCampaign: (id: string) => `/campaigns/${id}/edit`,
  campaignRoster: (id: string) => `/campaigns/${id}/roster`,
  campaignDates: (id: string) => `/campaigns/${id}/dates`,
  extendCard: (campaignId: string, cardId: string) => `/campaigns/${campaignId}/extend/${cardId}`,
  campaignList: (id: string) => `/campaigns/${id}/list`,
  listDecision: (campaignId: string, schoolId: string) => `/campaigns/${campaignId}/list/${schoolId}`,
  listSupport: (campaignId: string) => `/campaigns/${campaignId}/list/support`,
  listHandover: (campaignId: string) => `/campaigns/${campaignId}/list/handover`,
  listPrint: (listId: string) => `/lists/${listId}`,
  listExport: (listId: string) => `/lists/${listId}/export`,
  cards: () => '/cards',
  card: (id: string, item?: string) => `/cards/${id}${item ? `#${encodeURIComponent(item)}` : ''}`,
  /** One item of a card: its proofs, remarks and history. */
  cardItem: (id: string, item: string) => `/cards/${id}/items/${encodeURIComponent(item)}`,
  /** Where a file that proves an answer is sent. */
  uploadEvidence: (cardId: string) => `/api/cards/${cardId}/evidence`,
  cardSubmit: (id: string) => `/cards/${id}/submit`,
  cardPrint: (id: string) => `/cards/${id}/print`,
  /** How near each computed answer is to another one. */
  cardSteps: (id: string) => `/cards/${id}/steps`,
  cardHistory: (id: string) => `/cards/${id}/history`,
  /** The empty card of a campaign, to fill with a pen. */
  cardBlank: (campaignId: string) => `/cards/blank/${campaignId}`,
  file: (id: string) => `/api/files/${id}`,
  programmes: (search: RoadmapsAddress = {}) => withSearch('/programmes', search),
  programmesExport: () => '/programmes/export',
  newProgramme: () => '/programmes/new',
  programme: (id: string) => `/programmes/${id}`,
  editProgramme: (id: string, search: { part?: string } = {}) => withSearch(`/programmes/${id}/edit`, search),
  programmeFact: (id: string, search: { indicator?: string; year?: string } = {}) =>
    withSearch(`/programmes/${id}/fact`, search),
  approveProgramme: (id: string) => `/programmes/${id}/approve`,
  compareProgramme: (id: string) => `/programmes/${id}/compare`,
  programmeExport: (id: string) => `/programmes/${id}/export`,
  programmeDocument: (id: string) => `/programmes/${id}/document`,
  roadmaps: (search: RoadmapsAddress = {}) => withSearch('/roadmaps', search),
  roadmapsExport: (search: RoadmapsAddress = {}) => withSearch('/roadmaps/export', search),
  roadmapRows: (search: RoadmapsAddress = {}) => withSearch('/roadmaps/rows', search),
  roadmapRowsExport: (search: RoadmapsAddress = {}) => withSearch('/roadmaps/rows/export', search),
  newRoadmap: (search: { school?: string } = {}) => withSearch('/roadmaps/new', search),
  /** Where the form of a new roadmap is sent, with a file or without. */
  uploadRoadmap: () => '/api/roadmaps',
  roadmap: (id: string, search: RoadmapsAddress = {}) => withSearch(`/roadmaps/${id}`, search),
  roadmapExport: (id: string, search: RoadmapsAddress = {}) => withSearch(`/roadmaps/${id}/export`, search),
  roadmapDocument: (id: string) => `/roadmaps/${id}/document`,
  roadmapSheet: (id: string, search: { sheet?: string } = {}) => withSearch(`/roadmaps/${id}/sheet`, search),
  roadmapBoard: (id: string, search: RoadmapsAddress = {}) => withSearch(`/roadmaps/${id}/board`, search),
  roadmapTimeline: (id: string) => `/roadmaps/${id}/timeline`,
  roadmapSettings: (id: string) => `/roadmaps/${id}/settings`,
  roadmapApprove: (id: string) => `/roadmaps/${id}/approve`,
  roadmapCompare: (id: string) => `/roadmaps/${id}/compare`,
  /** A new row, perhaps one that answers to a criterion. */
  newRoadmapRow: (id: string, search: { after?: string; item?: string } = {}) =>
    withSearch(`/roadmaps/${id}/new-row`, search),
  roadmapRow: (id: string, rowId: string) => `/roadmaps/${id}/rows/${rowId}`,
  editRoadmapRow: (id: string, rowId: string) => `/roadmaps/${id}/rows/${rowId}/edit`,
  /** Where a file that proves a row is sent, and where it is opened. */
  uploadRoadmapProof: (rowId: string) => `/api/roadmaps/rows/${rowId}/proofs`,
  roadmapFile: (id: string) => `/api/roadmaps/files/${id}`,
  notifications: (search: { kind?: string; state?: string; page?: string } = {}) =>
    withSearch('/notifications', search),
  notificationChoices: () => '/notifications/choices',
  sentNotifications: (search: { q?: string; kind?: string; letter?: string; page?: string } = {}) =>
    withSearch('/notifications/sent', search),
  sentNotificationsExport: (search: OverviewSearch = {}) => withSearch('/notifications/sent/export', search),
  /** The list of events under a filter, and its other views. */
  events: (search: OverviewSearch = {}) => withSearch('/events', search),
  eventsCalendar: (search: OverviewSearch = {}) => withSearch('/events/calendar', search),
  eventsExport: (search: OverviewSearch = {}) => withSearch('/events/export', search),
  eventCounters: (search: { year?: string } = {}) => withSearch('/events/counters', search),
  eventForms: () => '/events/forms',
  /** A new event, perhaps one that carries out a row of a plan. */
  newEvent: (search: { row?: string } = {}) => withSearch('/events/new', search),
  event: (id: string) => `/events/${id}`,
  editEvent: (id: string) => `/events/${id}/edit`,
  cancelEvent: (id: string) => `/events/${id}/cancel`,
  repeatEvent: (id: string) => `/events/${id}/repeat`,
  /** One event as a file for a calendar. */
  eventIcs: (id: string) => `/events/${id}/ics`,
  /** The subscription of one's own calendar, and the secret address that it follows. */
  eventSubscription: () => '/events/subscription',
  calendarFeed: (token: string) => `/api/calendar/${token}.ics`,
  /** Where a file of an event is sent, and where it is opened. */
  uploadEventMaterial: (id: string) => `/api/events/${id}/materials`,
  eventFile: (id: string) => `/api/events/files/${id}`,
  /** Events for anybody. */
  openEvents: () => '/open-events',
  /** Recommendations under a filter; of a school «что от нас ждут». */
  recommendations: (search: OverviewSearch = {}) => withSearch('/recommendations', search),
  recommendationsExport: (search: OverviewSearch = {}) => withSearch('/recommendations/export', search),
  recommendation: (id: string) => `/recommendations/${id}`,
  editRecommendation: (id: string) => `/recommendations/${id}/edit`,
  /** Where recommendations are prepared: all schools, and one of them in a school year. */
  recommendationSchools: (search: OverviewSearch = {}) => withSearch('/recommendations/schools', search),
  schoolRecommendations: (schoolId: string, search: { year?: string } = {}) =>
    withSearch(`/recommendations/schools/${schoolId}`, search),
  newRecommendation: (schoolId: string, search: { year?: string; item?: string } = {}) =>
    withSearch(`/recommendations/schools/${schoolId}/new`, search),
  /** The catalogue of measures that recommendations are made from. */
  remedies: (search: OverviewSearch = {}) => withSearch('/recommendations/catalogue', search),
  remediesExport: (search: OverviewSearch = {}) => withSearch('/recommendations/catalogue/export', search),
  newRemedy: (search: { item?: string } = {}) => withSearch('/recommendations/catalogue/new', search),
  remedy: (id: string) => `/recommendations/catalogue/${id}`,
  editRemedy: (id: string) => `/recommendations/catalogue/${id}/edit`,
  /** Where a file that shows what was done is sent, and where it is opened. */
  uploadRecommendationProof: (id: string) => `/api/recommendations/${id}/proofs`,
  recommendationFile: (id: string) => `/api/recommendations/files/${id}`,
  /** Development of teachers: the year in numbers, and the lists behind them. */
  development: (search: OverviewSearch = {}) => withSearch('/development', search),
  developmentExport: (list: string, search: OverviewSearch = {}) => withSearch(`/development/export/${list}`, search),
  developmentWords: () => '/development/words',
  deficits: (search: OverviewSearch = {}) => withSearch('/development/deficits', search),
  newDeficit: () => '/development/deficits/new',
  deficit: (id: string) => `/development/deficits/${id}`,
  courses: (search: OverviewSearch = {}) => withSearch('/development/courses', search),
  course: (id: string) => `/development/courses/${id}`,
  newCourse: (search: { package?: string } = {}) => withSearch('/development/courses/new', search),
  courseRequests: (search: OverviewSearch = {}) => withSearch('/development/requests', search),
  newCourseRequest: () => '/development/requests/new',
  courseRequest: (id: string) => `/development/requests/${id}`,
  coursePackage: (id: string) => `/development/packages/${id}`,
  associations: (search: OverviewSearch = {}) => withSearch('/development/associations', search),
  association: (id: string, search: OverviewSearch = {}) => withSearch(`/development/associations/${id}`, search),
  experience: (search: OverviewSearch = {}) => withSearch('/development/experience', search),
  schoolNumbers: (search: OverviewSearch = {}) => withSearch('/development/numbers', search),
  centreRoster: () => '/development/centre',
  /** Where a file of a package or of minutes is sent, and where it is opened. */
  uploadDevelopmentPaper: () => '/api/development/papers',
  developmentFile: (id: string) => `/api/development/files/${id}`,
  /** The support cases of a year, and what stands beside them. */
  support: (search: OverviewSearch = {}) => withSearch('/support', search),
  supportExport: (search: OverviewSearch = {}) => withSearch('/support/export', search),
  openSupport: () => '/support/new',
  causes: () => '/support/causes',
  curators: () => '/support/curators',
  surveys: (search: OverviewSearch = {}) => withSearch('/surveys', search),
  newSurvey: () => '/surveys/new',
  survey: (id: string, search: OverviewSearch = {}) => withSearch(`/surveys/${id}`, search),
  surveyExport: (id: string) => `/surveys/${id}/export`,
  studies: (search: OverviewSearch = {}) => withSearch('/surveys/studies', search),
  studiesExport: (search: OverviewSearch = {}) => withSearch('/surveys/studies/export', search),
  newStudy: (search: { school?: string; year?: string } = {}) => withSearch('/surveys/studies/new', search),
  study: (id: string) => `/surveys/studies/${id}`,
  editStudy: (id: string) => `/surveys/studies/${id}/edit`,
  /** Where a protocol of a study is sent, and where it is opened. */
  uploadStudyFile: (id: string) => `/api/studies/${id}/files`,
  studyFile: (id: string) => `/api/studies/files/${id}`,
  /** Partnerships under a filter; of a school its own. */
  partnerships: (search: OverviewSearch = {}) => withSearch('/partners', search),
  partnershipsExport: (search: OverviewSearch = {}) => withSearch('/partners/export', search),
  partnership: (id: string) => `/partners/${id}`,
  newPartnership: (search: { school?: string } = {}) => withSearch('/partners/new', search),
  /** Who could help whom, balanced over the municipality; and who may help at all. */
  partnerProposal: () => '/partners/proposal',
  partnerHelpers: (search: OverviewSearch = {}) => withSearch('/partners/readiness', search),
  partnerHelper: (schoolId: string) => `/partners/readiness/${schoolId}`,
  partnerOrganisations: (search: OverviewSearch = {}) => withSearch('/partners/organisations', search),
  newPartnerOrganisation: () => '/partners/organisations/new',
  partnerOrganisation: (id: string) => `/partners/organisations/${id}`,
  /** What schools and organisations offer to others. */
  partnerResources: (search: OverviewSearch = {}) => withSearch('/partners/resources', search),
  partnerResourcesExport: (search: OverviewSearch = {}) => withSearch('/partners/resources/export', search),
  newPartnerResource: () => '/partners/resources/new',
  partnerResource: (id: string) => `/partners/resources/${id}`,
  mentoring: (search: OverviewSearch = {}) => withSearch('/partners/mentoring', search),
  mentoringExport: (search: OverviewSearch = {}) => withSearch('/partners/mentoring/export', search),
  newMentoringPair: () => '/partners/mentoring/new',
  mentoringPair: (id: string) => `/partners/mentoring/${id}`,
  uploadPartnershipFile: (id: string) => `/api/partners/${id}/files`,
  partnershipFile: (id: string) => `/api/partners/files/${id}`,
  visits: (search: OverviewSearch = {}) => withSearch('/visits', search),
  visitsExport: (search: OverviewSearch = {}) => withSearch('/visits/export', search),
  visit: (id: string) => `/visits/${id}`,
  editVisit: (id: string) => `/visits/${id}/edit`,
  newVisit: (search: { school?: string; rubric?: string } = {}) => withSearch('/visits/new', search),
  visitSettings: () => '/visits/settings',
  uploadVisitFile: (id: string) => `/api/visits/${id}/files`,
  visitFile: (id: string) => `/api/visits/files/${id}`,
  /** The queue of requests, and what became of them by theme and month. */
  consultations: (search: OverviewSearch = {}) => withSearch('/visits/consultations', search),
  consultationsExport: (search: OverviewSearch = {}) => withSearch('/visits/consultations/export', search),
  consultation: (id: string) => `/visits/consultations/${id}`,
  newConsultation: () => '/visits/consultations/new',
  consultationReport: (search: OverviewSearch = {}) => withSearch('/visits/report', search),
  consultationReportExport: (search: OverviewSearch = {}) => withSearch('/visits/report/export', search),
  lists: () => '/lists',
  dashboard: () => '/dashboard',
  /** The dashboards with their choice: campaign, zone, and what else the search of each one knows. */
  overview: (search: OverviewSearch) => withSearch('/dashboard', search),
  overviewGrid: (search: OverviewSearch) => withSearch('/dashboard/grid', search),
  overviewChange: (search: OverviewSearch) => withSearch('/dashboard/change', search),
  /** The list of schools behind one number of a dashboard. */
  overviewSchools: (search: OverviewSearch) => withSearch('/dashboard/schools', search),
  overviewExport: (part: 'years' | 'sums' | 'items' | 'change', search: OverviewSearch) =>
    withSearch(`/dashboard/export/${part}`, search),
  overviewGridExport: (search: OverviewSearch) => withSearch('/dashboard/grid/export', search),
  overviewSchoolsExport: (search: OverviewSearch) => withSearch('/dashboard/schools/export', search),
  results: (search: { year?: string; work?: string; q?: string } = {}) => withSearch('/results', search),
  resultsExport: (search: OverviewSearch) => withSearch('/results/export', search),
  resultImports: (search: { status?: string; year?: string } = {}) => withSearch('/results/imports', search),
  resultImport: (id: string) => `/results/imports/${id}`,
  /** How tasks of a work were done, by the municipality or beside it by a school. */
  resultTasks: (search: TaskAddress = {}) => withSearch('/results/tasks', search),
  resultTasksExport: (search: TaskAddress = {}) => withSearch('/results/tasks/export', search),
  resultReferences: () => '/results/reference',
  resultDictionaries: () => '/results/dictionaries',
  resultForm: () => '/results/template',
  /** Where forms with files of results are sent, and where progress is asked for. */
  uploadResults: () => '/api/results',
  resultImportState: (id: string) => `/api/results/${id}`,
  /** The objectivity map, and one school and year behind it; `work` is the key of a procedure to stop at. */
  objectivity: (search: OverviewSearch = {}) => withSearch('/objectivity', search),
  objectivityExport: (search: OverviewSearch) => withSearch('/objectivity/export', search),
  objectivitySchool: (schoolId: string, year: number, search: OverviewSearch = {}, work?: string) =>
    `${withSearch(`/objectivity/${schoolId}/${year}`, search)}${work ? `#${encodeURI(work)}` : ''}`,
  /** What the centre asked one's own school about signs, and the answers. */
  ownSigns: () => '/objectivity/own',
  region: () => '/region',
  regionYear: (year: number) => `/region?year=${year}`,
  regionExport: (year: number) => `/region/export?year=${year}`,
} as const;
