import { ActionForm } from '@/components/form/action-form';
import { RadioGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { Remarks } from '@/components/schools/import/rows-table';
import { SeenImport } from '@/components/schools/import/seen-import';
import { Surface } from '@/components/ui/surface';
import { decideRows } from '@/lib/schools/import-actions';
import type { ImportPage } from '@/lib/schools/import-queries';
import type { SchoolImport } from '@/lib/schools/import-store';

/** Rows that fit several schools, or one by its name alone: the person says which, or that the school is new. */
export function DecideForm({ found, rows }: { found: SchoolImport; rows: ImportPage['rows'] }) {
  return (
    <ActionForm action={decideRows} label="Уточнение школ">
      <SeenImport found={found} />
      {rows.map(({ row, content }) => (
        <Surface key={row}>
          <div className="space-y-3">
            <Remarks remarks={content.remarks} />
            <RadioGroup
              name={`row-${row}`}
              label={`Строка ${row}: ${content.title}`}
              required
              options={[
                ...content.candidates.map(({ id, code, shortName }) => ({
                  value: id,
                  label: `Та же школа: ${shortName}`,
                  hint: `Код в реестре ${code}`,
                })),
                { value: 'new', label: 'Новая школа' },
              ]}
            />
          </div>
        </Surface>
      ))}
      <SubmitButton pendingText="Проверяем…">Сохранить и проверить строки</SubmitButton>
    </ActionForm>
  );
}
