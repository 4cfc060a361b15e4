import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { ButtonRow } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { applicabilityWords } from '@/lib/methodology/applicability-words';
import type { DraftPage } from '@/lib/methodology/draft-queries';
import { dropItem, editItem, shiftItem } from '@/lib/methodology/edit-actions';
import type { findItem } from '@/lib/methodology/edit-method';
import { COMPUTABLE_WORDS } from '@/lib/methodology/words';
import { Seen } from './draft-screen';

const WAYS = Object.entries(COMPUTABLE_WORDS).map(([value, label]) => ({ value, label }));

type Props = { page: DraftPage; found: NonNullable<ReturnType<typeof findItem>> };

/** One criterion or sign of a draft: everything that is said about it, its place, and its end. */
export function DraftItemScreen({ page, found }: Props) {
  const { criterion, sign, section } = found;
  const of = sign ?? criterion;
  const applies = sign ? [criterion.applies, sign.applies] : [criterion.applies];
  return (
    <>
      <PageHeader
        title={`${sign ? 'Признак' : 'Критерий'} ${of.code}`}
        overline={`Раздел ${section.code}. ${section.title}`}
        crumbs={[
          { href: links.method(), title: 'Методика' },
          { href: links.methodEdit(page.versionId), title: `Черновик, версия ${page.method.number}` },
        ]}
      />
      <Stack>
        <Surface>
          <ActionForm key={page.seen} action={editItem} label={`Правка: ${of.code}`}>
            <Seen page={page} />
            <input type="hidden" name="item" value={of.code} />
            <TextArea
              name="wording"
              label="Формулировка"
              required
              rows={3}
              defaultValue={of.wording}
              maxLength={2000}
            />
            <TextArea name="data" label="Какие данные" required rows={2} defaultValue={of.hint.data} maxLength={2000} />
            <TextArea
              name="threshold"
              label="Когда «да»"
              required
              rows={2}
              defaultValue={of.hint.threshold}
              maxLength={2000}
              hint="Словами, для того, кто заполняет карту."
            />
            <TextArea
              name="why"
              label="Зачем спрашивают"
              required
              rows={2}
              defaultValue={of.hint.why}
              maxLength={2000}
            />
            {of.threshold && (
              <TextInput
                name="value"
                label="Число порога"
                inputMode="numeric"
                defaultValue={String(of.threshold.value)}
                maxLength={7}
                width="tiny"
                hint="Поправьте и слова «Когда „да“», если в них есть это число."
              />
            )}
            {sign && <TextInput name="formula" label="Формула" required defaultValue={sign.formula} maxLength={2000} />}
            <TextInput
              name="applies"
              label="Условие, кого касается"
              required
              defaultValue={of.applies}
              maxLength={2000}
              hint={`Сейчас читается так: ${applicabilityWords(page.method, applies)} Примеры: true; 9 in grades; kind != "PRIMARY".`}
            />
            {!sign && (
              <>
                <TextInput
                  name="dataSource"
                  label="Источник данных"
                  required
                  defaultValue={criterion.dataSource}
                  maxLength={2000}
                />
                <Select
                  name="computable"
                  label="Как заполняется"
                  options={WAYS}
                  required
                  defaultValue={criterion.computable}
                />
              </>
            )}
            <TextInput
              name="provenance"
              label="Откуда правило"
              required
              defaultValue={of.provenance}
              maxLength={2000}
            />
            <Checkbox name="enabled" label="Включён" defaultChecked={of.enabled} />
            <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          </ActionForm>
        </Surface>
        <Section title="Место в разделе">
          <ButtonRow>
            {(['up', 'down'] as const).map((by) => (
              <ActionForm key={by} action={shiftItem} label={by === 'up' ? 'Поднять' : 'Опустить'}>
                <Seen page={page} />
                <input type="hidden" name="item" value={of.code} />
                <input type="hidden" name="by" value={by} />
                <SubmitButton variant="secondary">
                  {by === 'up' ? 'Поднять на место выше' : 'Опустить на место ниже'}
                </SubmitButton>
              </ActionForm>
            ))}
          </ButtonRow>
        </Section>
        <Disclosure title="Убрать из черновика">
          <ActionForm action={dropItem} label={`Убрать ${of.code}`}>
            <Seen page={page} />
            <input type="hidden" name="item" value={of.code} />
            <p className="max-w-measure">
              Код исчезнет из методики, и сравнивать его с прошлыми годами будет нельзя. Чтобы только не спрашивать,
              снимите отметку «Включён».
            </p>
            <SubmitButton variant="danger" pendingText="Убираем…">
              Да, убрать {of.code}
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      </Stack>
    </>
  );
}
