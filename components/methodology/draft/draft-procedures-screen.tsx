import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import type { DraftPage } from '@/lib/methodology/draft/draft-queries';
import { dropGroup, dropProcedure, editFederal, saveGroup } from '@/lib/methodology/draft/procedure-actions';
import { itemsOf } from '@/lib/methodology/items';
import type { Method } from '@/lib/methodology/method';
import { DraftFrame, Seen } from './draft-frame';
import { PlaceForms } from './place-forms';
import { ProcedureForm } from './procedure-form';

type Group = Method['federal']['groups'][number];

/** Which exams a draft counts, when their results are low, and how many low ones the federal rule asks for. */
export function DraftProceduresScreen({ page }: { page: DraftPage }) {
  const { method, versionId } = page;
  return (
    <DraftFrame
      page={page}
      current="procedures"
      title="Процедуры"
      lead="Процедура – один предмет одного экзамена за год. По процедурам считают федеральное правило и решают, кого касаются критерии."
    >
      <Stack>
        <Section title="Процедуры методики">
          {method.procedures.length === 0 && (
            <EmptyState title="Процедур пока нет" icon="list">
              Без них федеральное правило не применяется.
            </EmptyState>
          )}
          {method.procedures.map((procedure) => (
            <Surface key={procedure.code}>
              <h3 className="text-lg">
                <SiteLink href={links.methodEditProcedure(versionId, procedure.code)} className="link">
                  {procedure.title}
                </SiteLink>
              </h3>
              <p className="mt-1 text-sm text-ink-soft">
                <code>{procedure.code}</code> · {procedure.exam}, {procedure.subject}, {procedure.grade} класс
                {procedure.minParticipants > 0 && ` · от ${procedure.minParticipants} участников`}
              </p>
              <PlaceForms
                page={page}
                what={`процедуру ${procedure.code}`}
                fields={{ procedure: procedure.code }}
                drop={dropProcedure}
              />
            </Surface>
          ))}
        </Section>
        <Section title="Добавить процедуру">
          <Surface>
            <ProcedureForm page={page} />
          </Surface>
        </Section>
        <Section title="Федеральное правило" lead="Сколько процедур с низкими результатами – и школа предлагается.">
          <Surface>
            <FederalForm page={page} />
          </Surface>
          {method.federal.groups.map((group, at) => (
            <Surface key={group.title}>
              <h3 className="text-lg">{group.title}</h3>
              <Disclosure open title={`Править группу «${group.title}»`}>
                <GroupForm page={page} at={at} group={group} />
              </Disclosure>
              <PlaceForms page={page} what={`группу «${group.title}»`} fields={{ at: String(at) }} drop={dropGroup} />
            </Surface>
          ))}
          {method.procedures.length > 0 && (
            <Surface>
              <Disclosure open title="Добавить группу процедур">
                <GroupForm page={page} />
              </Disclosure>
            </Surface>
          )}
        </Section>
      </Stack>
    </DraftFrame>
  );
}

function FederalForm({ page }: { page: DraftPage }) {
  const { lowShare, federal } = page.method;
  return (
    <ActionForm key={page.seen} action={editFederal} label="Федеральное правило">
      <Seen page={page} />
      <TextInput
        name="numerator"
        label="Низкие результаты: доля не меньше – числитель"
        required
        inputMode="numeric"
        width="tiny"
        maxLength={4}
        defaultValue={lowShare.numerator}
        hint="Доля получивших «2» или не набравших минимум: 3/10 – это 30 %."
      />
      <TextInput
        name="denominator"
        label="Знаменатель"
        required
        inputMode="numeric"
        width="tiny"
        maxLength={4}
        defaultValue={lowShare.denominator}
      />
      <TextInput
        name="minimum"
        label="Сколько таких процедур нужно"
        required
        inputMode="numeric"
        width="tiny"
        maxLength={3}
        defaultValue={federal.minimum}
      />
      <SubmitButton variant="secondary" pendingText="Сохраняем…">
        Сохранить правило
      </SubmitButton>
    </ActionForm>
  );
}

function GroupForm({ page, at, group }: { page: DraftPage; at?: number; group?: Group }) {
  const { procedures } = page.method;
  const items = itemsOf(page.method).map(({ code, wording }) => ({ value: code, label: `${code}. ${wording}` }));
  return (
    <ActionForm key={page.seen} action={saveGroup} label={group ? `Группа «${group.title}»` : 'Новая группа'}>
      <Seen page={page} />
      <input type="hidden" name="at" value={at ?? ''} />
      <TextInput name="title" label="Название группы" required defaultValue={group?.title} maxLength={300} />
      <CheckboxGroup
        name="procedures[]"
        label="Процедуры группы"
        required
        options={procedures.map(({ code, title }) => ({ value: code, label: title }))}
        defaultValue={group?.procedures ?? []}
      />
      <Select
        name="item"
        label="Какой критерий заменяет результаты, пока их нет"
        options={items}
        empty="Никакой"
        defaultValue={group?.item ?? ''}
      />
      <TextInput
        name="counts"
        label="За сколько процедур считать его «да»"
        inputMode="numeric"
        width="tiny"
        maxLength={3}
        defaultValue={group?.counts ?? 0}
      />
      <SubmitButton variant="secondary" pendingText="Сохраняем…">
        {group ? 'Сохранить группу' : 'Добавить группу'}
      </SubmitButton>
    </ActionForm>
  );
}
