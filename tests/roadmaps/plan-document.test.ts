import { expect, it } from 'vitest';
import { planDocument } from '@/lib/roadmaps/plan-document';
import { municipalRoadmap } from '@/prisma/seed/reference/roadmaps/municipal-roadmap';
import { schoolRoadmap } from '@/prisma/seed/reference/roadmaps/school-roadmap';

const head: Parameters<typeof planDocument>[0] = {
  ...{ title: 'Дорожная карта', year: 2026, span: 'SCHOOL', status: 'APPROVED', schoolName: 'СШ № 5' },
  ...{ orderNumber: '187-о', orderDate: '2026-09-01', officeName: 'Управление образования' },
};

it('a plan as a document has the approval block, the title and the columns that the plan fills', () => {
  const { parts } = planDocument(head, municipalRoadmap);
  expect(parts.slice(0, 4).map((part) => part.kind === 'paragraph' && part.text)).toEqual([
    'УТВЕРЖДЕНА',
    'Управление образования',
    'приказ от 01.09.2026 № 187-о',
    'Дорожная карта\nСШ № 5\nна 2026/27\u00a0учебный год',
  ]);
  const headerOf = (rows: Parameters<typeof planDocument>[1]) => {
    const table = planDocument(head, rows).parts.find((part) => part.kind === 'table');
    return table?.kind === 'table' ? table.header : [];
  };
  expect(headerOf(municipalRoadmap)).toEqual(['№ п/п', 'Мероприятия', 'Срок', 'Ответственные']);
  expect(headerOf(schoolRoadmap.map((row) => ({ kind: 'ROW', ...row })))).toHaveLength(6);
});

it('before the order its place is left to be filled with a pen', () => {
  const { parts } = planDocument({ ...head, status: 'DRAFT', orderNumber: '', orderDate: null }, []);
  expect(parts[2]).toMatchObject({ text: 'приказ от «___» __________ 20__ г. № ______' });
});
