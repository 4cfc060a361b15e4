'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { answerWords } from '@/lib/diagnostics/scoring/typed-number';
import { ANSWER_WORDS } from '@/lib/diagnostics/words';
import { formatTime } from '@/lib/kernel/moment';
import { Conflict } from './conflict';
import { goToItem, slotOf, writeSlot } from './item-dom';
import { LiveBar } from './live-bar';
import { type AutosaveStart, useAutosave } from './use-autosave';

type Props = AutosaveStart & { readonly timeZone: string; readonly submitHref: string };

const IDLE_REFRESH_MS = 4000;
const pointWords = (point: 0 | 1 | null | undefined) => (point === 1 ? '1 балл' : point === 0 ? '0 баллов' : '');

/**
 * The living part of the card: it saves what the plain form holds, says so beside each answer, and shows conflicts.
 * The form itself is the server's HTML and works without this.
 */
export function Autosave({ timeZone, submitHref, ...start }: Props) {
  const router = useRouter();
  const { queue, live, line, news, flush, settle } = useAutosave(start, () => router.refresh());
  const [isMounted, setMounted] = useState(false);

  useEffect(() => {
    setMounted(true);
    document.documentElement.dataset.autosave = 'on';
    return () => {
      delete document.documentElement.dataset.autosave;
    };
  }, []);

  // After every render: a refresh of the page has put the server's words back into the slots. Equal words are not written.
  useEffect(() => {
    for (const [item, { state }] of queue) {
      if (state.kind === 'waiting')
        writeSlot(
          item,
          'state',
          state.draft.value === null && state.draft.number.trim() === ''
            ? 'Дайте ответ – тогда сохранится и комментарий'
            : line.kind === 'later'
              ? 'не сохранено – повторим'
              : 'сохраняется…',
        );
      if (state.kind === 'sending') writeSlot(item, 'state', 'сохраняется…');
      if (state.kind === 'saved') writeSlot(item, 'state', `сохранено в ${formatTime(new Date(state.at), timeZone)}`);
      if (state.kind === 'conflict') writeSlot(item, 'state', 'не сохранено: ответ изменил другой человек');
      if (state.kind === 'refused') writeSlot(item, 'state', `не сохранено: ${state.message}`);
    }
    for (const { item, author, at } of news)
      writeSlot(item, 'state', `изменено: ${author}, ${formatTime(new Date(at), timeZone)}`);
    for (const [item, point] of Object.entries(live.pointsByItem)) writeSlot(item, 'point', pointWords(point));
  });

  // Reasons, sections and the verdict are the server's words: fetched anew once the hands rest.
  const savedAt = line.kind === 'quiet' ? line.at : null;
  useEffect(() => {
    if (!savedAt) return;
    const timer = setTimeout(() => router.refresh(), IDLE_REFRESH_MS);
    return () => clearTimeout(timer);
  }, [savedAt, router]);

  useEffect(() => {
    if (line.kind !== 'signed-out') return;
    let isOpen = true;
    void import('@/components/form/sign-in-dialog').then(async ({ openSignInDialog }) => {
      if (isOpen && (await openSignInDialog(start.userId))) flush();
    });
    return () => {
      isOpen = false;
    };
  }, [line.kind, start.userId, flush]);

  return (
    <>
      <LiveBar
        live={live}
        line={line}
        timeZone={timeZone}
        isAlive={isMounted}
        submitHref={submitHref}
        onGap={goToItem}
        onRetry={flush}
      />
      {isMounted &&
        [...queue].map(([item, { state }]) => {
          const slot = state.kind === 'conflict' ? slotOf(item, 'alert') : null;
          if (!slot || state.kind !== 'conflict') return null;
          return createPortal(
            <Conflict
              item={item}
              mine={{
                value: state.draft.value ? ANSWER_WORDS[state.draft.value] : state.draft.number || 'нет ответа',
                comment: state.draft.comment,
              }}
              theirs={{ value: answerWords(state.theirs), comment: state.theirs.comment }}
              author={state.theirs.author}
              time={formatTime(new Date(state.theirs.at), timeZone)}
              onKeep={(keep) => settle(item, keep)}
            />,
            slot,
            item,
          );
        })}
    </>
  );
}
