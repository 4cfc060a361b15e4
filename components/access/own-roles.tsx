import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/surface';
import { switchRole } from '@/lib/access/account-actions';
import type { AccountPage } from '@/lib/access/account-queries';
import { membershipWords } from '@/lib/access/membership-words';

/** Another of one's roles takes effect at once and for this sign-in only. */
export function OwnRoles({ page }: { page: AccountPage }) {
  return (
    <Section title="Мои роли" lead="У вас несколько ролей. Портал показывает то, что положено выбранной." id="roles">
      <ul className="divide-y divide-line overflow-clip rounded-lg border border-line bg-surface shadow-card">
        {page.memberships.map((membership) => (
          <li key={membership.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
            <span className="min-w-0 flex-1 basis-64">{membershipWords(membership)}</span>
            {membership.id === page.membershipId ? (
              <Badge tone="accent" icon="check">
                сейчас
              </Badge>
            ) : (
              <ActionForm action={switchRole} label={`Перейти: ${membershipWords(membership)}`}>
                <input type="hidden" name="membershipId" value={membership.id} />
                <SubmitButton variant="secondary" size="small" pendingText="Переходим…">
                  Перейти
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
