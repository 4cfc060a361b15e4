import { ScrollRegion } from '@/components/ui/scroll-region';

export type PrintedRow = {
  readonly code: string;
  readonly wording: string;
  readonly answer: string;
  readonly point: string;
  readonly comment: string;
};
export type PrintedSection = {
  readonly code: string;
  readonly title: string;
  readonly table: 1 | 2;
  readonly rows: readonly PrintedRow[];
  readonly total: string;
};

const CELL = 'border border-line-strong px-2 py-1.5 align-top';

function Table({ number, sections }: { number: 1 | 2; sections: readonly PrintedSection[] }) {
  const own = sections.filter((section) => section.table === number && section.rows.length > 0);
  if (own.length === 0) return null;
  const caption = `card-table-${number}`;
  return (
    <ScrollRegion labelledBy={caption} bare>
      <table className="mt-6 w-full min-w-140 border-collapse text-sm">
        <caption id={caption} className="pb-2 text-left text-base font-semibold">
          Таблица {number}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={`${CELL} w-12`}>
              Код
            </th>
            <th scope="col" className={CELL}>
              Критерий
            </th>
            <th scope="col" className={`${CELL} w-24`}>
              Ответ
            </th>
            <th scope="col" className={`${CELL} w-14`}>
              Балл
            </th>
            <th scope="col" className={`${CELL} w-1/4`}>
              Комментарий
            </th>
          </tr>
        </thead>
        {own.map((section) => (
          <tbody key={section.code}>
            <tr>
              <th scope="rowgroup" colSpan={5} className={`${CELL} bg-sunken text-left font-semibold`}>
                {section.code}. {section.title}
                {section.total && <span className="font-normal"> – {section.total}</span>}
              </th>
            </tr>
            {section.rows.map((row) => (
              <tr key={row.code} className="break-inside-avoid">
                <th scope="row" className={`${CELL} text-left font-medium`}>
                  {row.code}
                </th>
                <td className={CELL}>{row.wording}</td>
                <td className={CELL}>{row.answer}</td>
                <td className={`${CELL} text-center tabular-nums`}>{row.point}</td>
                <td className={`${CELL} whitespace-pre-wrap break-words`}>{row.comment}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

/** The card as the two tables of the method. */
export function CardTables({ sections }: { sections: readonly PrintedSection[] }) {
  return (
    <>
      <Table number={1} sections={sections} />
      <Table number={2} sections={sections} />
    </>
  );
}
