import { ActionForm } from '@/components/form/action-form';
import { AddAttachment, AttachmentList } from '@/components/form/attachments';
import { RowInput } from '@/components/form/row-input';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Disclosure } from '@/components/ui/disclosure';
import { Columns, Section, Surface } from '@/components/ui/surface';
import { addMinutes } from '@/lib/development/association-actions';
import type { AssociationPage } from '@/lib/development/association-queries';
import { addPaperLink, removePaper } from '@/lib/development/paper-actions';
import { PAPER_KIND_WORDS } from '@/lib/development/words';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';

const DECISIONS = ['first', 'second', 'third', 'fourth'] as const;

/** Minutes, the newest first; they are only added. */
export function AssociationMinutesList({ page }: { page: AssociationPage }) {
  const { association, minutes, keeps } = page;
  return (
    <Section title="Протоколы" lead="Протокол не правят: если ошиблись, запишите исправленный с новым номером.">
      {minutes.length === 0 && <p className="text-ink-soft">Протоколов ещё нет.</p>}
      {minutes.map((one) => (
        <Surface key={one.id}>
          <h3 className="font-semibold">
            № {one.number} от {formatDay(one.heldOn)}
          </h3>
          <p className="whitespace-pre-line break-words">{one.agenda}</p>
          {one.decisions.length > 0 && (
            <ol className="list-decimal space-y-1 py-2 pl-6">
              {one.decisions.map(({ text, term }) => (
                <li key={text} className="break-words">
                  {text}
                  {term && <span className="text-ink-soft"> – {term}</span>}
                </li>
              ))}
            </ol>
          )}
          <AttachmentList
            label={`Файлы протокола № ${one.number}`}
            attachments={page.papers.filter(({ minutesId }) => minutesId === one.id)}
            note={({ kind }) => PAPER_KIND_WORDS[kind]}
            remove={keeps ? { action: removePaper, field: 'paperId' } : undefined}
          />
        </Surface>
      ))}
      {keeps && minutes.length > 0 && (
        <Disclosure title="Приложить файл или ссылку к протоколу">
          <AddAttachment
            uploadTo={links.uploadDevelopmentPaper()}
            link={addPaperLink}
            to={{ field: 'kind', value: 'MINUTES' }}
          >
            <Select
              name="minutesId"
              label="Протокол"
              required
              options={minutes.map((one) => ({ value: one.id, label: `№ ${one.number} от ${formatDay(one.heldOn)}` }))}
            />
          </AddAttachment>
        </Disclosure>
      )}
      {keeps && (
        <Disclosure title="Записать протокол">
          <ActionForm action={addMinutes} label="Новый протокол" resetOnSuccess>
            <input type="hidden" name="associationId" value={association.id} />
            <Columns count={2}>
              <DateInput name="heldOn" label="Дата заседания" required max={page.today} />
              <TextInput name="number" label="Номер" required maxLength={50} />
            </Columns>
            <TextArea name="agenda" label="Повестка" required rows={3} maxLength={4000} />
            <fieldset className="space-y-2">
              <legend className="font-medium">Решения и сроки</legend>
              {DECISIONS.map((key, index) => (
                <div key={key} className="grid gap-2 sm:grid-cols-[3fr_1fr]">
                  <RowInput
                    name="decisionTexts[]"
                    index={index}
                    aria-label={`Решение ${index + 1}`}
                    placeholder="Что решили"
                    maxLength={1000}
                  />
                  <RowInput
                    name="decisionTerms[]"
                    index={index}
                    aria-label={`Срок решения ${index + 1}`}
                    placeholder="Срок"
                    maxLength={200}
                  />
                </div>
              ))}
            </fieldset>
            <SubmitButton variant="secondary">Записать протокол</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Section>
  );
}
