import { Disclosure } from '@/components/ui/disclosure';
import type { CardItem } from '@/lib/diagnostics/cards/card-page';

type Props = { item: Pick<CardItem, 'hint' | 'formula' | 'dataSource' | 'provenance' | 'reason'> };

const Line = ({ term, text }: { term: string; text: string }) =>
  text ? (
    <div>
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd>{text}</dd>
    </div>
  ) : null;

/** Which data, which threshold, why it is asked: enough to answer without calling anybody. */
export function ItemHint({ item }: Props) {
  return (
    <Disclosure title="Как ответить">
      <dl className="grid max-w-measure gap-3 rounded-md border-l-4 border-info bg-info-soft px-4 py-3">
        <Line term="Какие данные взять" text={item.hint.data} />
        <Line term="Когда отвечать «да»" text={item.hint.threshold} />
        <Line term="Зачем спрашивают" text={item.hint.why} />
        <Line term="Формула" text={item.formula} />
        <Line term="Откуда критерий" text={item.provenance} />
        <Line term="Откуда балл" text={item.reason} />
      </dl>
    </Disclosure>
  );
}
