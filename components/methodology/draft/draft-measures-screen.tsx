import { EmptyState } from '@/components/ui/empty-state';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { expressionReading } from '@/lib/methodology/draft/check-expression';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { dropMeasure, shiftMeasure } from '@/lib/methodology/draft/measure-actions';
import { MEASURE_OF_WORDS, MEASURE_UNIT_WORDS } from '@/lib/methodology/words';
import { CODE_TITLES } from '@/lib/results/words';
import { DraftFrame } from './draft-frame';
import { MeasureForm } from './measure-form';
import { PlaceForms } from './place-forms';

/** Values that a draft computes from results, in their order: each may name those above it. */
export function DraftMeasuresScreen({ page }: { page: DraftPage }) {
  const measures = page.method.measures ?? [];
  return (
    <DraftFrame
      page={page}
      current="measures"
      title="Показатели"
      lead="Показатель портал считает сам из загруженных результатов. Его называют критерии, правила списков и показатели, которые стоят ниже."
    >
      <Stack>
        <Section title="Показатели методики">
          {measures.length === 0 ? (
            <EmptyState title="Показателей пока нет" icon="chart">
              Добавьте первый ниже – например, долю «2» по математике.
            </EmptyState>
          ) : (
            measures.map((measure) => (
              <Surface key={measure.code}>
                <h3 className="text-lg">
                  <SiteLink href={links.methodEditMeasure(page.versionId, measure.code)} className="link">
                    {measure.title}
                  </SiteLink>
                </h3>
                <p className="mt-1 text-sm text-ink-soft">
                  <code>{measure.code}</code> · {MEASURE_OF_WORDS[measure.of]} · {MEASURE_UNIT_WORDS[measure.unit]}
                </p>
                <p className="mt-2 max-w-measure">
                  {expressionReading(
                    page.method,
                    { kind: 'measure', code: measure.code, unit: measure.unit },
                    measure.value,
                    CODE_TITLES,
                  )}
                </p>
                <PlaceForms
                  page={page}
                  what={`показатель ${measure.code}`}
                  fields={{ measure: measure.code }}
                  shift={shiftMeasure}
                  drop={dropMeasure}
                />
              </Surface>
            ))
          )}
        </Section>
        <Section title="Добавить показатель">
          <Surface>
            <MeasureForm page={page} />
          </Surface>
        </Section>
      </Stack>
    </DraftFrame>
  );
}
