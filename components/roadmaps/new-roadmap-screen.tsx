import { RadioGroup } from '@/components/form/choices';
import { freshKey } from '@/components/form/idempotency-key';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { FileInput, TextInput } from '@/components/form/text-input';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';

type Props = {
  form: { readonly schools: readonly { readonly id: string; readonly name: string }[]; readonly year: number };
  /** The school that the way here began at. */
  school: string;
  refusal: string | undefined;
};

/** A plan from a Word or Excel file, or an empty one. A plain form, so that it works without JavaScript. */
export function NewRoadmapScreen({ form, school, refusal }: Props) {
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.roadmaps(), title: 'Дорожные карты' }]}
        title="Новая дорожная карта"
        lead="Загрузите план таблицей из Word (docx) или Excel – портал прочтёт разделы, строки, подстроки и сроки и покажет, в чём сомневается. Без файла получится пустая карта."
      />
      {refusal && (
        <Notice tone="error" title="Файл не принят" live>
          {refusal}
        </Notice>
      )}
      <Surface>
        <form method="post" encType="multipart/form-data" action={links.uploadRoadmap()} className="space-y-6">
          <input type="hidden" name="_key" value={freshKey()} />
          <TextInput name="title" label="Название" required maxLength={300} />
          <FileInput
            name="file"
            label="Файл с планом"
            hint="docx, xlsx, xls, ods или csv, до 20 МБ. Можно не выбирать."
            accept=".docx,.xlsx,.xls,.ods,.csv"
          />
          <Select
            name="schoolId"
            label="Чья дорожная карта"
            empty="Муниципалитета"
            defaultValue={school}
            options={form.schools.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioGroup
            name="span"
            label="Месяцы плана"
            defaultValue="SCHOOL"
            options={[
              { value: 'SCHOOL', label: 'Учебный год', hint: 'С сентября по август: «май» – это май следующего года.' },
              { value: 'CALENDAR', label: 'Календарный год', hint: 'С января по декабрь.' },
            ]}
          />
          <Select
            name="year"
            label="Год"
            required
            defaultValue={String(form.year)}
            options={[-1, 0, 1, 2].map((step) => ({
              value: String(form.year + step),
              label: `${formatSchoolYear(form.year + step)} учебный или ${form.year + step} календарный`,
            }))}
          />
          <SubmitButton pendingText="Читаем…">Создать</SubmitButton>
        </form>
      </Surface>
    </Stack>
  );
}
