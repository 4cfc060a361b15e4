import { fold } from '@/lib/kernel/russian';

/**
 * A name as it is stored: «ёлочки» for quotes of every kind (inner ones too), «№ 5» for N5, No 5 and №5, single spaces.
 * Tidying twice changes nothing.
 */
export function tidyName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .replace(/(^|[^\p{L}\d])(?:№|N[o°º]?\.?)\s*(?=\d)/gu, '$1№ ')
    .replace(/№\s*(?=\d)/g, '№ ')
    .replace(/''|``|[„“”"‟〝〞❝❞‹›]/g, '"')
    .trim();
  return guillemets(plain);
}

/** A quote opens at the start and after a space, bracket or opening quote; elsewhere it closes. */
function guillemets(text: string): string {
  let out = '';
  for (const sign of text) {
    if (sign === '"') out += out === '' || /[\s([«—–-]$/.test(out) ? '«' : '»';
    else out += sign;
  }
  return out.replace(/«\s+/g, '«').replace(/\s+»/g, '»');
}

const LEGAL_WORD =
  /^(?:муниципальн|государственн|краев|областн|районн|бюджетн|автономн|казенн|общеобразовательн|образовательн|учреждени|организаци)/;
const LEGAL_SHORT = /^(?:м|г|кг|огб|ог|ч)(?:б|а|к)?(?:о|н)?(?:о?у|оо)$|^мбоу$|^маоу$|^мкоу$|^моу$/;
const KIND_PHRASES: readonly (readonly [RegExp, string])[] = [
  [/начальная (?:общеобразовательная )?школа|(?<![а-я])(?:нш|нош)(?![а-я])/g, 'нош'],
  [/основная (?:общеобразовательная )?школа|(?<![а-я])(?:ош|оош)(?![а-я])/g, 'оош'],
  [/средняя (?:общеобразовательная )?школа|(?<![а-я])(?:сш|сош)(?![а-я])/g, 'сош'],
];

/**
 * What two spellings of one school share: no legal form, one word for the kind, no «имени …» and no town where a number
 * already tells the schools apart. A village stays, because there it is the name.
 */
export function nameKey(name: string): string {
  let text = fold(name)
    .replace(/[.,()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [phrase, word] of KIND_PHRASES) text = text.replace(phrase, word);
  text = text
    .replace(/(?<![а-я])сел[оа](?![а-я])/g, 'с')
    .replace(/(?<![а-я])деревн[яи](?![а-я])/g, 'д')
    .replace(/(?<![а-я])пос[её]л(?:ок|ка)(?![а-я])/g, 'п');
  const words = text.split(' ').filter((word) => !LEGAL_WORD.test(word) && !LEGAL_SHORT.test(word));
  const key = words.join(' ');
  if (!/№ \d/.test(key)) return key;
  return key
    .replace(/ (?:им|имени)(?: .*)?$/, '')
    .replace(/ (?:г|город|города)(?: .*)?$/, '')
    .trim();
}
