import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { formatMoment } from '@/lib/kernel/moment';
import { replyToReview } from '@/lib/objectivity/review-actions';
import type { SignReview } from '@/lib/objectivity/sign-review';
import { STEP_DONE } from './review-words';

type Props = { reviews: readonly SignReview[]; timeZone: string; canReply?: boolean };

/** What the centre asked and decided about a sign and what the school answered, oldest first. */
export function ReviewList({ reviews, timeZone, canReply = false }: Props) {
  if (reviews.length === 0) return null;
  return (
    <ul className="space-y-3">
      {reviews.map((review) => (
        <li key={review.id} className="space-y-2 rounded-md border-l-4 border-info bg-info-soft px-4 py-3">
          <p className="text-sm text-ink-soft">
            <b className="font-semibold text-ink">{STEP_DONE[review.step]}</b>
            {' · '}
            {review.author}, {formatMoment(review.at, timeZone)}
          </p>
          <p className="whitespace-pre-wrap break-words">{review.reason}</p>
          {review.replies.map((reply) => (
            <div key={reply.id} className="border-l-2 border-line-strong pl-3">
              <p className="text-sm text-ink-soft">
                Ответ школы · {reply.author}, {formatMoment(reply.at, timeZone)}
              </p>
              <p className="whitespace-pre-wrap break-words">{reply.text}</p>
            </div>
          ))}
          {canReply && (
            <ActionForm action={replyToReview} label={`Ответ центру: ${review.code}`}>
              <input type="hidden" name="reviewId" value={review.id} />
              <TextArea name="text" label="Ваш ответ" required rows={3} maxLength={2000} />
              <SubmitButton variant="secondary" size="small" pendingText="Отправляем…">
                Ответить центру
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
