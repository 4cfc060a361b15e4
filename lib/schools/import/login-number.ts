/** sch990001 and edu990001 are one school: the prefix of ФИС ОКО changed in 2022, the number did not. */
export const loginNumber = (login: string) => login.replace(/\D/g, '');
