/** The middle value; of an even number the lower middle. */
export const median = (values) => quantile(values, 0.5);

export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * Runs cases in turns (a b c, b c a, …), so that whatever else the machine does falls on all of them alike. Each case
 * gives its time in milliseconds; the first turns warm up and are thrown away.
 * @param {Record<string, () => Promise<number>>} cases
 * @param {{ turns: number, warm?: number }} options
 * @returns {Promise<Record<string, number[]>>}
 */
export async function interleaved(cases, { turns, warm = 15 }) {
  const names = Object.keys(cases);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let turn = -warm; turn < turns; turn++) {
    for (let place = 0; place < names.length; place++) {
      const name = names[(place + Math.abs(turn)) % names.length];
      const ms = await cases[name]();
      if (turn >= 0) times[name].push(ms);
    }
  }
  return times;
}

/** The exponent k of time ~ N^k by least squares over the logarithms. */
export function exponent(points) {
  const logs = points.map(({ n, ms }) => [Math.log(n), Math.log(ms)]);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(logs.map(([one]) => one));
  const y = mean(logs.map(([, two]) => two));
  const above = logs.reduce((sum, [one, two]) => sum + (one - x) * (two - y), 0);
  const below = logs.reduce((sum, [one]) => sum + (one - x) ** 2, 0);
  return above / below;
}
