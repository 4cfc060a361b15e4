import { Refusal } from '@/lib/kernel/refusal';
import { put, without } from '@/lib/methodology/draft/by-code';
import type { Method, MethodProcedure } from '@/lib/methodology/method';

export type FederalChange = Pick<Method, 'lowShare'> & { readonly minimum: number };
export type FederalGroup = Method['federal']['groups'][number];

export const putProcedure = (method: Method, procedure: MethodProcedure): Method => ({
  ...method,
  procedures: put(method.procedures, procedure),
});

/** Without the procedure, in the groups of the federal rule too; a group left empty goes with it. */
export const removeProcedure = (method: Method, code: string): Method => ({
  ...method,
  procedures: without(method.procedures, code),
  federal: {
    ...method.federal,
    groups: method.federal.groups
      .map((group) => ({ ...group, procedures: group.procedures.filter((one) => one !== code) }))
      .filter((group) => group.procedures.length > 0),
  },
});

export const changeFederal = (method: Method, { lowShare, minimum }: FederalChange): Method => ({
  ...method,
  lowShare,
  federal: { ...method.federal, minimum },
});

/** Groups have no codes: `at` is the place of a known one, null adds another. */
export function putGroup(method: Method, at: number | null, group: FederalGroup): Method {
  const { groups } = method.federal;
  if (at !== null && !groups[at]) throw new Refusal('conflict', 'Такой группы уже нет. Обновите страницу.');
  const changed = at === null ? [...groups, group] : groups.map((one, index) => (index === at ? group : one));
  return { ...method, federal: { ...method.federal, groups: changed } };
}

export const removeGroup = (method: Method, at: number): Method => ({
  ...method,
  federal: { ...method.federal, groups: method.federal.groups.filter((_, index) => index !== at) },
});
