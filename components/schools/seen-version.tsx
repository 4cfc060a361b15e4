import type { School } from '@/lib/schools/school';

/** Which school a form changes and the version its writer saw. */
export function SeenVersion({ school }: { school: School }) {
  return (
    <>
      <input type="hidden" name="id" value={school.id} />
      <input type="hidden" name="version" value={school.version} />
    </>
  );
}
