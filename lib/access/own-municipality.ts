import type { Viewer } from '@/lib/access/viewer';
import { notFound } from '@/lib/kernel/refusal';

/** The municipality of somebody who works in one; for anybody else the object asked for does not exist. */
export function ownMunicipality(viewer: Pick<Viewer, 'municipalityId'>): string {
  if (!viewer.municipalityId) throw notFound();
  return viewer.municipalityId;
}
