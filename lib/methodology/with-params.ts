import type { Method } from '@/lib/methodology/method';

/** A number of the method with another value; null leaves it «не задано». Refuses a number that the method has not. */
export function withParams(method: Method, values: ReadonlyMap<string, number | null>): Method {
  for (const code of values.keys()) {
    if (!method.params.some((param) => param.code === code)) throw new Error(`The method has no number ${code}`);
  }
  return {
    ...method,
    params: method.params.map((param) => {
      const value = values.get(param.code);
      return value === undefined ? param : { ...param, value };
    }),
  };
}
