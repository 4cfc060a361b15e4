import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BesideChart } from '@/components/objectivity/beside-chart';
import { MapScreen } from '@/components/objectivity/map-screen';
import { SchoolScreen } from '@/components/objectivity/school-screen';
import { AS_PUBLISHED } from '@/lib/objectivity/federal-signs';
import { mapPageOf } from '@/lib/objectivity/map-page';
import { schoolPageOf } from '@/lib/objectivity/school-page';
import type { SignReview } from '@/lib/objectivity/sign-review';
import { vprScale } from '@/lib/results/dictionaries/mark-scales';
import { Chance } from '@/prisma/seed/demo/chance';
import { manipulate } from '@/scripts/detectors/manipulate';
import { makeRegion } from '@/scripts/detectors/region';
import { resultsOf, YEAR } from '@/scripts/detectors/results-of';

const chance = new Chance(21);
const made = makeRegion(chance, 40).map((school, i) =>
  i % 4 === 0 ? manipulate(chance, school, 'raised', 0.7).school : school,
);
const input = {
  schools: made.map(({ id, isProfile }) => ({ id, isProfile, name: `Школа ${id}` })),
  results: made.flatMap(resultsOf),
  years: [YEAR],
  regions: new Map(),
  guards: AS_PUBLISHED,
  scales: vprScale,
  levels: new Map(),
};
const KINDS = ['federal', 'corrected', 'local'] as const;
const map = mapPageOf(input, KINDS);
const isLarge = (row: (typeof map.rows)[number]) => row.cells.every((cell) => (cell.participants ?? 0) >= 20);
const marked = map.rows.find((row) => row.present > 0 && isLarge(row));
const page = schoolPageOf(input, marked?.schoolId ?? '', YEAR, KINDS);
if (!page) throw new Error('no marked school');
const NO_REVIEWS = { reviews: [], canReview: false, timeZone: 'Europe/Moscow' };

describe('the screen of the map', () => {
  const html = renderToStaticMarkup(<MapScreen page={map} search={{}} />);

  it('says what a sign is and what the map is for before it shows any', () => {
    const [head = ''] = html.split('<table');
    expect(head).toContain('возможный маркер');
    expect(head).toContain('адресной методической помощи');
    expect(head).toContain('не рейтинг');
  });

  it('leads every mark to what raised it, in words that a reader of the screen hears', () => {
    expect(html).toContain(`/objectivity/${marked?.schoolId}/${YEAR}`);
    expect(html).toMatch(/aria-label="Школа s\d+, 2024\/25, РУ4: (есть признак|признаков: \d+)"/);
  });

  it('says where there is nothing to show what to do', () => {
    const empty = renderToStaticMarkup(<MapScreen page={mapPageOf({ ...input, years: [] }, KINDS)} search={{}} />);
    expect(empty).toContain('Карта появится, когда загрузят результаты');
  });
});

describe('the screen behind a mark', () => {
  const html = renderToStaticMarkup(<SchoolScreen page={{ ...page, ...NO_REVIEWS }} search={{}} />);

  it('shows the picture, the numbers as a table, honest explanations and what to check', () => {
    for (const text of [
      '<svg',
      'Показать числа',
      'Что может объяснить',
      'Что проверить',
      'возможный маркер',
      'Источник:',
    ])
      expect(html).toContain(text);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('draws each picture of a work once', () => {
    const titles = [...html.matchAll(/Распределение первичных баллов: ВПР, русский язык, 4 класс<\/h3>/g)];
    expect(titles.length).toBeLessThanOrEqual(1);
  });

  it('keeps a decision about a sign that newer results no longer show where it can be read', () => {
    const review: SignReview = {
      ...{ id: 'решение', schoolId: page.schoolId, year: YEAR, code: 'Г05', work: 'VPR/russian/9', step: 'CONFIRMED' },
      ...{ reason: 'Комиссия подтвердила', author: 'Центр', at: new Date(), replies: [] },
      finding: { title: 'Завышенный средний балл', sentence: 'Средний балл 15,10', picture: null },
    };
    const shown = { ...page, ...NO_REVIEWS, reviews: [review] };
    const gone = renderToStaticMarkup(<SchoolScreen page={shown} search={{}} />);
    expect(gone).toContain('Признаки, которых теперь нет');
    expect(gone).toContain('Комиссия подтвердила');
    expect(html).not.toContain('Признаки, которых теперь нет');
  });

  it('tells why the rest could not be computed', () => {
    const small = { ...input, results: input.results.map((one) => ({ ...one, histogram: null, tasks: null })) };
    const bare = schoolPageOf(small, page.schoolId, YEAR, KINDS);
    const told = bare ? renderToStaticMarkup(<SchoolScreen page={{ ...bare, ...NO_REVIEWS }} search={{}} />) : '';
    expect(told).toContain('нельзя посчитать');
    expect(told).toContain('В загруженном файле нет сведений');
  });
});

describe('the chart of a school beside the territory', () => {
  it('has a name, a sentence, both columns and the same numbers as a table', () => {
    const picture = page.works.flatMap((work) => work.present).find((one) => one.picture)?.picture;
    if (!picture) throw new Error('no picture');
    const html = renderToStaticMarkup(<BesideChart picture={picture} />);
    expect(html).toContain(picture.title);
    expect(html).toContain(picture.sentence);
    expect(html.match(/<rect/g)?.length).toBeGreaterThan(picture.categories.length);
    expect(html.match(/<tr/g)).toHaveLength(picture.categories.length + 1);
  });
});
