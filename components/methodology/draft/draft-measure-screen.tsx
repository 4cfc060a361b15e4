import { Surface } from '@/components/ui/surface';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import type { MethodMeasure } from '@/lib/methodology/method';
import { DraftFrame } from './draft-frame';
import { MeasureForm } from './measure-form';

/** One measure of a draft. */
export function DraftMeasureScreen({ page, measure }: { page: DraftPage; measure: MethodMeasure }) {
  return (
    <DraftFrame page={page} current="measures" title={measure.title} overline={`Показатель ${measure.code}`}>
      <Surface>
        <MeasureForm page={page} measure={measure} />
      </Surface>
    </DraftFrame>
  );
}
