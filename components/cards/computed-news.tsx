import { Notice } from '@/components/ui/notice';
import { SiteLink } from '@/components/ui/site-link';
import type { CardItem, CardPage } from '@/lib/diagnostics/cards/card-page';
import { cardChangedWords } from '@/lib/diagnostics/computed/computation-words';
import { ANSWER_WORDS } from '@/lib/diagnostics/words';
import { links } from '@/lib/kernel/links';

type Props = { page: Pick<CardPage, 'head' | 'computation'>; items: readonly CardItem[]; timeZone: string };

/** What results that changed have done to the computed answers of a card that is filled. */
export function ComputedNews({ page: { head, computation }, items, timeZone }: Props) {
  if (!computation) return null;
  if (computation.isBehind) {
    return (
      <Notice tone="info" title={computation.at ? 'Портал пересчитывает ответы' : 'Портал считает ответы'}>
        <p>
          {computation.at
            ? 'Результаты изменились, ответы ниже ещё прежние.'
            : 'По загруженным результатам портал ответит сам.'}{' '}
          Заполнять карту можно как обычно. Обычно это занимает несколько секунд:{' '}
          <SiteLink className="link" href={links.card(head.id)}>
            обновить страницу
          </SiteLink>
          .
        </p>
      </Notice>
    );
  }
  const changed = items.filter(({ code, computed }) => computed?.previous && computation.changed.includes(code));
  if (!computation.changedAt || changed.length === 0) return null;
  // What was not known before is told by number: a first file of a year may answer thirty questions at once.
  const told = changed.filter(({ computed, answer }) => computed?.previous !== 'NO_DATA' || answer !== null);
  const isNew = changed.length - told.length;
  return (
    <Notice tone="info" title="Посчитанные ответы изменились">
      <p>{cardChangedWords(computation.changedAt, computation.changedAfter, timeZone)}</p>
      {isNew > 0 && <p>Появились ответы на критерии, для которых данных не было: {isNew}.</p>}
      <ul className="list-disc pl-5">
        {told.map((item) => (
          <ChangedAnswer key={item.code} item={item} />
        ))}
      </ul>
    </Notice>
  );
}

function ChangedAnswer({ item: { code, computed, answer } }: { item: CardItem }) {
  if (!computed?.previous) return null;
  const differs = answer !== null && answer.value !== computed.value;
  return (
    <li>
      <a className="link" href={`#${code}`}>
        {code}
      </a>
      : было «{ANSWER_WORDS[computed.previous]}», стало «{ANSWER_WORDS[computed.value]}»
      {differs && `; в карте ответ школы – «${ANSWER_WORDS[answer.value]}»`}
    </li>
  );
}
