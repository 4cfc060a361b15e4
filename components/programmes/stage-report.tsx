import { ActionForm } from '@/components/form/action-form';
import { RadioGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { Disclosure } from '@/components/ui/disclosure';
import type { Programme } from '@/lib/programmes/programme';
import { reportStage } from '@/lib/programmes/report-actions';
import { STAGE_STATE_WORDS, STAGE_STATES } from '@/lib/programmes/words';

type Props = { programme: Programme; stage: Programme['content']['stages'][number]; canReport: boolean };

/** What a stage is for, what was reported of it, and the form of the report. */
export function StageReport({ programme, stage: { key, title, text }, canReport }: Props) {
  const { state, report } = programme.progress[key] ?? { state: 'PLANNED' as const, report: '' };
  return (
    <div className="space-y-2">
      <p className="max-w-measure">
        <b className="font-semibold">{title}.</b> {text}
      </p>
      {report && <p className="max-w-measure whitespace-pre-line break-words">Отчёт: {report}</p>}
      {canReport && (
        <div className="print:hidden">
          <Disclosure title="Отметить ход этапа">
            <ActionForm key={programme.version} action={reportStage} label={`Ход этапа: ${title}`}>
              <input type="hidden" name="programmeId" value={programme.id} />
              <input type="hidden" name="version" value={programme.version} />
              <input type="hidden" name="stageKey" value={key} />
              <RadioGroup
                name="stageState"
                label="Состояние"
                required
                defaultValue={state}
                options={STAGE_STATES.map((value) => ({ value, label: STAGE_STATE_WORDS[value] }))}
              />
              <TextArea name="report" label="Отчёт" rows={3} maxLength={2000} defaultValue={report} />
              <SubmitButton variant="secondary" pendingText="Записываем…">
                Записать
              </SubmitButton>
            </ActionForm>
          </Disclosure>
        </div>
      )}
    </div>
  );
}
