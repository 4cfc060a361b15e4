import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup, RadioGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { archiveRoadmap, copyRoadmap, dropRoadmap, editRoadmap } from '@/lib/roadmaps/roadmap-actions';
import type { RoadmapSettings } from '@/lib/roadmaps/roadmap-queries';

/** Name and year of a roadmap, copies of it for another year or for schools, and its end. */
export function SettingsScreen({ page }: { page: RoadmapSettings }) {
  const { roadmap, schools } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.roadmaps(), title: 'Дорожные карты' },
          { href: links.roadmap(roadmap.id), title: roadmap.title },
        ]}
        title="Настройки и копии"
      />
      {roadmap.status !== 'ARCHIVED' && (
        <Surface>
          <ActionForm key={roadmap.version} action={editRoadmap} label="Настройки дорожной карты">
            <input type="hidden" name="roadmapId" value={roadmap.id} />
            <input type="hidden" name="version" value={roadmap.version} />
            <TextInput name="title" label="Название" required maxLength={300} defaultValue={roadmap.title} />
            <TextInput
              name="year"
              label="Год"
              inputMode="numeric"
              required
              maxLength={4}
              width="tiny"
              defaultValue={String(roadmap.year)}
              hint="У учебного года – год, в котором он начинается."
            />
            <RadioGroup
              name="span"
              label="Месяцы плана"
              required
              defaultValue={roadmap.span}
              options={[
                { value: 'SCHOOL', label: 'Учебный год', hint: 'С сентября по август.' },
                { value: 'CALENDAR', label: 'Календарный год', hint: 'С января по декабрь.' },
              ]}
            />
            <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          </ActionForm>
        </Surface>
      )}
      <Section
        title="Сделать копию"
        lead="На следующий год или для школ: каждая школа получит свой черновик с теми же строками. Выполнение не копируется."
      >
        <Surface>
          <ActionForm action={copyRoadmap} label="Копия дорожной карты">
            <input type="hidden" name="roadmapId" value={roadmap.id} />
            <TextInput name="title" label="Название копии" required maxLength={300} defaultValue={roadmap.title} />
            <TextInput
              name="year"
              label="Год копии"
              inputMode="numeric"
              required
              maxLength={4}
              width="tiny"
              defaultValue={String(roadmap.year + 1)}
            />
            <CheckboxGroup
              name="schoolIds[]"
              label="Для школ"
              hint="Никого не отметите – копия будет одна и той же принадлежности."
              columns="name"
              options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SubmitButton variant="secondary" pendingText="Копируем…">
              Сделать копию
            </SubmitButton>
          </ActionForm>
        </Surface>
      </Section>
      {roadmap.status === 'APPROVED' && (
        <Disclosure title="Перенести в архив">
          <ActionForm action={archiveRoadmap} label="Перенести в архив">
            <input type="hidden" name="roadmapId" value={roadmap.id} />
            <input type="hidden" name="version" value={roadmap.version} />
            <p className="max-w-measure">План останется для чтения, отмечать выполнение в нём будет нельзя.</p>
            <SubmitButton variant="danger" pendingText="Переносим…">
              Да, перенести в архив
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
      {roadmap.status === 'DRAFT' && (
        <Disclosure title="Удалить черновик">
          <ActionForm action={dropRoadmap} label="Удалить черновик">
            <input type="hidden" name="roadmapId" value={roadmap.id} />
            <p className="max-w-measure">Черновик исчезнет со всеми строками. Вернуть его будет нельзя.</p>
            <SubmitButton variant="danger" pendingText="Удаляем…">
              Да, удалить черновик
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Stack>
  );
}
