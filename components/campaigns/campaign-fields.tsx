import { CheckboxGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { TextInput } from '@/components/form/text-input';
import { STAGE_WORDS, STAGES } from '@/lib/diagnostics/campaigns/campaign-words';
import { formatSchoolYear, yearOfResults } from '@/lib/kernel/school-year';
import type { MethodProcedure } from '@/lib/methodology/method';

type Values = {
  readonly versionId: string;
  readonly year: number;
  readonly stage: string;
  readonly title: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly held: readonly string[];
};

type Props = { values: Values; procedures: readonly MethodProcedure[] };

/** The fields of a campaign, the same for a new one and for one that is not open yet. */
export function CampaignFields({ values, procedures }: Props) {
  const years = [-1, 0, 1].map((shift) => values.year + shift);
  return (
    <>
      <input type="hidden" name="versionId" value={values.versionId} />
      <TextInput name="title" label="Название" required defaultValue={values.title} maxLength={200} width="half" />
      <Select
        name="year"
        label="Учебный год"
        required
        defaultValue={String(values.year)}
        hint={`Судят по результатам прошлого года: кампания ${formatSchoolYear(values.year)} смотрит на ${formatSchoolYear(yearOfResults(values.year))}.`}
        options={years.map((year) => ({ value: String(year), label: formatSchoolYear(year) }))}
      />
      <Select
        name="stage"
        label="Этап"
        required
        defaultValue={values.stage}
        options={STAGES.map((stage) => ({ value: stage, label: STAGE_WORDS[stage] }))}
      />
      <TextInput
        name="opensAt"
        label="Открывается"
        type="datetime-local"
        required
        defaultValue={values.opensAt}
        hint="Время – по часам вашего муниципалитета. В этот момент состав школ замирает."
        width="half"
      />
      <TextInput
        name="closesAt"
        label="Закрывается"
        type="datetime-local"
        required
        defaultValue={values.closesAt}
        hint="После этого срока карты можно отправить только с продлением."
        width="half"
      />
      <CheckboxGroup
        name="held[]"
        label="Какие процедуры проводились в году результатов"
        required
        hint="Снимите отметку с того, чего в том году не было: критерии, которые на это опираются, станут неприменимыми сами."
        defaultValue={values.held}
        options={procedures.map((one) => ({ value: one.code, label: one.title }))}
      />
    </>
  );
}
