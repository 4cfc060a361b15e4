import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { buttonClass } from '@/components/ui/button-class';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { editVisit, writeVisit } from '@/lib/visits/visit-actions';
import type { EditVisitForm, NewVisitForm } from '@/lib/visits/visit-queries';
import { ProtocolField, RubricFields, VisitFields } from './visit-fields';

const crumbs = [{ href: links.visits(), title: 'Визиты' }];

/** A visit that has taken place. The checklist is chosen first: its lines come with the page. */
export function NewVisitScreen({ page }: { page: NewVisitForm }) {
  const { rubric, rubrics, school, schools } = page;
  return (
    <Stack gap="medium">
      <PageHeader crumbs={crumbs} title="Записать визит" lead="Школа увидит запись, только когда вы её откроете." />
      {rubrics.length > 0 && (
        <form action={links.newVisit()} method="get" className="flex flex-wrap items-end gap-3">
          {school && <input type="hidden" name="school" value={school} />}
          <div className="min-w-60">
            <label htmlFor="rubric" className="mb-1 block text-sm font-medium">
              Чек-лист
            </label>
            <select id="rubric" name="rubric" className="control" defaultValue={rubric?.id ?? ''} key={rubric?.id}>
              <option value="">без чек-листа</option>
              {rubrics.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className={buttonClass('secondary')}>
            Взять чек-лист
          </button>
        </form>
      )}
      <Surface>
        <ActionForm key={rubric?.id} action={writeVisit} label="Запись о визите">
          <Select
            name="schoolId"
            label="Школа"
            required
            empty="Выберите школу"
            defaultValue={school ?? ''}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <VisitFields kinds={page.kinds} today={page.today} />
          {rubric && (
            <RubricFields
              name={rubric.name}
              lines={rubric.lines.map((line) => ({ line, mark: 'NOT_SEEN', note: '' }))}
            />
          )}
          <ProtocolField />
          <SubmitButton pendingText="Сохраняем…">Сохранить запись</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}

/** New words of a visit that the school has not read yet. */
export function EditVisitScreen({ page: { visit, kinds, today } }: { page: EditVisitForm }) {
  return (
    <Stack gap="medium">
      <PageHeader
        crumbs={[...crumbs, { href: links.visit(visit.id), title: visit.object }]}
        title="Изменить запись"
        lead={visit.schoolName}
      />
      <Surface>
        <ActionForm key={visit.version} action={editVisit} label="Запись о визите">
          <input type="hidden" name="visitId" value={visit.id} />
          <input type="hidden" name="version" value={visit.version} />
          <VisitFields kinds={kinds} today={today} visit={visit} />
          {visit.rubric.length > 0 && <RubricFields name={visit.rubricName} lines={visit.rubric} />}
          <ProtocolField protocol={visit.protocol} />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </ActionForm>
      </Surface>
    </Stack>
  );
}
