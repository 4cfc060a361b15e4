import { Icon } from '@/components/ui/icon';
import { links } from '@/lib/kernel/links';

/** «Выйти» as a plain form: it works without JavaScript, and another site cannot press it. */
export function SignOutForm() {
  return (
    <form action={links.signOut()} method="post">
      <button
        type="submit"
        className="flex min-h-11 w-full items-center gap-3 rounded-md px-3 py-2 text-left text-ink hover:bg-sunken"
      >
        <Icon name="exit" />
        Выйти
      </button>
    </form>
  );
}
