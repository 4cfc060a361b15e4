import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { Surface } from '@/components/ui/surface';
import { turnSecondFactorOff, turnSecondFactorOn } from '@/lib/access/account-actions';
import type { SecondFactorOffer } from '@/lib/access/second-factor';

/** Sets the second factor up from a picture drawn here, or turns it off by the password. */
export function SecondFactor({ offer }: { offer: SecondFactorOffer | undefined }) {
  return <Surface>{offer ? <TurnOn offer={offer} /> : <TurnOff />}</Surface>;
}

function TurnOn({ offer }: { offer: SecondFactorOffer }) {
  return (
    <div className="flex flex-wrap gap-8">
      {/* Its own colours in every theme: cameras read dark modules on a light ground. */}
      <svg
        viewBox={`-3 -3 ${offer.size + 6} ${offer.size + 6}`}
        role="img"
        aria-label="Код для приложения; рядом он записан буквами"
        className="size-52 shrink-0 rounded-md"
        shapeRendering="crispEdges"
      >
        <rect x="-3" y="-3" width="100%" height="100%" fill="#fff" />
        <path d={offer.path} fill="#000" />
      </svg>
      <div className="min-w-0 flex-1 basis-72 space-y-5">
        <ol className="max-w-measure list-decimal space-y-2 pl-5">
          <li>Поставьте на телефон приложение для одноразовых кодов (TOTP), например «Яндекс Ключ».</li>
          <li>
            Наведите его на картинку или введите ключ вручную:{' '}
            <code className="block select-all break-words rounded-sm bg-sunken px-2 py-1">{offer.secret}</code>
          </li>
          <li>Введите шесть цифр, которые покажет приложение.</li>
        </ol>
        <ActionForm action={turnSecondFactorOn} label="Включить код при входе">
          <TextInput
            name="code"
            label="Код из приложения"
            inputMode="numeric"
            autoComplete="one-time-code"
            width="short"
            required
          />
          <SubmitButton pendingText="Проверяем…">Включить</SubmitButton>
        </ActionForm>
      </div>
    </div>
  );
}

function TurnOff() {
  return (
    <ActionForm action={turnSecondFactorOff} label="Отключить код при входе">
      <TextInput
        name="password"
        type="password"
        label="Пароль, чтобы отключить код"
        autoComplete="current-password"
        width="half"
        required
      />
      <SubmitButton variant="danger" pendingText="Отключаем…">
        Отключить код
      </SubmitButton>
    </ActionForm>
  );
}
