import { Surface } from '@/components/ui/surface';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import type { MethodProcedure } from '@/lib/methodology/method';
import { DraftFrame } from './draft-frame';
import { ProcedureForm } from './procedure-form';

/** One procedure of a draft. */
export function DraftProcedureScreen({ page, procedure }: { page: DraftPage; procedure: MethodProcedure }) {
  return (
    <DraftFrame page={page} current="procedures" title={procedure.title} overline={`Процедура ${procedure.code}`}>
      <Surface>
        <ProcedureForm page={page} procedure={procedure} />
      </Surface>
    </DraftFrame>
  );
}
