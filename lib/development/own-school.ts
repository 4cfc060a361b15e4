import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { isSchoolRole } from '@/lib/access/role';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { readSchool } from '@/lib/schools/queries';

/** The school that a report is of: one's own, or the one the centre has chosen. Another's does not exist. */
export async function reportedSchool(context: QueryContext, schoolId: string): Promise<string> {
  const { viewer } = context;
  if (isSchoolRole(viewer.role)) {
    if (!viewer.schoolId || (schoolId !== '' && schoolId !== viewer.schoolId)) throw notFound();
    return viewer.schoolId;
  }
  if (schoolId === '') throw new Refusal('invalid', 'Выберите школу.', { schoolId: 'Выберите школу' });
  return (await readSchool(context, schoolId)).id;
}
