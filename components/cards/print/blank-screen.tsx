import { PageActions } from '@/components/cards/print/page-actions';
import type { BlankCard } from '@/lib/diagnostics/cards/card-queries';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { NumberQuestion } from '@/lib/methodology/items';
import { THRESHOLD_UNIT_WORDS } from '@/lib/methodology/words';
import { CardTables, type PrintedSection } from './card-tables';
import { Sheet } from './sheet';

const choicesOf = (number: NumberQuestion | null) =>
  number ? `число (${THRESHOLD_UNIT_WORDS[number.threshold.unit]}): ______ · нет данных` : 'да · нет · нет данных';

/** The empty card on A4: to be filled with a pen in the staff room, then entered. */
export function BlankScreen({ blank }: { blank: BlankCard }) {
  const sections: PrintedSection[] = blank.sections.map((section) => ({
    code: section.code,
    title: section.title,
    table: section.table,
    total: '',
    rows: section.criteria
      .flatMap((criterion) => criterion.items)
      .map((item) => ({
        code: item.code,
        wording: item.wording,
        answer: item.isApplicable ? choicesOf(item.number) : 'неприменимо',
        point: '',
        comment: '',
      })),
  }));
  return (
    <>
      <PageActions back={null} />
      <Sheet
        title="Диагностическая карта"
        lines={[
          blank.schoolName ?? 'Школа: ______________________________',
          `${formatSchoolYear(blank.campaign.year)} учебный год${blank.campaign.title ? `, ${blank.campaign.title.toLowerCase()}` : ''}`,
        ]}
      >
        <p className="text-sm">
          «Да» – отрицательный признак есть, один балл; «нет» – признака нет; «нет данных» – объясните в комментарии.
          Методика: {blank.method.title}, версия {blank.method.number}.
        </p>
        <CardTables sections={sections} />
      </Sheet>
    </>
  );
}
