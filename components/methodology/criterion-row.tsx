import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { applicabilityWords } from '@/lib/methodology/applicability-words';
import { compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { readingOf, titlesOf } from '@/lib/methodology/measures/reading';
import type { Method, MethodCriterion, MethodSign } from '@/lib/methodology/method';
import { askedNumberWords, COMPUTABLE_WORDS } from '@/lib/methodology/words';
import { CODE_TITLES } from '@/lib/results/words';

type Props = {
  method: Method;
  /** A yes/no criterion, a composite, or one sign of it. */
  of: MethodCriterion | MethodSign;
  /** Conditions that must hold together: a sign has its criterion's too. */
  applies: readonly string[];
  /** False when it, its criterion or its section is switched off. */
  on: boolean;
  formula?: string;
};

/** One row of the card as the method words it; its code is the anchor that other pages link to. */
export function CriterionRow({ method, of, applies, on, formula }: Props) {
  const isCriterion = 'dataSource' in of;
  const computed = compileMeasures(method).items.find(({ code }) => code === of.code);
  return (
    <li
      id={of.code}
      data-keep=""
      className="grid scroll-mt-20 gap-x-6 gap-y-2 border-t border-line px-5 py-4 first:border-t-0 target:bg-accent-soft sm:grid-cols-[4rem_1fr] print:px-0"
    >
      <p className="font-semibold tabular-nums">{of.code}</p>
      <div className="min-w-0 space-y-2">
        <p className={`font-medium ${on ? '' : 'text-ink-soft'}`}>
          {of.wording} {!on && <Badge icon="lock">выключен в этой версии</Badge>}
        </p>
        <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[9rem_1fr]">
          <Fact term="Когда «да»">{of.hint.threshold}</Fact>
          {formula && <Fact term="Формула">{formula}</Fact>}
          {computed && (
            <Fact term="Портал сам">«да», если {readingOf(computed.expression, titlesOf(method, CODE_TITLES))}</Fact>
          )}
          <Fact term="Какие данные">{of.hint.data}</Fact>
          <Fact term="Зачем спрашивают">{of.hint.why}</Fact>
          <Fact term="Кого касается">{applicabilityWords(method, applies)}</Fact>
          {isCriterion && of.kind === 'number' && <Fact term="Что отвечают">число: {askedNumberWords(of.number)}</Fact>}
          {isCriterion && (
            <Fact term="Источник">
              {of.dataSource}; {COMPUTABLE_WORDS[of.computable]}
            </Fact>
          )}
          <Fact term="Откуда правило">{of.provenance}</Fact>
        </dl>
        <div className="print:hidden">
          <Disclosure title={<span className="text-sm">Условие, как его читает портал</span>}>
            <code className="block overflow-x-auto rounded-md bg-sunken px-3 py-2 text-sm">{applies.join(' && ')}</code>
          </Disclosure>
        </div>
      </div>
    </li>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd className="mb-1 min-w-0 sm:mb-0">{children}</dd>
    </>
  );
}
