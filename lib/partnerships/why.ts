import { plural } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { Candidate, NextBest, ProposedPartner } from '@/lib/partnerships/propose-partners';
import type { KnownSchool, Part } from '@/lib/partnerships/suitability';
import { EXCLUSION_WORDS } from '@/lib/partnerships/words';

const POINTS = ['критерию', 'критериям', 'критериям'] as const;
const ALIKE: Readonly<Record<string, string>> = {
  kind: 'вид школы',
  place: 'тип местности',
  size: 'размер',
  contexts: 'социальные условия',
};

/** What one part of a suitability says in words. */
export function partWords(part: Part, weak: KnownSchool, partner: KnownSchool): string {
  switch (part.code) {
    case 'strength': {
      const year = partner.cardYear === null ? '' : `, карта ${formatSchoolYear(partner.cardYear)}`;
      return `нет баллов по ${part.facts.length} ${plural(part.facts.length, POINTS)} из ${weak.points.length}, где они есть у школы: ${part.facts.join(', ')}${year}`;
    }
    case 'conditions':
      return part.facts.length === 0
        ? 'условия разные'
        : `похожи: ${part.facts.map((code) => ALIKE[code] ?? code).join(', ')}`;
    case 'reach':
      return part.facts.includes('same') ? 'обе школы в городе' : 'разные населённые пункты, дорогу уточните';
    case 'stance':
      return part.facts.includes('AGREED') ? 'согласие уже есть' : 'согласия ещё не спрашивали';
  }
}

/** «Почему она»: the parts of the chosen one, the heaviest first, each with its points. */
export const whyThis = (weak: KnownSchool, { school, parts }: Candidate): readonly string[] =>
  parts.map((part) => `${partWords(part, weak, school)} (${part.score} из ${part.of})`);

/** Why a next best was not chosen, in one sentence. */
export function whyNot({ school, score, givenTo }: NextBest, chosen: Candidate | null): string {
  const points = `${school.name} – ${score}`;
  if (givenTo.length > 0 && (!chosen || score >= chosen.score))
    return `${points}: её место по городу полезнее другим – ${givenTo.join(', ')}`;
  if (chosen && score < chosen.score) return `${points}: подходит меньше на ${chosen.score - score}`;
  return chosen ? `${points}: подходит так же, но по общему расчёту выбрана ${chosen.school.name}` : points;
}

/** Why there is nobody, or who was left out: «12 – баллы по тем же критериям; 3 – …». */
export const leftOutWords = ({ excluded }: Pick<ProposedPartner, 'excluded'>): string =>
  [...excluded].map(([reason, many]) => `${many} – ${EXCLUSION_WORDS[reason]}`).join('; ');
