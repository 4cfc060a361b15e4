import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/surface';
import { endOwnSession, signOutEverywhere } from '@/lib/access/account-actions';
import type { AccountPage } from '@/lib/access/account-queries';
import { agentWords } from '@/lib/access/agent-words';
import { formatMoment } from '@/lib/kernel/moment';

/** Where one is signed in now, and a way out of each place. */
export function OwnSessions({ page }: { page: AccountPage }) {
  return (
    <Section
      title="Мои входы"
      lead="Где вы сейчас вошли на портал. Незнакомое устройство – повод завершить вход и сменить пароль."
    >
      <ul className="divide-y divide-line overflow-clip rounded-lg border border-line bg-surface shadow-card">
        {page.sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium">{agentWords(session.userAgent)}</p>
              <p className="text-sm text-ink-soft">
                Вход {formatMoment(session.createdAt, page.timeZone)}, последнее действие{' '}
                {formatMoment(session.lastSeenAt, page.timeZone)}
              </p>
            </div>
            {session.id === page.sessionId ? (
              <Badge tone="accent" icon="check">
                это устройство
              </Badge>
            ) : (
              <ActionForm action={endOwnSession} label={`Завершить вход: ${agentWords(session.userAgent)}`}>
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton variant="secondary" size="small" pendingText="Завершаем…">
                  Завершить
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      <ActionForm action={signOutEverywhere} label="Выйти везде">
        <SubmitButton variant="danger" pendingText="Выходим…">
          Выйти везде
        </SubmitButton>
      </ActionForm>
    </Section>
  );
}
