import { type Day, periodsMeet } from '@/lib/kernel/day';
import { isValidInn } from '@/lib/kernel/inn';
import type { AliasSystem } from '@/lib/schools/codes';

/** The code of a school in an outside system and the days it is good for, both included; an absent end is open. */
export type Alias = {
  readonly id: string;
  readonly system: AliasSystem;
  readonly code: string;
  readonly from: Day | null;
  readonly to: Day | null;
};

/** sch…: to 2021; edu…: since 2022; ksh…: special schools; spo…: colleges (domain handbook §6.3). */
const FIS_OKO_LOGIN = /^(sch|edu|ksh|spo)\d+$/;

/** As the system itself spells it: no spaces at the ends; a login of ФИС ОКО in small letters. */
export const tidyCode = (system: AliasSystem, code: string): string =>
  system === 'FIS_OKO' ? code.trim().toLowerCase() : code.trim();

/** What is wrong with a code, in Russian; undefined when nothing is. Codes are text: leading zeros count. */
export function codeProblem(system: AliasSystem, code: string): string | undefined {
  switch (system) {
    case 'FIS_OKO':
      return FIS_OKO_LOGIN.test(code)
        ? undefined
        : 'Логин ФИС ОКО начинается с sch, edu, ksh или spo, дальше только цифры: например, edu990001.';
    case 'GIA9':
    case 'GIA11':
      return /^\d{3,6}$/.test(code)
        ? undefined
        : 'Код школы на экзаменах – от 3 до 6 цифр, нули впереди сохраняются: например, 0101.';
    case 'INN':
      return code.length === 10 && isValidInn(code)
        ? undefined
        : 'Такого ИНН не бывает: у организации 10 цифр, последняя – контрольная.';
    case 'OTHER':
      return code.length >= 1 && code.length <= 50 ? undefined : 'Введите код: от 1 до 50 знаков.';
  }
}

/** Whether the two would name the same school row of an import twice on some day. */
export const aliasesClash = (a: Omit<Alias, 'id'>, b: Omit<Alias, 'id'>): boolean =>
  a.system === b.system && a.code === b.code && periodsMeet(a, b);
