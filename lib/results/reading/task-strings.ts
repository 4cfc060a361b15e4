export type TaskPoint = { readonly code: string; readonly got: number; readonly max: number };

/** «++-+3-» of the short answers: «+» is one point, a digit is as many, «-» is none. Null when it is something else. */
export function shortAnswers(text: string): TaskPoint[] | null {
  const signs = text.replace(/\s/g, '').replace(/[–—−]/g, '-');
  if (signs === '' || !/^[+\-0-9.хx]+$/i.test(signs)) return null;
  return Array.from(signs, (sign, index): TaskPoint => {
    const got = sign === '+' ? 1 : /\d/.test(sign) ? Number(sign) : 0;
    return { code: String(index + 1), got, max: Math.max(1, got) };
  });
}

/** «1(2)0(3)» of the long answers: points got and, in brackets, points that could be got. Null when it is something else. */
export function longAnswers(text: string, prefix: string): TaskPoint[] | null {
  const signs = text.replace(/\s/g, '').replace(/[–—−хx]/gi, '-');
  if (signs === '' || !/^(?:(?:\d{1,2}|-)\(\d{1,2}\))+$/.test(signs)) return null;
  return [...signs.matchAll(/(\d{1,2}|-)\((\d{1,2})\)/g)].map(([, got, max], index) => ({
    code: `${prefix}${index + 1}`,
    got: got === '-' ? 0 : Number(got),
    max: Number(max),
  }));
}
