import { exponent } from './measure.mjs';

const AIMS = { 'save: one answer': 0.1, 'list: first page': 0.1, 'dashboard: official': 0.15 };

/** How the times grow with the number of schools, over the sizes of this run. */
export function growth(report) {
  for (const [name, aim] of Object.entries(AIMS)) {
    const [task, what] = name.split(': ');
    const points = report.lines.filter((line) => line.task === task && line.what === what && line.ms > 0);
    if (points.length < 2) continue;
    report.number({ task, what: `${what}: exponent over N`, value: exponent(points), aim, unit: '' });
  }
}
