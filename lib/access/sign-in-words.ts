import type { SignInFailure } from '@/lib/access/sign-in-failure';
import type { SignInNotice } from '@/lib/access/sign-in-notice';

/** One sentence a reason: what happened and what to do. An unknown person and a wrong password read the same. */
export const FAILURE_WORDS: Record<SignInFailure, string> = {
  wrong:
    'Неверная почта или пароль. Проверьте раскладку и Caps Lock. Забыли пароль – попросите новую ссылку у администратора вашего центра.',
  limit: 'Слишком много попыток входа. Подождите 15 минут и попробуйте снова.',
  totp: 'Для входа нужен код из приложения. Введите пароль ещё раз и шесть цифр кода, которые приложение показывает сейчас. Каждый код годится один раз.',
  blocked: 'Доступ для этой почты закрыт. Обратитесь к администратору вашего центра.',
  busy: 'Портал сейчас не может проверить вход: база данных не отвечает. Повторите через минуту.',
  again: 'Страница входа устарела. Введите почту и пароль ещё раз.',
};

/** Sentences shown on the sign-in page after something that ended elsewhere. */
export const NOTICE_WORDS: Record<SignInNotice, string> = {
  out: 'Вы вышли из портала. Неотправленные ответы с этого устройства удалены.',
  everywhere: 'Вы вышли на всех устройствах. Войдите снова там, где нужно.',
  joined: 'Всё готово: войдите с вашей почтой и паролем.',
  password: 'Новый пароль сохранён, прежние входы завершены. Войдите с новым паролем.',
};
