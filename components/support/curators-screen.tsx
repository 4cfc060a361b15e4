import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { declareConflict, saveCuratorLimit, withdrawConflict } from '@/lib/support/curators/curator-actions';
import type { CuratorsPage } from '@/lib/support/curators/curator-queries';
import { SupportTabs } from './support-tabs';

/** Curators with their load, the usual limit, and whom not to give which school. */
export function CuratorsScreen({ page }: { page: CuratorsPage }) {
  return (
    <>
      <PageHeader
        crumbs={[{ href: links.support(), title: 'Сопровождение' }]}
        title="Кураторы"
        lead="Кто какие школы сопровождает. Школу закрепляют на её странице: там видно, кто свободнее и нет ли конфликта интересов."
      />
      <SupportTabs now="curators" canChange />
      <Stack>
        <DataTable
          caption="Кураторы и их школы"
          rows={page.curators}
          rowKey={({ membershipId }) => membershipId}
          columns={[
            { key: 'name', title: 'Куратор', main: true, cell: ({ name }) => name },
            {
              key: 'load',
              title: 'Школ',
              cell: ({ schools }) => (
                <span className="inline-flex flex-wrap items-center gap-2">
                  {schools.length}
                  {schools.length > page.limit && (
                    <Badge tone="warning" icon="warning">
                      больше обычного
                    </Badge>
                  )}
                </span>
              ),
            },
            {
              key: 'schools',
              title: 'Какие',
              width: '60%',
              cell: ({ schools }) =>
                schools.length === 0
                  ? 'пока нет'
                  : schools.map(({ id, name }, index) => (
                      <span key={id}>
                        {index > 0 && ', '}
                        <SiteLink href={links.schoolSupport(id)} className="link">
                          {name}
                        </SiteLink>
                      </span>
                    )),
            },
          ]}
          empty={
            <EmptyState title="Кураторов ещё нет" icon="people">
              Администратор приглашает их в разделе «Пользователи» с ролью «Куратор».
            </EmptyState>
          }
        />
        <Section
          title="Сколько школ обычно у куратора"
          lead="Больше назначить можно, но портал попросит подтвердить, что это обдумано."
        >
          <Surface>
            <ActionForm key={page.limit} action={saveCuratorLimit} label="Предел школ куратора">
              <TextInput
                name="limit"
                label="Школ на одного куратора"
                inputMode="numeric"
                width="tiny"
                required
                defaultValue={page.limit}
              />
              <SubmitButton variant="secondary">Сохранить</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
        <Conflicts page={page} />
      </Stack>
    </>
  );
}

function Conflicts({ page }: { page: CuratorsPage }) {
  return (
    <Section
      title="Не назначать"
      lead="Кого нельзя закрепить за школой и почему. Записи видит только центр. Директора и заместителя портал не назначит в их школу и без записи."
    >
      {page.conflicts.length > 0 && (
        <Surface>
          <ul className="divide-y divide-line">
            {page.conflicts.map((conflict) => (
              <li key={conflict.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <div className="min-w-0">
                  <p className="font-medium">
                    {conflict.name} – {conflict.schoolName}
                  </p>
                  <p className="text-sm text-ink-soft">
                    {conflict.reason} · {formatMoment(conflict.declaredAt, page.timeZone)}
                  </p>
                </div>
                <ActionForm action={withdrawConflict} label={`Снять запись: ${conflict.name}, ${conflict.schoolName}`}>
                  <input type="hidden" name="conflictId" value={conflict.id} />
                  <SubmitButton variant="quiet" size="small">
                    Снять запись
                  </SubmitButton>
                </ActionForm>
              </li>
            ))}
          </ul>
        </Surface>
      )}
      {page.curators.length > 0 && (
        <Surface>
          <ActionForm action={declareConflict} label="Не назначать" resetOnSuccess>
            <Select
              name="membershipId"
              label="Куратор"
              required
              empty="Выберите куратора"
              options={page.curators.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
            />
            <Select
              name="schoolId"
              label="Школа"
              required
              empty="Выберите школу"
              options={page.schools.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextInput
              name="reason"
              label="Причина"
              hint="Например: родственник директора, работал в школе до прошлого года."
              maxLength={1000}
              required
            />
            <SubmitButton variant="secondary">Записать</SubmitButton>
          </ActionForm>
        </Surface>
      )}
    </Section>
  );
}
