import { Refusal } from '@/lib/kernel/refusal';

/**
 * What the library of expressions says in English, as one Russian sentence with its place: «Выражение «sum >», знак 6: не
 * закончено». A message that is not known here is passed on as it is, after the place.
 */

/** Where a part of an expression begins, from 0. */
type Ranged = { readonly range: { readonly start: number } };

export function expressionRefusal(source: string, problem: unknown, part?: Ranged): Refusal {
  const raw = problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : String(problem);
  const said = SENTENCES.flatMap(([pattern, say]) => {
    const match = pattern.exec(raw);
    return match ? [say(...match.slice(1))] : [];
  })[0];
  const start = part?.range.start ?? (hasRange(problem) ? problem.range.start : undefined);
  const where = start === undefined ? '' : `, знак ${start + 1}`;
  return new Refusal('invalid', `Выражение «${source}»${where}: ${said ?? raw}.`);
}

const hasRange = (value: unknown): value is Ranged =>
  typeof value === 'object' &&
  value !== null &&
  'range' in value &&
  typeof value.range === 'object' &&
  value.range !== null &&
  'start' in value.range &&
  typeof value.range.start === 'number';

const TYPES: Readonly<Record<string, string>> = {
  Number: 'число',
  int: 'число',
  uint: 'число',
  double: 'число',
  bool: '«да» или «нет»',
  string: 'слово',
  Result: 'результат школы',
  Group: 'результаты территории',
};

/** What a type is called: «число», «список чисел». */
export const typeWords = (type: string): string =>
  TYPES[type] ??
  (type === 'list<Number>' || type === 'list<int>'
    ? 'список чисел'
    : type.startsWith('list')
      ? 'список'
      : type.startsWith('map')
        ? 'набор чисел'
        : type);

/** «int < string» as «число < слово», «mean(int)» as «mean(число)». */
const typed = (text = ''): string => text.replace(/map<[^>]*>|list<[^>]*>|\b[A-Za-z]+\b(?!\()/g, typeWords);

const TOKENS: Readonly<Record<string, string>> = {
  EOF: 'конец выражения',
  RPAREN: '«)»',
  LPAREN: '«(»',
  RBRACKET: '«]»',
  LBRACKET: '«[»',
  RBRACE: '«}»',
  LBRACE: '«{»',
  COLON: '«:»',
  COMMA: '«,»',
  QUESTION: '«?»',
  DOT: '«.»',
  EQ: '«==»',
  NE: '«!=»',
  LT: '«<»',
  LE: '«<=»',
  GT: '«>»',
  GE: '«>=»',
  PLUS: '«+»',
  MINUS: '«-»',
  MULTIPLY: '«*»',
  DIVIDE: '«/»',
  MODULO: '«%»',
  AND: '«&&»',
  OR: '«||»',
  NOT: '«!»',
  IN: '«in»',
  IDENTIFIER: 'имя',
  STRING: 'слово в кавычках',
  NUMBER: 'число',
  BOOLEAN: '«true» или «false»',
};
const token = (name = ''): string => TOKENS[name] ?? name;

const SENTENCES: ReadonlyArray<readonly [pattern: RegExp, say: (...found: string[]) => string]> = [
  [/Unknown variable: (\S+)/, (name) => `неизвестное имя ${name}`],
  [/No such key: (\S+)/, (name) => `нет значения ${name}`],
  [/integer overflow/, () => 'слишком большое число'],
  [/no such overload: (.+)/, (what) => `так не вычисляют: ${typed(what)}`],
  [/found no matching overload for '?([^']+)'?/i, (what) => `у функции другие данные, а здесь ${typed(what)}`],
  [/(?:Exceeded|Maximum|limit)/i, () => 'слишком длинно: выражение превышает предел сложности'],
  [/Expected (\w+), got EOF/, (wanted) => `не закончено, нужно ещё ${token(wanted)}`],
  [/Expected (\w+), got (\w+)/, (wanted, got) => `здесь нужно ${token(wanted)}, а стоит ${token(got)}`],
  [/Unexpected token: EOF/, () => 'не закончено'],
  [/Unexpected token: (\w+)/, (name) => `здесь лишнее: ${token(name)}`],
  [/Unexpected character: '?=/, () => 'сравнивают двумя знаками: «==»'],
  [
    /Unexpected character: '?([а-яё])/i,
    (name) => `русскую букву «${name}» в имени пишут в скобках и кавычках: points["А"]`,
  ],
  [/Unexpected character: '?(.)/, (name) => `здесь лишнее: «${name}»; «и» пишут &&, «или» – ||`],
  [/Unterminated string/, () => 'не закрыты кавычки'],
  [/has\(\) invalid argument/i, () => 'в has(…) стоит число методики: has(params.T1)'],
];
