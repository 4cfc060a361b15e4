import { CardPoint } from '@/components/cards/card-point';
import { ComputedNote } from '@/components/cards/computed-note';
import { EvidenceList } from '@/components/cards/evidence-list';
import { ItemHint } from '@/components/cards/item-hint';
import { ItemRemarks } from '@/components/cards/item-remarks';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { SiteLink } from '@/components/ui/site-link';
import { COMMENT_MAX, FORM_FIELDS } from '@/lib/diagnostics/cards/card-contract';
import type { CardItem } from '@/lib/diagnostics/cards/card-page';
import { isPortalReason } from '@/lib/diagnostics/computed/contest';
import { ANSWER_VALUES, type AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import { answerWords } from '@/lib/diagnostics/scoring/typed-number';
import { ANSWER_WORDS } from '@/lib/diagnostics/words';
import { links } from '@/lib/kernel/links';
import { formatDate, formatTime } from '@/lib/kernel/moment';

import { NumberField } from './number-field';

type Props = {
  item: CardItem;
  cardId: string;
  formId: string;
  lastYear: string | null;
  timeZone: string;
  /** The database's clock. */
  now: Date;
};

/** «в 14:32» today, else with the day. */
function savedWhen(at: Date, now: Date, timeZone: string): string {
  const day = formatDate(at, timeZone);
  return day === formatDate(now, timeZone) ? `в ${formatTime(at, timeZone)}` : `${day} в ${formatTime(at, timeZone)}`;
}

const CHOICE =
  'flex min-h-11 cursor-pointer items-center gap-2.5 rounded-md border border-line-strong bg-surface px-4 py-2 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent';

const WITHOUT_NUMBER = ['NOT_APPLICABLE', 'NO_DATA'] as const;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * One question. Plain controls tied to the section's form by `form=`, so that files and replies keep forms of their own.
 * The autosave finds its way by data-item and data-slot (item-dom.ts).
 */
export function FillItem({ item, cardId, formId, lastYear, timeZone, now }: Props) {
  const { code, answer, unsaved } = item;
  const shown: AnswerValue | null = unsaved?.value ?? answer?.value ?? null;
  const unit = item.number?.threshold.unit;
  const comment = unsaved?.comment ?? answer?.comment ?? '';
  const stateWords = answer ? `сохранено ${savedWhen(answer.at, now, timeZone)} · ${answer.author}` : 'ответа ещё нет';
  return (
    <fieldset id={code} data-item={code} className="min-w-0 scroll-mt-40 py-5">
      <legend className="float-left mb-3 w-full text-base">
        <span className="flex flex-wrap items-start gap-x-3 gap-y-1">
          <Badge tone="accent">{code}</Badge>
          <span className="min-w-0 flex-1 basis-64 font-medium">{item.wording}</span>
        </span>
      </legend>
      <div className="clear-both space-y-3">
        {unsaved && (
          <Notice tone="warning" title="Этот ответ не был сохранён">
            {unsaved.why} Сохранённый ответ: {answer ? answerWords(answer, unit) : 'нет'}
            {answer?.comment && `, комментарий: «${answer.comment}»`}. Ваш текст ниже – проверьте и сохраните ещё раз.
          </Notice>
        )}
        <input
          type="hidden"
          form={formId}
          data-version=""
          name={FORM_FIELDS.version + code}
          value={answer?.version ?? 0}
          readOnly
        />
        {item.number && <NumberField item={item} question={item.number} formId={formId} />}
        <div className="answers flex flex-wrap gap-2">
          {(item.number ? WITHOUT_NUMBER : ANSWER_VALUES).map((value) => (
            <label key={value} className={CHOICE}>
              <input
                className="choice"
                type="radio"
                form={formId}
                name={FORM_FIELDS.value + code}
                value={value}
                defaultChecked={shown === value}
              />
              {capital(ANSWER_WORDS[value])}
            </label>
          ))}
        </div>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
          <span data-slot="state">{stateWords}</span>
          <CardPoint point={item.point} />
          {lastYear && item.lastYear && (
            <span>
              В {lastYear}: <b className="font-medium text-ink">{answerWords(item.lastYear)}</b>
            </span>
          )}
        </p>
        <ComputedNote item={item} cardId={cardId} canConfirm />
        <div data-slot="alert" />
        <div className="flex flex-wrap items-start gap-x-6 gap-y-1 *:min-w-0 [&>details[open]]:basis-full">
          <ItemHint item={item} />
          <details open={comment !== '' && !isPortalReason(item)} className="group">
            <summary className="inline-flex min-h-11 items-center gap-1.5 rounded-sm font-medium text-accent hover:text-accent-strong">
              <span className="details-mark">
                <Icon name="right" size={16} />
              </span>
              Комментарий
            </summary>
            <label className="block max-w-measure pt-1">
              <span className="sr-only">Комментарий к {code}</span>
              <textarea
                className="control"
                rows={3}
                maxLength={COMMENT_MAX}
                form={formId}
                name={FORM_FIELDS.comment + code}
                defaultValue={comment}
                data-reason={item.computed?.because.slice(0, COMMENT_MAX)}
                data-answer={item.computed?.value}
              />
            </label>
            <p className="pt-1 pb-2 text-sm text-ink-soft">
              К ответу «нет данных» комментарий обязателен: почему данных нет и когда они будут.
            </p>
          </details>
          <SiteLink
            className="inline-flex min-h-11 items-center gap-1.5 font-medium text-accent no-underline hover:text-accent-strong"
            href={links.cardItem(cardId, code)}
          >
            <Icon name="file" size={16} />
            Подтверждения и история
            {item.evidence.length > 0 && ` (${item.evidence.length})`}
          </SiteLink>
        </div>
        <EvidenceList item={code} evidence={item.evidence} />
        <ItemRemarks remarks={item.remarks} timeZone={timeZone} canReply />
      </div>
    </fieldset>
  );
}
