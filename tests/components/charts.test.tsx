// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { CriteriaGrid } from '@/components/chart/criteria-grid';
import { Histogram } from '@/components/chart/histogram';
import { LevelChange } from '@/components/chart/level-change';
import { LineTrend } from '@/components/chart/line-trend';
import { ShareByYear } from '@/components/chart/share-by-year';
import { Level } from '@/components/ui/level';

afterEach(cleanup);

/** The cells of a table in the order of reading, spaces levelled. */
const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => Array.from(row.querySelectorAll('th,td'), (cell) => cell.textContent?.replace(/\s/g, ' ') ?? ''));

describe('a chart', () => {
  it('prints the share, its numerator and its denominator in the drawing and in the table alike', () => {
    const { container } = render(
      <ShareByYear
        title="Доля"
        sentence="Доля выросла с 11,6 % до 18,6 %."
        numeratorTitle="Школ"
        denominatorTitle="Всего"
        years={[
          { year: '2018/19', numerator: 5, denominator: 43 },
          { year: '2019/20', numerator: 8, denominator: 43 },
          { year: '2020/21', denominator: 43 },
        ]}
      />,
    );
    const table = container.querySelector('table');
    if (!table) throw new Error('no numbers');
    expect(cellsOf(table).slice(1)).toEqual([
      ['2018/19', '5', '43', '11,6 %'],
      ['2019/20', '8', '43', '18,6 %'],
      ['2020/21', 'нет данных', '43', '–'],
    ]);
    const drawing = screen.getByRole('img');
    expect(drawing.textContent?.replace(/\s/g, ' ')).toContain('11,6 %');
    expect(drawing.textContent).toContain('8 из 43');
    expect(drawing.getAttribute('aria-label')).toContain('Доля выросла');
    expect(screen.getByRole('figure', { name: 'Доля' })).toBeTruthy();
  });

  it('has as many columns as its table has rows, of heights in proportion', () => {
    const bins = [0, 4, 2].map((count, from) => ({ from, to: from, count }));
    const { container } = render(
      <Histogram title="Суммы" sentence="Мало." bins={bins} valueTitle="Сумма" countTitle="Школ" />,
    );
    const heights = Array.from(container.querySelectorAll('svg[role=img] rect'), (r) =>
      Number(r.getAttribute('height')),
    );
    expect(heights).toHaveLength(3);
    expect(heights[0]).toBe(0);
    expect(heights[1]).toBeCloseTo(2 * (heights[2] ?? 0));
  });

  it('breaks the line where a year has no data instead of drawing it as 0', () => {
    const points = [{ label: 'а', value: 4 }, { label: 'б' }, { label: 'в', value: 2 }, { label: 'г', value: 1 }];
    const { container } = render(
      <LineTrend title="Сумма" sentence="Ниже." labelTitle="Год" valueTitle="Сумма" points={points} />,
    );
    expect(container.querySelectorAll('svg[role=img] circle')).toHaveLength(3);
    expect(container.querySelectorAll('line[stroke-width="3"]')).toHaveLength(1);
    expect(screen.getAllByText('нет данных')).toHaveLength(2);
  });

  it('says in words what each mark of the grid means', () => {
    render(
      <CriteriaGrid
        caption="Сетка"
        columns={['А1', 'А2', 'А3', 'А4', 'Г'].map((code) => ({ key: code, code, title: code }))}
        rows={[
          {
            key: 's',
            title: 'Школа',
            sum: '4 из 35',
            cells: {
              А1: { state: 'point' },
              А2: { state: 'none' },
              А3: { state: 'inapplicable' },
              Г: { state: 'point', points: 3, href: '/p' },
            },
          },
        ]}
      />,
    );
    const row = screen.getAllByRole('row')[1];
    if (!row) throw new Error('no row');
    const said = within(row)
      .getAllByRole('cell')
      .map((cell) => within(cell).queryByRole('link')?.getAttribute('aria-label') ?? cell.textContent);
    expect(said).toEqual(['4 из 35', '1балл есть', '·балла нет', '–неприменимо', '?нет данных', 'Школа, Г: баллов: 3']);
  });

  it('counts every move between levels once', () => {
    const levels = [
      { key: 'a', value: 0, word: 'вне зоны риска' },
      { key: 'b', value: 3, word: 'в перечне' },
    ] as const;
    render(
      <LevelChange
        title="Уровни"
        sentence="Две вышли."
        fromTitle="2018/19"
        toTitle="2019/20"
        levels={levels}
        moves={[
          { from: 'a', to: 'a', count: 30 },
          { from: 'b', to: 'a', count: 2 },
        ]}
      />,
    );
    expect(cellsOf(screen.getByRole('table')).slice(1)).toEqual([
      ['вне зоны риска', '30', '0', '30'],
      ['в перечне', '2', '0', '2'],
    ]);
  });
});

describe('a level of risk', () => {
  it('is said by a word and drawn by a shape of its own', () => {
    const shapes = ([0, 1, 2, 3, 'unknown'] as const).map((level) => {
      const { container } = render(<Level level={level} word="слово" />);
      expect(container.textContent).toBe('слово');
      return container.querySelector('svg')?.innerHTML;
    });
    expect(new Set(shapes).size).toBe(5);
  });
});
