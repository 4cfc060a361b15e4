import { newId } from '../../../lib/kernel/ids';
import type { Owner } from './owner-client';

export async function buildRegion(owner: Owner, region: { code: string; name: string }): Promise<string> {
  const row = await owner.region.upsert({
    where: { code: region.code },
    create: { id: newId(), ...region },
    update: { name: region.name },
    select: { id: true },
  });
  return row.id;
}

export type MunicipalityDraft = {
  readonly regionId: string;
  readonly code: string;
  readonly name: string;
  readonly centreName?: string;
  readonly officeName?: string;
  readonly timeZone?: string;
  readonly publicLabel?: string;
  readonly foundingAct?: string;
};

export async function buildMunicipality(owner: Owner, draft: MunicipalityDraft): Promise<string> {
  const id = newId();
  await owner.municipality.create({
    data: {
      ...draft,
      id,
      centreName: draft.centreName ?? `Муниципальный образовательный центр, ${draft.name}`,
      officeName: draft.officeName ?? `Управление образования, ${draft.name}`,
    },
  });
  return id;
}
