import { notFound, Refusal } from '@/lib/kernel/refusal';
import { moved, put, without } from '@/lib/methodology/draft/by-code';
import { putBeforeLast } from '@/lib/methodology/draft/change-rules';
import type { Method, MethodList, MethodListRule } from '@/lib/methodology/method';

const withLists = (method: Method, lists: MethodList[]): Method => {
  const { lists: _, ...rest } = method;
  return lists.length === 0 ? rest : { ...rest, lists };
};

function changed(method: Method, code: string, change: (list: MethodList) => MethodList): Method {
  const lists = method.lists ?? [];
  if (!lists.some((list) => list.code === code)) throw notFound();
  return withLists(
    method,
    lists.map((list) => (list.code === code ? change(list) : list)),
  );
}

/** The verdict that a new list gives until it has rules of its own, and where data are missing. */
const NOBODY = { code: 'rest', words: 'не входит' };
const MISSING = { code: 'unknown', words: 'нет данных' };

/** One more decision beside the verdict of the card; nobody is in it until a rule says otherwise. */
export function addList(method: Method, of: Pick<MethodList, 'code' | 'title'>): Method {
  if ((method.lists ?? []).some((list) => list.code === of.code))
    throw new Refusal('invalid', 'Проверьте новый список.', { list: `Список с кодом «${of.code}» уже есть` });
  const rules = [{ code: 'otherwise', verdict: NOBODY.code, when: 'true', words: 'Ни одно правило не выполнено' }];
  return withLists(method, [
    ...(method.lists ?? []),
    { ...of, rules, verdicts: [NOBODY, MISSING], missing: MISSING.code },
  ]);
}

export const changeList = (method: Method, code: string, change: Pick<MethodList, 'title' | 'missing'>): Method =>
  changed(method, code, (list) => ({ ...list, ...change }));

export const removeList = (method: Method, code: string): Method =>
  withLists(method, without(method.lists ?? [], code));

export const putListRule = (method: Method, code: string, rule: MethodListRule): Method =>
  changed(method, code, (list) => ({ ...list, rules: putBeforeLast(list.rules, rule) }));

export const removeListRule = (method: Method, code: string, rule: string): Method =>
  changed(method, code, (list) => ({ ...list, rules: without(list.rules, rule) }));

export const moveListRule = (method: Method, code: string, rule: string, by: 'up' | 'down'): Method =>
  changed(method, code, (list) => ({ ...list, rules: moved(list.rules, rule, by) }));

export const putListVerdict = (method: Method, code: string, verdict: MethodList['verdicts'][number]): Method =>
  changed(method, code, (list) => ({ ...list, verdicts: put(list.verdicts, verdict) }));

/** Without the verdict; refused while a rule gives it or it stands for missing data. */
export const removeListVerdict = (method: Method, code: string, verdict: string): Method =>
  changed(method, code, (list) => {
    if (list.missing === verdict || list.rules.some((rule) => rule.verdict === verdict))
      throw new Refusal('invalid', 'Этот вывод ещё нужен правилу списка или ставится без данных.');
    return { ...list, verdicts: without(list.verdicts, verdict) };
  });
