/** «1 балл» beside an answer; empty where nothing is known. The slot is rewritten by the autosave. */
export function CardPoint({ point }: { point: 0 | 1 | null }) {
  return (
    <b data-slot="point" className="font-medium text-ink tabular-nums empty:hidden">
      {point === 1 ? '1 балл' : point === 0 ? '0 баллов' : ''}
    </b>
  );
}
