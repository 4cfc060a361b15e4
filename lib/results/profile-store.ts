import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import { type Profile, profileSchema } from '@/lib/results/layouts/profile';

export type SavedProfile = {
  readonly id: string;
  readonly title: string;
  readonly isShared: boolean;
  /** Made here; a shared one of another municipality can be used and not changed. */
  readonly isOwn: boolean;
  readonly profile: Profile;
};

/** Layouts mapped in the browser: the municipality's own and those its region shares. */
export async function savedProfiles(tx: Tx, municipalityId: string, regionId: string | null): Promise<SavedProfile[]> {
  const rows = await tx.mappingProfile.findMany({
    where: { OR: [{ municipalityId }, ...(regionId ? [{ regionId, isShared: true }] : [])] },
    select: { id: true, title: true, isShared: true, municipalityId: true, profile: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ municipalityId: owner, profile, ...row }) => ({
    ...row,
    isOwn: owner === municipalityId,
    profile: profileSchema.parse(profile),
  }));
}

/** Keeps a layout under its title; the same title again is the layout mapped better. */
export async function saveProfile(
  tx: Tx,
  place: { readonly municipalityId: string; readonly regionId: string; readonly createdById: string },
  profile: Profile,
  isShared: boolean,
): Promise<void> {
  const { municipalityId } = place;
  await tx.mappingProfile.deleteMany({ where: { municipalityId, title: profile.title } });
  await tx.mappingProfile.create({
    data: { ...place, id: newId(), title: profile.title, profile, isShared },
    select: { id: true },
  });
}

export async function shareProfile(tx: Tx, municipalityId: string, id: string, isShared: boolean): Promise<boolean> {
  const { count } = await tx.mappingProfile.updateMany({ where: { municipalityId, id }, data: { isShared } });
  return count === 1;
}

export async function removeProfile(tx: Tx, municipalityId: string, id: string): Promise<boolean> {
  const { count } = await tx.mappingProfile.deleteMany({ where: { municipalityId, id } });
  return count === 1;
}
