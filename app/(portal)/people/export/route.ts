import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { peopleTable } from '@/lib/access/people-queries';
import { peopleFilter } from '@/lib/access/person';
import { ROLE_WORDS } from '@/lib/access/words';
import { formatDate } from '@/lib/kernel/moment';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The people page as a spreadsheet: the rows, order and words of the screen. */
export const GET = defineRoute({
  permission: 'people.change',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const filter = peopleFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    const people = await peopleTable.as(viewer, filter);
    const body = streamXlsx({
      sheets: [
        {
          name: 'Пользователи',
          columns: [
            { title: 'Имя', width: 36, kind: 'text' },
            { title: 'Роль', width: 30, kind: 'text' },
            { title: 'Школа', width: 30, kind: 'text' },
            { title: 'Почта', width: 30, kind: 'text' },
            { title: 'Доступ', width: 12, kind: 'text' },
            { title: 'Роль дана', width: 14, kind: 'text' },
          ],
          rows: people.map((person) => [
            person.name,
            ROLE_WORDS[person.role],
            person.schoolName ?? '',
            person.email,
            person.blockedAt ? 'закрыт' : 'открыт',
            formatDate(person.createdAt, viewer.timeZone),
          ]),
        },
      ],
    });
    const name = encodeURIComponent('Пользователи.xlsx');
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
