import { DownloadLink } from '@/components/table/download-link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { DECIDED_WORDS, DECISION_WORDS } from '@/lib/diagnostics/campaigns/campaign-words';
import type { ListPrintPage } from '@/lib/diagnostics/lists/list-queries';
import { orderWords } from '@/lib/diagnostics/lists/list-words';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { PrintButton } from './print-button';

/** The appendix to the order on A4: an approved list as it stands, anything earlier only as a project. */
export function ListPrintScreen({ list, rows, isRegion }: ListPrintPage) {
  const isApproved = list.status === 'APPROVED';
  const words = isApproved ? DECIDED_WORDS : DECISION_WORDS;
  // Support without the list is no row of the list, and has no number in it.
  const listed = rows.filter(({ decision }) => decision !== 'SUPPORT');
  const supported = rows.filter(({ decision }) => decision === 'SUPPORT');
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={isApproved ? `Список № ${list.number}` : `Проект списка № ${list.number}`}
          crumbs={[{ href: links.lists(), title: 'Утверждённые списки' }]}
          lead={isApproved ? orderWords(list) : 'Приказа ещё нет: это проект, а не список.'}
          actions={
            <>
              <PrintButton />
              {!isRegion && <DownloadLink href={links.listExport(list.id)} what="список" />}
            </>
          }
        />
        {!isApproved && <Notice title="Проект">До приказа школы только предлагаются в список.</Notice>}
      </div>
      <article className="mx-auto mt-8 max-w-3xl space-y-8 rounded-lg border border-line bg-surface p-4 sm:p-10 print:mt-0 print:max-w-none print:border-0 print:p-0">
        <header className="space-y-8">
          <div className="ml-auto w-full max-w-xs space-y-0.5 sm:text-right">
            <p>{isApproved ? 'Приложение' : 'ПРОЕКТ. Приложение'} к приказу</p>
            <p>{list.officeName}</p>
            <p>
              {isApproved
                ? `от ${list.orderDate?.split('-').reverse().join('.')} № ${list.orderNumber}`
                : 'от «___» __________ 20___ г. № ______'}
            </p>
            {isApproved && <p>«{list.orderTitle}»</p>}
          </div>
          <h2 className="text-center text-xl">
            Список общеобразовательных организаций на адресную поддержку, {formatSchoolYear(list.year)} учебный год
          </h2>
          <p className="text-center">{list.municipalityName}</p>
        </header>
        <table className="w-full border-collapse">
          <caption className="sr-only">Список школ, по алфавиту</caption>
          <thead>
            <tr>
              {['№', 'Школа', 'Решение'].map((title) => (
                <th key={title} scope="col" className="border border-line-strong px-3 py-2 text-left font-semibold">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.map((row, index) => (
              <tr key={row.schoolId}>
                <td className="w-12 border border-line-strong px-3 py-2 tabular-nums">{index + 1}</td>
                <th scope="row" className="w-1/3 border border-line-strong px-3 py-2 text-left font-normal">
                  {row.schoolName}
                </th>
                <td className="border border-line-strong px-3 py-2">
                  {words[row.decision]}
                  {isApproved && row.decision === 'INCLUDE' && ` (${list.publicLabel})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {listed.length === 0 && <p>Школ, включённых в список, нет.</p>}
        {supported.length > 0 && (
          <section aria-labelledby="supported" data-keep="" className="space-y-2">
            <h3 id="supported" className="font-semibold">
              Поддержка без включения в список
            </h3>
            <ul className="list-disc pl-6">
              {supported.map((row) => (
                <li key={row.schoolId}>{row.schoolName}</li>
              ))}
            </ul>
          </section>
        )}
        <p className="text-sm text-ink-soft">Школы перечислены по алфавиту; номер строки ничего не значит.</p>
        <footer
          data-keep=""
          className="grid items-end gap-6 pt-8 sm:grid-cols-[1fr_auto_1fr] print:grid-cols-[1fr_auto_1fr]"
        >
          <p>Руководитель</p>
          <p className="w-full border-t sm:w-40 print:w-40 border-ink pt-1 text-center text-sm">подпись</p>
          <p className="border-t border-ink pt-1 text-center text-sm">фамилия, инициалы</p>
        </footer>
      </article>
    </>
  );
}
