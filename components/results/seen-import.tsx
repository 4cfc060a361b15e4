/** Which file a form is about, and which version of it the person saw. */
export function SeenResultImport({ found }: { found: { readonly id: string; readonly version: number } }) {
  return (
    <>
      <input type="hidden" name="id" value={found.id} />
      <input type="hidden" name="version" value={found.version} />
    </>
  );
}
