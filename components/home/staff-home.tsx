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
import { daysLeft } from './days-left';
import { Greeting } from './greeting';

type Props = { home: StaffHomePage; viewer: Pick<Viewer, 'name' | 'role' | 'timeZone'> };

const CARDS = ['карта', 'карты', 'карт'] as const;
const SCHOOLS = ['школа', 'школы', 'школ'] as const;

/** The centre's day: cards to check, replies to read, lists to prepare. */
function centreTasks({ campaign, replies, contested, lists }: StaffHomePage): Task[] {
  const tasks: Task[] = [];
  if (campaign && campaign.toCheck > 0) {
    tasks.push({
      href: links.campaign(campaign.id, { state: 'TO_CHECK' }),
      title: `Проверить: ${count(campaign.toCheck, CARDS)}`,
      note: 'Школы отправили и ждут решения',
    });
  }
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
  if (campaign && campaign.returned > 0) {
    tasks.push({
      href: links.campaign(campaign.id, { state: 'RETURNED' }),
      title: `Ждём исправлений: ${count(campaign.returned, CARDS)}`,
      note: 'Возвращены школам с замечаниями',
    });
  }
  if (campaign && campaign.late > 0) {
    tasks.push({
      href: links.campaign(campaign.id, { state: 'LATE' }),
      title: `Связаться: срок прошёл у ${count(campaign.late, ['школы', 'школ', 'школ'])}`,
      note: 'Карты всё ещё нет',
    });
  }
  if (campaign && campaign.notStarted > 0 && campaign.opensAt <= campaign.now) {
    tasks.push({
      href: links.campaign(campaign.id, { state: 'NOT_STARTED' }),
      title: `Напомнить: не ${plural(campaign.notStarted, ['начала', 'начали', 'начали'])} ${count(campaign.notStarted, SCHOOLS)}`,
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

function Glance({ campaign, timeZone }: { campaign: NonNullable<StaffHomePage['campaign']>; timeZone: string }) {
  const { id, total, submitted } = campaign;
  return (
    <Section
      title={`Кампания ${formatSchoolYear(campaign.year)}`}
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
export function StaffHome({ home, viewer }: Props) {
  const isCentre = viewer.role === 'CENTRE';
  const tasks = isCentre ? centreTasks(home) : officialTasks(home);
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
      {home.campaign ? (
        <Glance campaign={home.campaign} timeZone={viewer.timeZone} />
      ) : (
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
