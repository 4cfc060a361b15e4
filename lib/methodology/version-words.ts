export const VERSION_STATUS_WORDS: Record<'DRAFT' | 'PUBLISHED' | 'ARCHIVED', string> = {
  DRAFT: 'черновик',
  PUBLISHED: 'действует',
  ARCHIVED: 'в архиве',
};

export const VERSION_OWNER_WORDS: Record<'EVERYBODY' | 'REGION' | 'MUNICIPALITY', string> = {
  EVERYBODY: 'общая, поставляется с порталом',
  REGION: 'региональная',
  MUNICIPALITY: 'муниципальная',
};

/** «Диагностическая карта школы, версия 2»; whose it is where it is not everybody's: copies keep the title. */
export const versionTitle = (of: {
  readonly title: string;
  readonly number: number;
  readonly owner: keyof typeof VERSION_OWNER_WORDS;
}): string =>
  `${of.title}, версия ${of.number}${of.owner === 'EVERYBODY' ? '' : ` (${VERSION_OWNER_WORDS[of.owner]})`}`;

/** «приказ № 117 от 12.03.2018»; empty when the version carries a sample without number and date. */
export function orderWords(order: { readonly number: string; readonly date: string | null }): string {
  if (order.number === '') return '';
  const date = order.date ? ` от\u00a0${order.date.split('-').reverse().join('.')}` : '';
  return `приказ №\u00a0${order.number}${date}`;
}

export const DRAFT_CHANGED =
  'Черновик изменили, пока вы правили. Ваш текст остался на экране; обновите страницу, чтобы увидеть нынешний.';
