import { ActionForm } from '@/components/form/action-form';
import { AddAttachment, AttachmentList } from '@/components/form/attachments';
import { CheckboxGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { DateInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { packCourseRequests, sendCoursePackage, unpackCourseRequest } from '@/lib/development/course-actions';
import type { CoursePackagePage } from '@/lib/development/course-queries';
import { addPaperLink, removePaper } from '@/lib/development/paper-actions';
import {
  COURSE_FORM_WORDS,
  PACKAGE_PAPERS,
  PACKAGE_STATE_WORDS,
  PAPER_KIND_WORDS,
  PAPER_KINDS,
  PEOPLE_FORMS,
  REQUEST_FORMS,
} from '@/lib/development/words';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { countWords } from '@/lib/kernel/small-count';
import { RequestBadge } from './state-badges';

type Row = CoursePackagePage['requests'][number];

const columnsOf = ({ canChange, found }: CoursePackagePage): readonly Column<Row>[] => [
  { key: 'school', title: 'Школа', main: true, cell: ({ schoolName }) => schoolName },
  {
    key: 'theme',
    title: 'Тема',
    cell: (row) => (
      <SiteLink href={links.courseRequest(row.id)} className="link">
        {row.theme}
      </SiteLink>
    ),
  },
  { key: 'form', title: 'Форма', cell: ({ form }) => COURSE_FORM_WORDS[form] },
  { key: 'people', title: 'Человек', align: 'end', cell: ({ people }) => people },
  { key: 'risk', title: '«Группа риска»', align: 'end', cell: ({ atRisk }) => countWords(atRisk) },
  { key: 'state', title: 'Состояние', cell: ({ state }) => <RequestBadge state={state} /> },
  ...(canChange && found.state === 'GATHERING'
    ? [
        {
          key: 'out',
          title: 'Убрать',
          cell: (row: Row) =>
            row.state === 'PACKED' && (
              <ActionForm action={unpackCourseRequest} label={`Убрать из пакета: ${row.schoolName}`}>
                <input type="hidden" name="requestId" value={row.id} />
                <input type="hidden" name="version" value={row.version} />
                <SubmitButton variant="quiet" size="small">
                  Убрать
                </SubmitButton>
              </ActionForm>
            ),
        },
      ]
    : []),
];

/** A package to an institute: who asks for what, and whether its documents are there. */
export function PackageScreen({ page }: { page: CoursePackagePage }) {
  const { found, requests, canChange } = page;
  const isOpen = found.state === 'GATHERING';
  const waits = requests.some(({ state }) => state === 'PACKED');
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.courseRequests(), title: 'Заявки на курсы' }]}
        overline={found.institute}
        title={found.title}
        status={<Badge tone={isOpen ? 'info' : 'success'}>{PACKAGE_STATE_WORDS[found.state]}</Badge>}
        lead={`${count(found.requests, REQUEST_FORMS)}, школ: ${found.schools}, ${count(found.people, PEOPLE_FORMS)}.${found.sentOn ? ` Отправлен ${formatDay(found.sentOn)}.` : ''}`}
        actions={
          canChange &&
          waits && (
            <ButtonLink href={links.newCourse({ package: found.id })} icon="plus">
              Создать курс по пакету
            </ButtonLink>
          )
        }
      />
      <Section title="Заявки">
        <DataTable
          caption="Заявки пакета"
          columns={columnsOf(page)}
          rows={requests}
          rowKey={(row) => row.id}
          empty={<EmptyState title="В пакете нет заявок">Добавьте те, что ждут, или соберите новый пакет.</EmptyState>}
        />
        {page.free.length > 0 && (
          <Surface>
            <ActionForm action={packCourseRequests} label="Добавить заявки">
              <input type="hidden" name="packageId" value={found.id} />
              <CheckboxGroup
                name="requests[]"
                label="Заявки, которые ждут"
                required
                options={page.free.map(({ id, theme, schoolName, people }) => ({
                  value: id,
                  label: theme,
                  hint: `${schoolName}, ${count(people, PEOPLE_FORMS)}`,
                }))}
              />
              <SubmitButton variant="secondary">Добавить в пакет</SubmitButton>
            </ActionForm>
          </Surface>
        )}
      </Section>
      <Papers page={page} />
      {canChange && isOpen && requests.length > 0 && (
        <Section title="Отправить в институт" lead="Портал сам ничего не отправляет: отметьте день, когда пакет ушёл.">
          <Surface>
            <ActionForm action={sendCoursePackage} label="Отметить отправку">
              <input type="hidden" name="packageId" value={found.id} />
              <input type="hidden" name="version" value={found.version} />
              <DateInput name="sentOn" label="Когда отправлен" required max={page.today} defaultValue={page.today} />
              <SubmitButton>Пакет отправлен</SubmitButton>
            </ActionForm>
          </Surface>
        </Section>
      )}
    </Stack>
  );
}

function Papers({ page }: { page: CoursePackagePage }) {
  const { papers, canChange, found } = page;
  return (
    <Section title="Документы пакета" lead="Заявки, анкеты и приказ. Файл из портала или ссылка.">
      <ul className="flex flex-wrap gap-2">
        {PACKAGE_PAPERS.map((kind) => {
          const isThere = papers.some((paper) => paper.kind === kind);
          return (
            <li key={kind}>
              <Badge tone={isThere ? 'success' : 'warning'} icon={isThere ? 'check' : 'warning'}>
                {PAPER_KIND_WORDS[kind]}: {isThere ? 'есть' : 'нет'}
              </Badge>
            </li>
          );
        })}
      </ul>
      <AttachmentList
        label="Документы пакета"
        attachments={papers}
        note={({ kind }) => PAPER_KIND_WORDS[kind]}
        remove={canChange ? { action: removePaper, field: 'paperId' } : undefined}
      />
      {canChange && (
        <AddAttachment
          uploadTo={links.uploadDevelopmentPaper()}
          link={addPaperLink}
          to={{ field: 'packageId', value: found.id }}
        >
          <Select
            name="kind"
            label="Что это"
            required
            defaultValue="APPLICATIONS"
            options={PAPER_KINDS.filter((kind) => kind !== 'MINUTES').map((value) => ({
              value,
              label: PAPER_KIND_WORDS[value],
            }))}
          />
        </AddAttachment>
      )}
    </Section>
  );
}
