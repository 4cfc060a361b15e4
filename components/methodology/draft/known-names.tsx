import { Disclosure } from '@/components/ui/disclosure';
import type { KnownName } from '@/lib/methodology/draft/check-expression';

/** Everything that an expression of this place may name, with what it means. */
export function KnownNames({ names, codes = [] }: { names: readonly KnownName[]; codes?: readonly KnownName[] }) {
  return (
    <Disclosure title="Что можно писать в условиях и формулах">
      <div className="space-y-4">
        <p className="max-w-measure text-sm">
          Сравнивают знаками &lt;, &lt;=, &gt;, &gt;=, ==, !=; «и» пишут &amp;&amp;, «или» – ||, «не» – !. Пока вы
          пишете, портал подсказывает имена и говорит под полем, как он это прочёл.
        </p>
        <NamesList title="Имена и функции" names={names} />
        {codes.length > 0 && <NamesList title="Коды экзаменов, предметов и показателей форм" names={codes} />}
      </div>
    </Disclosure>
  );
}

function NamesList({ title, names }: { title: string; names: readonly KnownName[] }) {
  return (
    <div>
      <p className="pb-2 text-sm font-medium">{title}</p>
      <dl className="text-sm">
        {names.map(({ write, means }) => (
          <div key={write} className="grid gap-x-6 border-t border-line py-1.5 sm:grid-cols-[minmax(0,22rem)_1fr]">
            <dt className="min-w-0">
              <code className="break-words">{write}</code>
            </dt>
            <dd className="min-w-0 text-ink-soft">{means}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
