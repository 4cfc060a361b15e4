import type { SchoolContent } from '@/lib/schools/import/known-school';
import { ALIAS_WORDS, CONTEXT_WORDS, gradesInWords, KIND_WORDS, PLACE_WORDS } from '@/lib/schools/words';

/** One field before and after, in words that the preview and the journal show. */
export type FieldChange = {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

const EMPTY = '—';

const FIELDS: readonly (readonly [field: string, label: string, text: (school: SchoolContent) => string])[] = [
  ['code', 'код', (school) => school.code],
  ['name', 'полное наименование', (school) => school.name],
  ['shortName', 'краткое наименование', (school) => school.shortName],
  ['kind', 'вид', (school) => KIND_WORDS[school.kind]],
  ['place', 'место', (school) => PLACE_WORDS[school.place]],
  ['grades', 'классы', (school) => gradesInWords(school.grades)],
  ['pupils', 'обучающихся', (school) => (school.pupils === null ? '' : String(school.pupils))],
  [
    'contexts',
    'тип по условиям',
    (school) =>
      [...school.contexts]
        .map((code) => CONTEXT_WORDS[code])
        .sort()
        .join(', '),
  ],
  ['address', 'адрес', (school) => school.address],
  ['phone', 'телефон', (school) => school.phone],
  ['email', 'электронная почта', (school) => school.email],
  ...(['FIS_OKO', 'INN', 'GIA9', 'GIA11'] as const).map(
    (system) =>
      [
        system,
        ALIAS_WORDS[system],
        (school: SchoolContent) =>
          school.aliases
            .filter((alias) => alias.system === system)
            .map(({ code }) => code)
            .sort()
            .join(', '),
      ] as const,
  ),
];

/** What differs, field by field; none when the row says nothing new. */
export function fieldChanges(before: SchoolContent, after: SchoolContent): FieldChange[] {
  return FIELDS.flatMap(([field, label, text]) =>
    text(before) === text(after) ? [] : [{ field, label, before: text(before) || EMPTY, after: text(after) || EMPTY }],
  );
}
