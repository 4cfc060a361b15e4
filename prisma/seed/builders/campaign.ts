import { newId } from '../../../lib/kernel/ids';
import { applicableItems, compileMethod } from '../../../lib/methodology/compiled-method';
import type { Method } from '../../../lib/methodology/method';
import type { CampaignStage } from '../../generated/enums';
import type { Owner } from './owner-client';
import type { BuiltSchool } from './school';

export type CampaignDraft = {
  readonly municipalityId: string;
  readonly versionId: string;
  readonly method: Method;
  readonly year: number;
  readonly stage?: CampaignStage;
  readonly title?: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Codes of procedures held in the year of results; all by default. */
  readonly held?: readonly string[];
  readonly schools: readonly BuiltSchool[];
};

export type BuiltCard = {
  readonly id: string;
  readonly campaignId: string;
  readonly municipalityId: string;
  readonly versionId: string;
  readonly year: number;
  readonly school: BuiltSchool;
  readonly held: readonly string[];
  /** Codes of the items this school is asked. */
  readonly asked: readonly string[];
};

export type BuiltCampaign = { readonly id: string; readonly cards: readonly BuiltCard[] };

const HOUR_MS = 3_600_000;

/**
 * A campaign with its roster. The database freezes a roster at opening, so the campaign is laid as one that opens later
 * and then gets its dates.
 */
export async function buildCampaign(owner: Owner, draft: CampaignDraft): Promise<BuiltCampaign> {
  const { municipalityId, versionId, method, year, opensAt, closesAt } = draft;
  const held = [...(draft.held ?? method.procedures.map((procedure) => procedure.code))];
  const compiled = compileMethod(method);
  const campaignId = newId();
  const later = new Date(Date.now() + HOUR_MS);
  await owner.campaign.create({
    data: {
      id: campaignId,
      municipalityId,
      versionId,
      year,
      stage: draft.stage ?? 'INITIAL',
      title: draft.title ?? '',
      opensAt: later,
      closesAt: new Date(later.getTime() + HOUR_MS),
      held,
    },
  });
  const cards = draft.schools.map((school): BuiltCard => {
    const applicable = applicableItems(compiled, { kind: school.kind, grades: school.grades, held });
    const asked = compiled.items.filter((_, position) => applicable[position]).map((item) => item.code);
    return { id: newId(), campaignId, municipalityId, versionId, year, school, held, asked };
  });
  await owner.card.createMany({
    data: cards.map((card) => ({
      id: card.id,
      municipalityId,
      campaignId,
      schoolId: card.school.id,
      schoolName: card.school.shortName,
      schoolKind: card.school.kind,
      grades: [...card.school.grades],
      applicable: card.asked.length,
    })),
  });
  await owner.campaign.update({ where: { id: campaignId }, data: { opensAt, closesAt } });
  return { id: campaignId, cards };
}
