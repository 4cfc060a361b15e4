import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Stat } from '@/components/ui/stat';
import { Columns, Stack } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { count } from '@/lib/kernel/russian';
import { NOTICE_KINDS } from '@/lib/notices/notice';
import { NOTICE_KIND_WORDS } from '@/lib/notices/words';
import { LETTER_STATES, type LetterState, letterState } from '@/lib/notifications/notification';
import { retryNotification } from '@/lib/notifications/notification-actions';
import type { SentNotifications } from '@/lib/notifications/notification-queries';
import { LETTER_STATE_WORDS, NOTIFICATION_FORMS } from '@/lib/notifications/words';
import { NotificationPages } from './notification-pages';

type Line = SentNotifications['rows'][number];

const TONES: Record<LetterState, BadgeTone> = { none: 'neutral', waiting: 'info', sent: 'success', failed: 'danger' };

const columnsOf = (timeZone: string): readonly Column<Line>[] => [
  { key: 'title', title: 'Уведомление', main: true, width: '40%', cell: (line) => line.title },
  { key: 'person', title: 'Кому', cell: (line) => line.personName },
  { key: 'kind', title: 'О чём', cell: (line) => NOTICE_KIND_WORDS[line.kind] },
  { key: 'at', title: 'Когда', cell: (line) => formatMoment(line.createdAt, timeZone) },
  { key: 'read', title: 'Прочитано', cell: (line) => (line.readAt ? formatMoment(line.readAt, timeZone) : 'нет') },
  { key: 'letter', title: 'Письмо', cell: (line) => <Letter line={line} timeZone={timeZone} /> },
];

function Letter({ line, timeZone }: { line: Line; timeZone: string }) {
  const state = letterState(line);
  return (
    <div className="space-y-1">
      <Badge tone={TONES[state]}>{LETTER_STATE_WORDS[state]}</Badge>
      {state === 'sent' && line.sentAt && (
        <p className="text-sm text-ink-soft">{formatMoment(line.sentAt, timeZone)}</p>
      )}
      {state === 'waiting' && line.leavesAt && (
        <p className="text-sm text-ink-soft">
          уйдёт {formatMoment(line.leavesAt, timeZone)}
          {line.fault && `; в прошлый раз не ушло: ${line.fault}`}
        </p>
      )}
      {state === 'failed' && (
        <>
          <p className="break-words text-sm text-ink-soft">{line.fault}</p>
          <ActionForm action={retryNotification} label={`Отправить снова: ${line.title}`}>
            <input type="hidden" name="notificationId" value={line.id} />
            <SubmitButton variant="secondary" size="small">
              Отправить снова
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </div>
  );
}

type Props = { page: SentNotifications; params: ListAddress['params'] };

/** What the people of the municipality were told, and what became of the letters. */
export function SentScreen({ page, params }: Props) {
  const address = { path: links.sentNotifications(), params };
  return (
    <>
      <PageHeader
        crumbs={[{ href: links.notifications(), title: 'Уведомления' }]}
        title="Что отправлено"
        lead="Кому и о чём сообщил портал, прочитано ли это и ушло ли письмо."
      />
      <Stack gap="medium">
        {!page.hasMail && (
          <Notice tone="info" title="Письма с этого портала пока не отправляются">
            Почтовый сервер не настроен: людям сообщает только портал.
          </Notice>
        )}
        <Columns count={2}>
          <Stat label="Ждут отправки" value={page.waiting} href={links.sentNotifications({ letter: 'waiting' })} />
          <Stat label="Не ушли" value={page.failed} href={links.sentNotifications({ letter: 'failed' })} />
        </Columns>
        <FilterBar
          address={address}
          filters={[
            { kind: 'search', name: 'q', label: 'Кому или о чём' },
            {
              kind: 'select',
              name: 'kind',
              label: 'О чём',
              all: 'Обо всём',
              options: NOTICE_KINDS.map((value) => ({ value, label: NOTICE_KIND_WORDS[value] })),
            },
            {
              kind: 'select',
              name: 'letter',
              label: 'Письмо',
              all: 'Любое',
              options: LETTER_STATES.map((value) => ({ value, label: LETTER_STATE_WORDS[value] })),
            },
          ]}
        />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status">Найдено: {count(page.total, NOTIFICATION_FORMS)}</p>
          {page.total > 0 && (
            <DownloadLink
              href={listHref({ ...address, path: links.sentNotificationsExport() }, {})}
              what="уведомления"
            />
          )}
        </div>
        <DataTable
          caption="Отправленные уведомления"
          columns={columnsOf(page.timeZone)}
          rows={page.rows}
          rowKey={(line) => line.id}
          empty={
            <EmptyState title="Уведомлений нет" icon="bell">
              Измените отбор или загляните позже.
            </EmptyState>
          }
        />
        <NotificationPages address={address} page={page.search.page} pages={page.pages} />
      </Stack>
    </>
  );
}
