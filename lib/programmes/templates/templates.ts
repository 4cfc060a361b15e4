import type { ProgrammeContent } from '@/lib/programmes/programme';
import { municipalTemplate } from '@/lib/programmes/templates/municipal-template';
import { effectiveModeTemplate, qualityTemplate } from '@/lib/programmes/templates/school-templates';
import type { ProgrammeKind } from '@/lib/programmes/words';

/** What a new programme of each kind begins with; `lasts` is how many years it has. */
export const TEMPLATES: Record<
  ProgrammeKind,
  { readonly title: string; readonly lasts: number; readonly content: (firstYear: number) => ProgrammeContent }
> = {
  MUNICIPAL: {
    ...{ title: 'Образовательный центр поддержки и развития муниципальной системы образования', lasts: 1 },
    content: municipalTemplate,
  },
  QUALITY: { title: 'Программа повышения качества образования', lasts: 2, content: qualityTemplate },
  EFFECTIVE_MODE: { title: 'Программа перехода в эффективный режим', lasts: 2, content: effectiveModeTemplate },
};
