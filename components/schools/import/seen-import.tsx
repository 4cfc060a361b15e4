import type { SchoolImport } from '@/lib/schools/import-store';

/** Which import a form is about, and which version of it the person saw. */
export function SeenImport({ found }: { found: Pick<SchoolImport, 'id' | 'version'> }) {
  return (
    <>
      <input type="hidden" name="id" value={found.id} />
      <input type="hidden" name="version" value={found.version} />
    </>
  );
}
