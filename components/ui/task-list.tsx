import type { ReactNode } from 'react';
import { Icon } from './icon';
import { SiteLink } from './site-link';

export type Task = { href: string; title: string; note?: ReactNode; status?: ReactNode };

/** «Что от меня нужно сегодня»: the whole row is the link, its state stands at the right. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="divide-y divide-line overflow-clip rounded-lg border border-line bg-surface shadow-card">
      {tasks.map((task) => (
        <li
          key={task.href + task.title}
          className="relative flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-4 hover:bg-sunken"
        >
          <div className="min-w-0 flex-1 basis-60">
            <SiteLink href={task.href} className="link font-medium after:absolute after:inset-0">
              {task.title}
            </SiteLink>
            {task.note && <div className="text-sm text-ink-soft">{task.note}</div>}
          </div>
          {task.status}
          <span className="text-ink-soft print:hidden">
            <Icon name="right" />
          </span>
        </li>
      ))}
    </ul>
  );
}
