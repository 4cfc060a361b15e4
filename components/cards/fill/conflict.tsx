'use client';

import { buttonClass } from '@/components/ui/button-class';

type Words = { readonly value: string; readonly comment: string };

type Props = {
  readonly item: string;
  readonly mine: Words;
  readonly theirs: Words;
  readonly author: string;
  readonly time: string;
  readonly onKeep: (keep: 'mine' | 'theirs') => void;
};

function Version({ title, words }: { title: string; words: Words }) {
  return (
    <div className="min-w-0 space-y-1">
      <p className="text-sm text-ink-soft">{title}</p>
      <p className="font-semibold">{words.value}</p>
      {words.comment && <p className="whitespace-pre-wrap break-words">{words.comment}</p>}
    </div>
  );
}

/** Two people answered at once: both texts stand side by side, and the one who looks decides. */
export function Conflict({ item, mine, theirs, author, time, onKeep }: Props) {
  return (
    <div role="alert" className="mt-3 space-y-4 rounded-md border-l-4 border-warning bg-warning-soft px-4 py-3">
      <p className="font-semibold">Ответ на {item} только что изменил другой человек. Выберите, какой оставить.</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Version title="Ваш ответ (не сохранён)" words={mine} />
        <Version title={`${author}, ${time}`} words={theirs} />
      </div>
      <div className="flex flex-wrap gap-3">
        <button type="button" className={buttonClass('primary')} onClick={() => onKeep('mine')}>
          Оставить мой
        </button>
        <button type="button" className={buttonClass('secondary')} onClick={() => onKeep('theirs')}>
          Оставить ответ коллеги
        </button>
      </div>
    </div>
  );
}
