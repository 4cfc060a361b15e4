import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Progress } from '@/components/ui/progress';
import { Stat } from '@/components/ui/stat';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { type Task, TaskList } from '@/components/ui/task-list';
import type { Viewer } from '@/lib/access/viewer';
import type { StaffHome as StaffHomePage } from '@/lib/diagnostics/overviews/home-queries';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatShareOf } from '@/lib/kernel/percent';
import { count, plural } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { ExpectedNow } from '@/lib/roadmaps/roadmap-queries';
import { daysLeft } from './days-left';
import { Greeting } from './greeting';

type Glance = StaffHomePage['campaigns'][number];
type Props = {
  home: StaffHomePage;
  expected: ExpectedNow;
  viewer: Pick<Viewer, 'name' | 'role' | 'timeZone'>;
  children?: ReactNode;
};

const CARDS = ['карта', 'карты', 'карт'] as const;
const SCHOOLS = ['школа', 'школы', 'школ'] as const;

/** What one campaign asks of the centre; of several running at once each task names its own. */
function campaignTasks(campaign: Glance, isOnly: boolean): Task[] {
  const { id } = campaign;
  const of = isOnly ? '' : `${campaign.title || 'Кампания'} ${formatSchoolYear(campaign.year)}. `;
  const tasks: Task[] = [];
  if (campaign.toCheck > 0) {
    tasks.push({
      href: links.campaign(id, { state: 'TO_CHECK' }),
      title: `Проверить: ${count(campaign.toCheck, CARDS)}`,
      note: `${of}Школы отправили и ждут решения`,
    });
  }
  if (campaign.returned > 0) {
    tasks.push({
      href: links.campaign(id, { state: 'RETURNED' }),
      title: `Ждём исправлений: ${count(campaign.returned, CARDS)}`,
      note: `${of}Возвращены школам с замечаниями`,
    });
  }
  if (campaign.late > 0) {
    tasks.push({
      href: links.campaign(id, { state: 'LATE' }),
      title: `Связаться: срок прошёл у ${count(campaign.late, ['школы', 'школ', 'школ'])}`,
      note: `${of}Карты всё ещё нет`,
    });
  }
  if (campaign.notStarted > 0 && campaign.opensAt <= campaign.now) {
    tasks.push({
      href: links.campaign(id, { state: 'NOT_STARTED' }),
      title: `Напомнить: не ${plural(campaign.notStarted, ['начала', 'начали', 'начали'])} ${count(campaign.notStarted, SCHOOLS)}`,
      ...(of ? { note: of.trim() } : {}),
    });
  }
  return tasks;
}

/** The centre's day: cards to check, replies to read, reports on plans, lists to prepare. */
function centreTasks({ campaigns, replies, contested, lists }: StaffHomePage, expected: ExpectedNow): Task[] {
  const tasks = campaigns.flatMap((campaign) => campaignTasks(campaign, campaigns.length === 1));
  const [reply] = replies;
  if (reply) {
    tasks.push({
      href: links.card(reply.cardId, reply.item ?? undefined),
      title: `Прочитать ответы школ: ${replies.length}`,
      note: `Первый – ${reply.schoolName}${reply.item ? `, ${reply.item}` : ''}`,
    });
  }
  const [first] = contested;
  if (first) {
    tasks.push({
      href: links.card(first.cardId, first.item),
      title: `Решить: ${count(contested.length, ['школа не согласна', 'школы не согласны', 'школ не согласны'])} с расчётом портала`,
      note: `Первая – ${first.schoolName}, ${first.item}${first.answers > 1 ? ` и ещё ${first.answers - 1}` : ''}`,
    });
  }
  if (expected.reported > 0) {
    tasks.push({
      href: links.roadmapRows({ state: 'REPORTED' }),
      title: `Проверить отчёты по дорожным картам: ${expected.reported}`,
      note: 'Школы отчитались и ждут решения',
    });
  }
  if (expected.late > 0) {
    tasks.push({
      href: links.roadmapRows({ state: 'late' }),
      title: `Дорожные карты: срок прошёл у ${count(expected.late, ['строки', 'строк', 'строк'])}`,
    });
  }
  for (const list of lists.filter((one) => one.status === 'DRAFT')) {
    tasks.push({
      href: links.campaignList(list.campaignId),
      title: `Закончить список ${formatSchoolYear(list.year)}`,
      note: 'Решения комиссии ещё не переданы на утверждение',
    });
  }
  return tasks;
}

/** The department's day: lists that wait for an order. */
const officialTasks = ({ lists }: StaffHomePage): Task[] =>
  lists
    .filter((list) => list.status === 'PROPOSED')
    .map((list) => ({
      href: links.campaignList(list.campaignId),
      title: `Утвердить список ${formatSchoolYear(list.year)}`,
      note: 'Центр передал решения комиссии',
    }));

function CampaignGlance({ campaign, timeZone }: { campaign: Glance; timeZone: string }) {
  const { id, total, submitted } = campaign;
  return (
    <Section
      title={`${campaign.title || 'Кампания'} ${formatSchoolYear(campaign.year)}`}
      lead={`До ${formatMoment(campaign.closesAt, timeZone)}${campaign.now < campaign.closesAt ? ` – ${daysLeft(campaign.now, campaign.closesAt)}` : ', срок прошёл'}.`}
      actions={
        <ButtonLink href={links.campaign(id)} variant="secondary">
          Открыть кампанию
        </ButtonLink>
      }
    >
      <Surface>
        <p className="mb-2 text-lg">
          Отправили <b className="font-semibold whitespace-nowrap">{formatShareOf(submitted, total)}</b>
        </p>
        <Progress label="Охват" value={submitted} max={total} unit="школ" />
      </Surface>
      <Columns count={4}>
        <Stat label="Не начали" value={campaign.notStarted} href={links.campaign(id, { state: 'NOT_STARTED' })} />
        <Stat label="В работе" value={campaign.inWork} href={links.campaign(id, { state: 'IN_WORK' })} />
        <Stat label="Возвращены" value={campaign.returned} href={links.campaign(id, { state: 'RETURNED' })} />
        <Stat label="Приняты" value={campaign.accepted} href={links.campaign(id, { state: 'ACCEPTED' })} />
      </Columns>
    </Section>
  );
}

/** «Что от меня нужно сегодня» of the centre and of the department. */
export function StaffHome({ home, expected, viewer, children }: Props) {
  const isCentre = viewer.role === 'CENTRE';
  const tasks = isCentre ? centreTasks(home, expected) : officialTasks(home);
  return (
    <Stack>
      <Greeting viewer={viewer} />
      <Section title="Что нужно сегодня">
        {tasks.length > 0 ? (
          <TaskList tasks={tasks} />
        ) : (
          <EmptyState title="Срочных дел нет" icon="check">
            {isCentre
              ? 'Когда школа отправит карту или ответит на вопрос, это появится здесь.'
              : 'Когда центр передаст список на утверждение, он появится здесь.'}
          </EmptyState>
        )}
      </Section>
      {children}
      {home.campaigns.map((campaign) => (
        <CampaignGlance key={campaign.id} campaign={campaign} timeZone={viewer.timeZone} />
      ))}
      {home.campaigns.length === 0 && (
        <EmptyState
          title="Кампаний ещё не было"
          icon="campaign"
          actions={isCentre ? <ButtonLink href={links.newCampaign()}>Открыть первую кампанию</ButtonLink> : undefined}
        >
          Диагностика начинается с кампании: методика, учебный год, сроки и состав школ.
        </EmptyState>
      )}
    </Stack>
  );
}
