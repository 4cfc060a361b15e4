import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ComputedNews } from '@/components/cards/computed-news';
import { ComputedNote, stepsHrefOf } from '@/components/cards/computed-note';
import { StepsScreen } from '@/components/cards/steps-screen';
import type { CardAnswer, CardComputed, CardHead, CardItem } from '@/lib/diagnostics/cards/card-page';
import { cardSteps } from '@/lib/diagnostics/computed/card-steps';

const AT = new Date('2026-11-23T11:32:00Z');
const ZONE = 'Europe/Moscow';

const HEAD: CardHead = {
  ...{ id: 'card', campaignId: 'campaign', schoolId: 'school', schoolName: 'СШ № 1', schoolKind: 'SECONDARY' },
  ...{ grades: [9], campaignTitle: 'Диагностика', year: 2025, stage: 'INITIAL', status: 'DRAFT', revision: 1 },
  ...{ submittedRevision: 0, answered: 0, applicable: 1, startedAt: null, submittedAt: null, acceptedAt: null },
  ...{
    closedAt: null,
    updatedAt: AT,
    opensAt: AT,
    dueAt: AT,
    isExtended: false,
    dueReason: '',
    phase: 'OPEN',
    now: AT,
  },
};
const COMPUTED: CardComputed = {
  ...{
    value: 'YES',
    because: 'Потому что 40 % (8 из 20).',
    ground: 'FORMULA',
    turning: 'Ответ был бы «нет».',
    steps: 1,
  },
  ...{ files: ['ОГЭ.xlsx'], previous: null, settled: null, at: AT },
};
const item = (code: string, computed: Partial<CardComputed>, value?: CardAnswer['value']): CardItem => ({
  ...{
    code,
    position: 0,
    isSign: false,
    wording: `Вопрос ${code}`,
    number: null,
    formula: '',
    dataSource: '',
    provenance: '',
  },
  ...{ hint: { data: '', threshold: '', why: '' }, isApplicable: true, unsaved: null, point: null, reason: '' },
  ...{ lastYear: null, evidence: [], remarks: [], computed: { ...COMPUTED, ...computed } },
  answer: value ? { value, number: '', source: 'COMPUTED', comment: '', version: 1, author: 'Директор', at: AT } : null,
});
const note = (one: CardItem) => renderToStaticMarkup(<ComputedNote item={one} cardId="card" />);

describe('what the portal says beside a question', () => {
  it('is the answer with its numbers, and the smallest change stands apart from them', () => {
    const html = note(item('А1', {}));
    expect(html).toMatch(/8 из 20\)\.<\/p><p[^>]*>Ответ был бы «нет»\.<\/p>/);
  });

  it('calls a marker possible, and says nothing of an answer', () => {
    const because = 'Возможный маркер, центр ещё не посмотрел. Потому что …';
    const html = note(item('Г01', { value: 'NO_DATA', ground: 'MARKER', because, turning: '', steps: null }));
    expect(html).toContain('Возможный маркер, центр ещё не посмотрел');
    expect(html).not.toContain('не может ответить');
    expect(html).not.toContain('Портал посчитал');
  });

  it('names the centre where the answer is its decision', () => {
    expect(note(item('Г01', { ground: 'CONFIRMED', turning: '' }))).toContain('По решению центра');
  });
});

describe('the news of a card', () => {
  const computation = {
    isBehind: false,
    at: AT,
    changed: ['А1', 'А2'],
    changedAt: AT,
    changedAfter: 'загрузки файла «Б»',
  };
  const news = (part: object, ...items: CardItem[]) =>
    renderToStaticMarkup(
      <ComputedNews page={{ head: HEAD, computation: { ...computation, ...part } }} items={items} timeZone={ZONE} />,
    );

  it('tells after what the answers changed, which were others before, and how many are new', () => {
    const html = news({}, item('А1', { value: 'NO', previous: 'YES' }, 'YES'), item('А2', { previous: 'NO_DATA' }));
    expect(html).toContain('23.11.2026, 14:32 после загрузки файла «Б» портал пересчитал ответы.');
    expect(html).toContain('было «да», стало «нет»; в карте ответ школы – «да»');
    expect(html).toContain('данных не было: 1.');
    expect(html).not.toContain('>А2<');
  });

  it('is nothing where nothing has changed, and says that it goes on while the card is behind', () => {
    expect(news({ changed: [], changedAt: null }, item('А1', {}))).toBe('');
    expect(news({ isBehind: true })).toContain('Портал пересчитывает ответы');
    expect(news({ isBehind: true, at: null })).toContain('Портал считает ответы');
  });
});

describe('the page «в одном шаге»', () => {
  const screen = (...items: CardItem[]) =>
    renderToStaticMarkup(<StepsScreen page={{ head: HEAD, steps: cardSteps(items) }} />);

  it('tells each point with the sentence of its change and can be printed', () => {
    const html = screen(item('А1', {}), item('А2', { value: 'NO', turning: 'До «да» один шаг.' }));
    expect(html).toContain('Балла не было бы при одном шаге');
    expect(html).toContain('До балла один шаг');
    expect(html).toContain('Распечатать');
  });

  it('says so when nothing is one step away, and when nothing is computed', () => {
    expect(screen(item('А1', { steps: 6 }))).toContain('В одном шаге нет ничего');
    expect(screen()).toContain('Посчитанных ответов пока нет');
    expect(stepsHrefOf({ head: HEAD, sections: [] })).toBeUndefined();
  });

  it('accuses nobody', () => {
    expect(screen(item('А1', {}))).not.toMatch(/завыш|нарушен|вин|фальсиф|необъектив/i);
  });
});
