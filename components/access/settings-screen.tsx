import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextArea } from '@/components/form/text-area';
import { TextInput } from '@/components/form/text-input';
import { PageHeader } from '@/components/ui/page-header';
import { Surface } from '@/components/ui/surface';
import { TIME_ZONES } from '@/lib/access/municipality';
import { saveSettings } from '@/lib/access/settings-actions';
import type { SettingsPage } from '@/lib/access/settings-queries';

export function SettingsScreen({ page: { settings, seen } }: { page: SettingsPage }) {
  return (
    <>
      <PageHeader
        title="Настройки муниципалитета"
        lead="Эти слова стоят в заголовках и печатных формах, по этому времени портал считает сроки."
      />
      <Surface>
        <ActionForm action={saveSettings} label="Настройки муниципалитета">
          <input type="hidden" name="seen" value={seen} />
          <TextInput name="name" label="Муниципалитет" defaultValue={settings.name} required />
          <TextInput name="centreName" label="Полное название центра" defaultValue={settings.centreName} required />
          <TextInput
            name="officeName"
            label="Орган управления образованием"
            hint="Он утверждает списки приказом."
            defaultValue={settings.officeName}
            required
          />
          <TextInput
            name="publicLabel"
            label="Как называть школу из утверждённого списка"
            hint="«ШНРО» или более мягкое слово, например «школа с нестабильными результатами». До утверждения списка это слово не появляется нигде."
            defaultValue={settings.publicLabel}
            width="half"
            required
          />
          <Select name="timeZone" label="Часовой пояс" options={TIME_ZONES} defaultValue={settings.timeZone} required />
          <TextArea
            name="foundingAct"
            label="Акт о создании центра"
            hint="Номер и дата приказа, положение о центре, базовая организация."
            defaultValue={settings.foundingAct}
            rows={5}
          />
          <SubmitButton pendingText="Сохраняем…">Сохранить настройки</SubmitButton>
        </ActionForm>
      </Surface>
    </>
  );
}
