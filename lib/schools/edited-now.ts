import type { NewSchool } from '@/lib/schools/school';
import { CONTEXT_WORDS, gradesInWords, KIND_LONG_WORDS, PLACE_WORDS } from '@/lib/schools/words';

const NOTHING = 'не указано';

/** A field of a school in words. */
const IN_WORDS: { readonly [Field in keyof NewSchool]: (school: NewSchool) => string } = {
  code: (school) => school.code,
  name: (school) => school.name,
  shortName: (school) => school.shortName,
  kind: (school) => KIND_LONG_WORDS[school.kind],
  place: (school) => PLACE_WORDS[school.place],
  grades: (school) => gradesInWords(school.grades),
  pupils: (school) => (school.pupils === null ? NOTHING : String(school.pupils)),
  contexts: (school) =>
    school.contexts
      .map((context) => CONTEXT_WORDS[context])
      .toSorted()
      .join(', ') || NOTHING,
  address: (school) => school.address || NOTHING,
  phone: (school) => school.phone || NOTHING,
  email: (school) => school.email || NOTHING,
};

/**
 * Where a form differs from what the register holds: by field, a sentence with the register's text. Shown at the fields
 * when two people have edited one school, so that neither text is lost.
 */
export function editedNow(register: NewSchool, form: NewSchool): Readonly<Record<string, string>> {
  const differing = Object.entries(IN_WORDS).filter(([, inWords]) => inWords(register) !== inWords(form));
  return Object.fromEntries(differing.map(([field, inWords]) => [field, `Сейчас в реестре: ${inWords(register)}`]));
}
