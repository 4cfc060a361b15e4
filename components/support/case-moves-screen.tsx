import { ActionForm } from '@/components/form/action-form';
import { Checkbox, RadioGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { moveCase, noteCase } from '@/lib/support/cases/case-actions';
import { type CaseMove, isWritable } from '@/lib/support/cases/case-moves';
import type { CaseMovesPage } from '@/lib/support/cases/case-queries';
import type { SupportCase } from '@/lib/support/cases/support-case';
import { assignCurator, releaseCurator } from '@/lib/support/curators/curator-actions';
import { MOVE_HINTS, MOVE_LABELS, MOVE_WORDS } from '@/lib/support/words';
import { CaseBadges } from './case-badges';

/** Who follows the school, and where its case stands. */
export function CaseMovesScreen({ page }: { page: CaseMovesPage }) {
  const { school, year, supportCase } = page;
  return (
    <Stack>
      <PageHeader
        crumbs={[
          { href: links.support(), title: 'Сопровождение' },
          { href: links.schoolSupport(school.id, { year: String(year) }), title: school.shortName },
        ]}
        title="Куратор и состояние"
        overline={`${school.shortName}, ${formatSchoolYear(year)}`}
        status={supportCase && <CaseBadges standing={supportCase} />}
        lead={supportCase?.ground}
      />
      {supportCase ? (
        <>
          <Curators page={page} supportCase={supportCase} />
          <Moves page={page} supportCase={supportCase} />
          <Note supportCase={supportCase} />
        </>
      ) : (
        <EmptyState
          title="Сопровождение этого года не открыто"
          icon="school"
          actions={<ButtonLink href={links.openSupport()}>Открыть сопровождение</ButtonLink>}
        >
          Откройте его по утверждённому списку или по просьбе школы.
        </EmptyState>
      )}
    </Stack>
  );
}

type Props = { page: CaseMovesPage; supportCase: SupportCase };

function Curators({ page, supportCase }: Props) {
  const assigned = page.candidates.filter(({ isAssigned }) => isAssigned);
  const others = page.candidates.filter(({ isAssigned }) => !isAssigned);
  const canWrite = isWritable(supportCase);
  return (
    <Section
      title="Куратор"
      lead={`Опытный директор или методист, который ведёт школу. Обычно у куратора не больше ${page.limit} школ.`}
    >
      {assigned.length > 0 && (
        <Surface>
          <ul className="divide-y divide-line">
            {assigned.map(({ membershipId, name, schools }) => (
              <li key={membershipId} className="py-3">
                <p className="font-medium">{name}</p>
                <p className="text-sm text-ink-soft">Сопровождает школ: {schools}</p>
                {supportCase.status !== 'PAUSED' && (
                  <Disclosure title="Снять куратора">
                    <ActionForm action={releaseCurator} label={`Снять куратора: ${name}`}>
                      <input type="hidden" name="caseId" value={supportCase.id} />
                      <input type="hidden" name="membershipId" value={membershipId} />
                      <TextInput name="reason" label="Причина" hint="Школа её не увидит." maxLength={1000} />
                      <SubmitButton variant="danger">Снять куратора</SubmitButton>
                    </ActionForm>
                  </Disclosure>
                )}
              </li>
            ))}
          </ul>
        </Surface>
      )}
      {canWrite && others.length > 0 && (
        <Surface>
          <ActionForm key={assigned.length} action={assignCurator} label="Назначить куратора">
            <input type="hidden" name="caseId" value={supportCase.id} />
            <RadioGroup
              name="membershipId"
              label={assigned.length > 0 ? 'Назначить ещё одного' : 'Кого назначить'}
              required
              options={others.map(({ membershipId, name, schools, verdict }) => ({
                value: membershipId,
                label: name,
                hint: verdict.kind === 'refused' ? verdict.message : `Сопровождает школ: ${schools} из ${page.limit}`,
                disabled: verdict.kind === 'refused',
              }))}
            />
            {others.some(({ verdict }) => verdict.kind === 'busy') && (
              <Checkbox
                name="despiteLoad"
                label="Назначить, несмотря на нагрузку"
                hint="Нужно, только если у куратора уже столько школ, сколько обычно бывает."
              />
            )}
            <SubmitButton pendingText="Назначаем…">Назначить</SubmitButton>
          </ActionForm>
        </Surface>
      )}
      {page.candidates.length === 0 && (
        <EmptyState title="Кураторов ещё нет" icon="people">
          Администратор приглашает их в разделе «Пользователи» с ролью «Куратор».
        </EmptyState>
      )}
    </Section>
  );
}

function Moves({ page, supportCase }: Props) {
  return (
    <Section
      title="Состояние"
      lead="Каждое решение записывается с причиной и остаётся в истории. Пока сопровождение приостановлено, карточку только читают."
    >
      {page.moves.length === 0 ? (
        <Notice title="Сопровождение продолжено">Записи вносите в карточку следующего учебного года.</Notice>
      ) : (
        <Surface>
          <ul className="divide-y divide-line">
            {page.moves.map((move) => (
              <li key={`${move.code}${supportCase.version}`} className="py-1">
                <Disclosure title={MOVE_WORDS[move.code]} open={page.moves.length === 1}>
                  <MoveForm move={move} supportCase={supportCase} />
                </Disclosure>
              </li>
            ))}
          </ul>
        </Surface>
      )}
    </Section>
  );
}

function MoveForm({ move, supportCase }: { move: CaseMove; supportCase: SupportCase }) {
  const closes = move.code === 'exit' || move.code === 'continue';
  return (
    <ActionForm action={moveCase} label={MOVE_WORDS[move.code]}>
      <input type="hidden" name="caseId" value={supportCase.id} />
      <input type="hidden" name="version" value={supportCase.version} />
      <input type="hidden" name="move" value={move.code} />
      <p className="max-w-measure text-ink-soft">{MOVE_HINTS[move.code]}</p>
      <TextArea name="reason" label={MOVE_LABELS[move.code]} rows={3} maxLength={2000} required />
      {closes && (
        <TextInput name="order" label="Приказ" hint="Номер и дата, если он есть." maxLength={200} width="half" />
      )}
      <SubmitButton variant={closes ? 'primary' : 'secondary'}>{MOVE_WORDS[move.code]}</SubmitButton>
    </ActionForm>
  );
}

function Note({ supportCase }: { supportCase: SupportCase }) {
  return (
    <Section title="Заметка в историю" lead="О чём договорились, что важно не забыть. Сохраняется навсегда.">
      <Surface>
        <ActionForm action={noteCase} label="Заметка">
          <input type="hidden" name="caseId" value={supportCase.id} />
          <TextArea name="text" label="Заметка" rows={3} maxLength={2000} required />
          <RadioGroup
            name="audience"
            label="Кто увидит"
            required
            defaultValue="CENTRE"
            options={[
              { value: 'CENTRE', label: 'Только центр' },
              { value: 'STAFF', label: 'Центр, управление и куратор' },
              { value: 'ALL', label: 'И школа тоже' },
            ]}
          />
          <SubmitButton variant="secondary">Записать</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}
