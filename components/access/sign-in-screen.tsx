import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { buttonClass } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { SiteLink } from '@/components/ui/site-link';
import { Surface } from '@/components/ui/surface';
import type { DemoPerson } from '@/lib/access/demo-people';
import type { SignInPage } from '@/lib/access/sign-in-page';
import { FAILURE_WORDS, NOTICE_WORDS } from '@/lib/access/sign-in-words';
import { ROLE_WORDS } from '@/lib/access/words';
import { links } from '@/lib/kernel/links';
import { ForgetDrafts } from './forget-drafts';

/** A plain form to next-auth's own door, so that signing in needs no JavaScript. */
export function SignInScreen({ page }: { page: SignInPage }) {
  return (
    <div className="mx-auto w-full max-w-2xl space-y-6 px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="text-2xl">Вход на портал</h1>
      {page.failure && (
        <Notice tone="error" live title={page.failure === 'totp' ? 'Нужен код' : 'Войти не получилось'}>
          {FAILURE_WORDS[page.failure]}
        </Notice>
      )}
      {page.notice && !page.failure && (
        <Notice tone="success" live>
          {NOTICE_WORDS[page.notice]}
        </Notice>
      )}
      {(page.notice === 'out' || page.notice === 'everywhere') && <ForgetDrafts />}
      {page.csrfToken ? <SignInForm page={page} csrfToken={page.csrfToken} /> : <NoCookies page={page} />}
      {page.demo.length > 0 && <DemoSignIns people={page.demo} page={page} />}
    </div>
  );
}

function SignInForm({ page, csrfToken }: { page: SignInPage; csrfToken: string }) {
  return (
    <Surface>
      {/* The key makes the boxes follow the address when a demo sign-in is chosen. */}
      <form key={page.email} action="/api/auth/callback/credentials" method="post" className="space-y-5">
        <input type="hidden" name="csrfToken" value={csrfToken} />
        <input type="hidden" name="callbackUrl" value={page.callbackUrl} />
        <TextInput
          name="email"
          type="email"
          label="Электронная почта"
          autoComplete="username"
          defaultValue={page.email}
          required
        />
        <TextInput
          name="password"
          type="password"
          label="Пароль"
          autoComplete="current-password"
          defaultValue={page.password}
          required
        />
        {page.failure === 'totp' && (
          <TextInput
            name="code"
            label="Код из приложения"
            hint="Шесть цифр из приложения, которое вы подключили в своём профиле."
            inputMode="numeric"
            autoComplete="one-time-code"
            width="short"
            required
          />
        )}
        <SubmitButton pendingText="Проверяем…">Войти</SubmitButton>
      </form>
      <p className="mt-5 text-sm text-ink-soft">
        Впервые здесь или забыли пароль? Одноразовую ссылку даёт администратор вашего муниципального центра.
      </p>
    </Surface>
  );
}

function NoCookies({ page }: { page: SignInPage }) {
  return (
    <Notice
      tone="error"
      title="Браузер не сохраняет cookie"
      actions={
        <a href={links.login({ callbackUrl: page.callbackUrl })} className={buttonClass()} data-plain="">
          Попробовать снова
        </a>
      }
    >
      Без них портал не узнает вас после входа. Разрешите cookie для этого сайта в настройках браузера и попробуйте
      снова.
    </Notice>
  );
}

function DemoSignIns({ people, page }: { people: readonly DemoPerson[]; page: SignInPage }) {
  const passwords = [...new Set(people.map((person) => person.password))];
  return (
    <section aria-labelledby="demo" className="space-y-3">
      <h2 id="demo" className="text-xl">
        Вход в демонстрацию
      </h2>
      <p className="text-ink-soft">
        Это показ на вымышленных данных. Выберите, кем войти, – форма заполнится сама.
        {passwords.length === 1 && (
          <>
            {' '}
            Пароль у всех один: <code className="select-all">{passwords[0]}</code>.
          </>
        )}
      </p>
      <ul className="divide-y divide-line overflow-clip rounded-lg border border-line bg-surface shadow-card">
        {people.map((person) => (
          <li key={person.email} className="flex items-center gap-4 px-5 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="font-medium">{person.note || ROLE_WORDS[person.role]}</p>
              <p className="break-words text-sm text-ink-soft">
                {person.email}
                {passwords.length > 1 && <> · пароль {person.password}</>}
              </p>
            </div>
            <SiteLink
              href={links.login({ email: person.email, callbackUrl: page.callbackUrl })}
              className={buttonClass('secondary', 'small')}
              data-plain=""
              aria-label={`Заполнить форму: ${person.note || ROLE_WORDS[person.role]}, ${person.email}`}
            >
              Выбрать
            </SiteLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
