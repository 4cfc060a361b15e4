import { Refusal } from '@/lib/kernel/refusal';

/** Somebody was faster with the same file, value or scale. */
export const changedMeanwhile = () =>
  new Refusal(
    'conflict',
    'Пока страница была открыта, с этим файлом работали в другом окне. Обновите страницу и посмотрите, что получилось.',
  );
