import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { NOTICE_KINDS } from '@/lib/notices/notice';
import { NOTICE_KIND_WORDS } from '@/lib/notices/words';
import { openNotification, readAllNotifications } from '@/lib/notifications/notification-actions';
import type { NotificationsPage } from '@/lib/notifications/notification-queries';
import { NotificationPages } from './notification-pages';

type Props = { page: NotificationsPage; params: ListAddress['params'] };

/** What a person was told, the newest first; opening one marks it as read. */
export function NotificationsScreen({ page, params }: Props) {
  const { rows, search, unread } = page;
  const address = { path: links.notifications(), params };
  return (
    <>
      <PageHeader
        title="Уведомления"
        lead={unread === 0 ? 'Непрочитанных нет.' : `Непрочитанных: ${unread}.`}
        actions={
          <>
            {page.canSeeSent && (
              <ButtonLink href={links.sentNotifications()} variant="secondary" icon="send">
                Что отправлено
              </ButtonLink>
            )}
            <ButtonLink href={links.notificationChoices()} variant="secondary" icon="settings">
              Какие письма приходят
            </ButtonLink>
          </>
        }
      />
      <Stack gap="medium">
        <FilterBar
          address={address}
          filters={[
            {
              kind: 'select',
              name: 'kind',
              label: 'О чём',
              all: 'Обо всём',
              options: NOTICE_KINDS.map((value) => ({ value, label: NOTICE_KIND_WORDS[value] })),
            },
            {
              kind: 'select',
              name: 'state',
              label: 'Прочитано',
              all: 'Все',
              options: [{ value: 'unread', label: 'только непрочитанные' }],
            },
          ]}
        />
        {unread > 0 && (
          <ActionForm action={readAllNotifications} label="Отметить прочитанными">
            <SubmitButton variant="secondary" size="small">
              Отметить все прочитанными
            </SubmitButton>
          </ActionForm>
        )}
        {rows.length === 0 ? (
          <EmptyState title="Уведомлений нет" icon="bell">
            {search.kind || search.state
              ? 'Снимите отбор, чтобы увидеть остальные.'
              : 'Здесь появится то, что ждёт вашего внимания: карта, рекомендации, планы и мероприятия.'}
          </EmptyState>
        ) : (
          <Surface>
            <ul className="divide-y divide-line">
              {rows.map((row) => (
                <li key={row.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
                  <div className="min-w-0 flex-1 basis-72 space-y-1">
                    <p className="flex flex-wrap items-center gap-2">
                      <b className={row.readAt ? 'font-medium' : 'font-semibold'}>{row.title}</b>
                      {!row.readAt && <Badge tone="accent">новое</Badge>}
                    </p>
                    {row.text && <p className="max-w-measure break-words">{row.text}</p>}
                    <p className="text-sm text-ink-soft">
                      {[
                        NOTICE_KIND_WORDS[row.kind],
                        formatMoment(row.createdAt, page.timeZone),
                        row.due && `срок ${formatDay(row.due)}`,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                  <ActionForm action={openNotification} label={`Открыть: ${row.title}`}>
                    <input type="hidden" name="notificationId" value={row.id} />
                    <SubmitButton variant="secondary" size="small" pendingText="Открываем…">
                      Открыть
                    </SubmitButton>
                  </ActionForm>
                </li>
              ))}
            </ul>
          </Surface>
        )}
        <NotificationPages address={address} page={search.page} pages={page.pages} />
      </Stack>
    </>
  );
}
