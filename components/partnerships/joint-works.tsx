import { ActionForm } from '@/components/form/action-form';
import { RadioGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { DateInput, TextInput } from '@/components/form/text-input';
import { Disclosure } from '@/components/ui/disclosure';
import { Columns, Section, Surface } from '@/components/ui/surface';
import { formatDay } from '@/lib/kernel/day';
import { addJointWork } from '@/lib/partnerships/joint-work-actions';
import { type JointWork, WORK_KINDS, WORK_SIDES } from '@/lib/partnerships/partnership';
import type { PartnershipPage } from '@/lib/partnerships/partnership-queries';
import { WORK_SIDE_WORDS, WORK_WORDS } from '@/lib/partnerships/words';

/** Mutual visits to lessons with their discussion, lessons in each other's classes, exchanges, consultations. */
export function JointWorks({ page }: { page: PartnershipPage }) {
  const { works, canWork, partnership, today } = page;
  if (works.length === 0 && !canWork) return null;
  return (
    <Section title="Встречи" lead="Что посмотрели, что обсудили и что взяли себе. Записанное остаётся как есть.">
      {works.length > 0 && (
        <Surface>
          <ol className="divide-y divide-line">
            {works.map((work) => (
              <Work key={work.id} work={work} />
            ))}
          </ol>
        </Surface>
      )}
      {canWork && (
        <Disclosure title="Записать встречу" open={works.length === 0}>
          <Surface>
            <ActionForm action={addJointWork} label="Новая встреча" resetOnSuccess>
              <input type="hidden" name="partnershipId" value={partnership.id} />
              <Columns count={2}>
                <Select
                  name="workKind"
                  label="Что это было"
                  required
                  options={WORK_KINDS.map((kind) => ({ value: kind, label: WORK_WORDS[kind] }))}
                />
                <DateInput name="workDay" label="Дата" required max={today} defaultValue={today} />
              </Columns>
              <RadioGroup
                name="at"
                label="Где"
                required
                defaultValue="PARTNER"
                options={WORK_SIDES.map((side) => ({
                  value: side,
                  label: side === 'PARTNER' ? partnership.partnerName : partnership.schoolName,
                }))}
              />
              <Columns count={2}>
                <TextInput name="subject" label="Предмет" maxLength={200} />
                <TextInput name="grade" label="Класс" inputMode="numeric" width="tiny" />
              </Columns>
              <TextInput name="theme" label="Тема урока или встречи" required maxLength={200} />
              <TextInput name="participants" label="Кто участвовал" hint="Должности, без имён" maxLength={2000} />
              <TextArea name="discussion" label="Что обсудили" rows={3} maxLength={2000} />
              <TextArea name="taken" label="Что берём себе" rows={2} maxLength={2000} />
              <SubmitButton pendingText="Записываем…">Записать встречу</SubmitButton>
            </ActionForm>
          </Surface>
        </Disclosure>
      )}
    </Section>
  );
}

function Work({ work }: { work: JointWork }) {
  const where = [work.subject, work.grade && `${work.grade} класс`, WORK_SIDE_WORDS[work.at]]
    .filter(Boolean)
    .join(', ');
  return (
    <li className="space-y-1 py-3">
      <p>
        <b className="font-semibold">{work.theme}</b>
        <span className="text-sm text-ink-soft">
          {' · '}
          {WORK_WORDS[work.kind]}, {formatDay(work.on)} · {where}
        </span>
      </p>
      {work.participants && <p className="text-sm text-ink-soft">Участвовали: {work.participants}</p>}
      {work.discussion && <p className="max-w-measure whitespace-pre-wrap break-words">{work.discussion}</p>}
      {work.taken && (
        <p className="max-w-measure whitespace-pre-wrap break-words">
          <span className="font-medium">Берём себе:</span> {work.taken}
        </p>
      )}
      <p className="text-sm text-ink-soft">Записал: {work.author}</p>
    </li>
  );
}
