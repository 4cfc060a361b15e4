import type { CardSection } from '@/lib/diagnostics/cards/card-page';

type Props = { sections: readonly CardSection[]; canFill?: boolean };

/** The sections of the card with what is done in each: the way through a long page. */
export function SectionNav({ sections, canFill = false }: Props) {
  return (
    <nav aria-label="Разделы карты" className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {sections
          .filter((section) => section.applicable > 0)
          .map((section) => (
            <li key={section.code}>
              <a
                href={`#${section.code}`}
                className="inline-flex min-h-11 items-center gap-2 rounded-md border border-line bg-surface px-3 py-1.5 no-underline hover:bg-sunken"
                title={section.title}
              >
                <b className="font-semibold text-accent">{section.code}</b>
                <span className="text-sm text-ink-soft tabular-nums">
                  {canFill ? `${section.answered}/${section.applicable}` : `${section.sum} из ${section.max}`}
                </span>
                {canFill && section.answered === section.applicable && <span className="sr-only">заполнен</span>}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
