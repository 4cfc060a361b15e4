import { notFound } from '@/lib/kernel/refusal';
import { moved, without } from '@/lib/methodology/draft/by-code';
import type { Method, MethodCriterion, MethodSection } from '@/lib/methodology/method';

export type NewSection = Pick<MethodSection, 'code' | 'title' | 'zone'>;
export type SectionChange = Pick<MethodSection, 'title' | 'note' | 'table' | 'zone' | 'switchable'>;

/** One more section at the end, with its first criterion: a section without any is no section. */
export const addSection = (method: Method, section: NewSection, first: MethodCriterion): Method => ({
  ...method,
  sections: [
    ...method.sections,
    {
      ...section,
      table: section.zone === 'results' ? 1 : 2,
      enabled: true,
      switchable: true,
      note: '',
      criteria: [first],
    },
  ],
});

const known = (method: Method, code: string): void => {
  if (!method.sections.some((section) => section.code === code)) throw notFound();
};

export function changeSection(method: Method, code: string, change: SectionChange): Method {
  known(method, code);
  return {
    ...method,
    sections: method.sections.map((section) => (section.code === code ? { ...section, ...change } : section)),
  };
}

/** The section stands one place earlier or later, in the card and in every sum by section. */
export function moveSection(method: Method, code: string, by: 'up' | 'down'): Method {
  known(method, code);
  return { ...method, sections: moved(method.sections, code, by) };
}

/** Without the section and all its criteria; the schema refuses a method left without any. */
export function removeSection(method: Method, code: string): Method {
  known(method, code);
  return { ...method, sections: without(method.sections, code) };
}
