import type { ComponentProps, ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Columns, Surface } from '@/components/ui/surface';
import { formatNumber } from '@/lib/kernel/russian';
import { ActionForm } from './action-form';
import { freshKey } from './idempotency-key';
import { SubmitButton } from './submit-button';
import { FileInput, TextInput } from './text-input';

type Action = ComponentProps<typeof ActionForm>['action'];

export type Attachment = {
  readonly id: string;
  readonly title: string;
  /** A path of ours to a stored file, or a link out that the portal never fetches. */
  readonly href: string;
  readonly isFile: boolean;
  readonly size: number | null;
};

const KILOBYTE = 1024;
const sizeWords = (size: number | null) =>
  size === null ? 'ссылка' : `${formatNumber(Math.max(1, Math.round(size / KILOBYTE)))} КБ`;

type ListProps<T extends Attachment> = {
  label: string;
  attachments: readonly T[];
  /** What stands after the size: who added it, what it is. */
  note: (attachment: T) => string;
  /** Takes one back: the action and the name of the field with its id. */
  remove?: { readonly action: Action; readonly field: string } | undefined;
};

/** Files and links: files open from the portal as downloads, links lead out in a tab of their own. */
export function AttachmentList<T extends Attachment>({ label, attachments, note, remove }: ListProps<T>) {
  if (attachments.length === 0) return null;
  return (
    <ul className="space-y-1.5" aria-label={label}>
      {attachments.map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a
            className="link inline-flex min-w-0 items-center gap-2 break-all"
            href={one.href}
            rel="noreferrer noopener"
            {...(one.isFile ? { download: true } : { target: '_blank' })}
          >
            <Icon name="file" size={16} />
            {one.title}
          </a>
          <span className="text-sm text-ink-soft">
            {sizeWords(one.size)} · {note(one)}
          </span>
          {remove && (
            <ActionForm action={remove.action} label={`Убрать «${one.title}»`}>
              <input type="hidden" name={remove.field} value={one.id} />
              <SubmitButton variant="quiet" size="small" pendingText="Убираем…">
                Убрать
              </SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}

const FILE_HINT = 'Фото документа, PDF, Word, Excel, ODT или ODS, до 20 МБ';

type AddProps = {
  /** Where the plain form with a file is sent: it works without JavaScript, and actions take no more than 1 MB. */
  uploadTo: string;
  link: Action;
  /** What both are attached to, as a field of each form. */
  to: { readonly field: string; readonly value: string };
  /** Of the form of links alone: what the address of the upload says already. */
  hidden?: Readonly<Record<string, string>>;
  /** Further fields of both forms. */
  children?: ReactNode;
};

/** A file or a link to add, side by side. */
export function AddAttachment({ uploadTo, link, to, hidden = {}, children }: AddProps) {
  const title = <TextInput name="title" label="Название" maxLength={200} />;
  return (
    <Columns count={2}>
      <Surface>
        <form
          method="post"
          encType="multipart/form-data"
          action={uploadTo}
          aria-label="Приложить файл"
          className="space-y-4"
        >
          <input type="hidden" name="_key" value={freshKey()} />
          <input type="hidden" name={to.field} value={to.value} />
          <FileInput
            name="file"
            label="Файл"
            required
            hint={FILE_HINT}
            accept="image/jpeg,image/png,.pdf,.docx,.xlsx,.odt,.ods"
          />
          {children}
          {title}
          <SubmitButton variant="secondary" pendingText="Загружаем…">
            Загрузить файл
          </SubmitButton>
        </form>
      </Surface>
      <Surface>
        <ActionForm action={link} resetOnSuccess label="Добавить ссылку">
          <input type="hidden" name={to.field} value={to.value} />
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextInput name="url" type="url" label="Адрес страницы" required placeholder="https://" />
          {children}
          {title}
          <SubmitButton variant="secondary" pendingText="Добавляем…">
            Добавить ссылку
          </SubmitButton>
        </ActionForm>
      </Surface>
    </Columns>
  );
}
