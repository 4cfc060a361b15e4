import { type Column, DataTable } from '@/components/table/data-table';
import { Section } from '@/components/ui/surface';
import type { Method, MethodProcedure } from '@/lib/methodology/method';

/** Which procedures the method knows and which of them the federal rule counts. */
export function ProceduresSection({ method }: { method: Method }) {
  const off = new Set(method.sections.filter((section) => !section.enabled).map((section) => section.code));
  const federal = new Set(method.federal.groups.flatMap((group) => group.procedures));
  const counts = (one: MethodProcedure) =>
    federal.has(one.code) ? (one.section !== null && off.has(one.section) ? 'нет: раздел выключен' : 'да') : 'нет';
  const columns: readonly Column<MethodProcedure>[] = [
    { key: 'title', title: 'Процедура', main: true, cell: (one) => one.title },
    { key: 'section', title: 'Раздел', cell: (one) => one.section ?? 'любой' },
    {
      key: 'minimum',
      title: 'Наименьшее число участников',
      align: 'end',
      cell: (one) => (one.minParticipants === 0 ? 'не задано' : one.minParticipants),
    },
    { key: 'sample', title: '«Малая выборка», если меньше', align: 'end', cell: (one) => one.smallSample },
    { key: 'federal', title: 'В федеральном правиле', cell: counts },
  ];
  return (
    <Section
      id="procedures"
      title="Процедуры"
      lead="Процедура – один предмет одного экзамена за один год. Что в этот год не проводилось, отмечают при создании кампании: такие критерии становятся неприменимыми сами."
    >
      <DataTable caption="Процедуры методики" columns={columns} rows={method.procedures} rowKey={(one) => one.code} />
      <ul className="max-w-measure list-disc space-y-1 pl-5 text-sm text-ink-soft">
        {method.federal.groups
          .filter((group) => group.item !== null && group.counts > 0)
          .map((group) => (
            <li key={group.title}>
              {group.title}: пока результатов нет, ответ «да» по критерию {group.item} считается за {group.counts}{' '}
              процедуру.
            </li>
          ))}
      </ul>
    </Section>
  );
}
