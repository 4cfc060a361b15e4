import { links } from '@/lib/kernel/links';
import { type Notice, ofCentre, ofSchool } from '@/lib/notices/notice';
import type { PlanRow } from '@/lib/roadmaps/plan';
import type { Roadmap } from '@/lib/roadmaps/roadmap';
import type { RowMove } from '@/lib/roadmaps/row-moves';
import { ROW_STATE_WORDS } from '@/lib/roadmaps/words';

const SHORT = 300;

/** A report goes to the centre, a decision to the school; what is only begun is told to nobody. */
export function movedRowNotice(
  roadmap: Pick<Roadmap, 'id' | 'schoolId' | 'schoolName'>,
  row: Pick<PlanRow, 'id' | 'version' | 'measure' | 'due'>,
  { code, to, side }: Pick<RowMove, 'code' | 'to' | 'side'>,
): readonly Notice[] {
  const known = {
    ...{ kind: 'ROADMAP' as const, key: `row-moved:${row.id}:${row.version}`, text: row.measure.slice(0, SHORT) },
    link: links.roadmapRow(roadmap.id, row.id),
  };
  if (side === 'SCHOOL')
    return code === 'report'
      ? [{ ...known, to: ofCentre, title: `${roadmap.schoolName ?? 'Школа'}: отчёт по дорожной карте` }]
      : [];
  if (roadmap.schoolId === null || code === 'begin') return [];
  return [{ ...known, to: ofSchool(roadmap.schoolId), title: `Дорожная карта: ${ROW_STATE_WORDS[to]}`, due: row.due }];
}

/** An approved plan is told to the centre and to the school it is of. */
export const approvedNotices = (
  { id, title, schoolId, version }: Pick<Roadmap, 'id' | 'title' | 'schoolId' | 'version'>,
  orderNumber: string,
): readonly Notice[] =>
  [ofCentre, ...(schoolId === null ? [] : [ofSchool(schoolId)])].map((to) => ({
    ...{ to, kind: 'ROADMAP', key: `roadmap-approved:${id}:${version}`, title: 'Дорожная карта утверждена' },
    ...{ text: `«${title}», приказ № ${orderNumber}.`, link: links.roadmap(id) },
  }));
