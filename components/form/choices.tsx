'use client';

import type { ChangeEventHandler, ReactNode } from 'react';
import { FieldError, FieldHint, type FieldProps, OptionalMark, useControl } from './field';
import { useFieldId, useTyped, useTypedText, useTypedTick } from './form-state';
import type { Option } from './select';

type GroupProps = FieldProps & {
  options: readonly Option[];
  /** Many short words stand in even columns at least this wide: classes, schools. */
  columns?: keyof typeof COLUMNS;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  disabled?: boolean;
};

/** Widths of columns of boxes, with the box itself. */
const COLUMNS = {
  number: 'grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))]',
  name: 'grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]',
} as const;

const ROW =
  'flex min-h-11 cursor-pointer items-start gap-3 rounded-md border border-line-strong bg-surface px-4 py-2.5 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-disabled:cursor-not-allowed has-disabled:opacity-60';

function Group(props: GroupProps & { message?: string; children: ReactNode }) {
  const { name, label, hint, required, labelHidden, columns, message, children } = props;
  const id = useFieldId()(name);
  const described = [hint ? `${id}-hint` : '', message ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      aria-describedby={described || undefined}
      className={`min-w-0 space-y-1.5 ${message ? 'border-l-4 border-danger pl-4' : ''}`}
    >
      <legend className={labelHidden ? 'sr-only' : 'mb-1.5 block font-medium'}>
        {label}
        <OptionalMark required={required} />
      </legend>
      {hint && <FieldHint name={name}>{hint}</FieldHint>}
      {message && <FieldError name={name}>{message}</FieldError>}
      <div className={`grid gap-2 ${columns ? COLUMNS[columns] : 'max-w-measure'}`}>{children}</div>
    </fieldset>
  );
}

function ChoiceWords({ option }: { option: Option }) {
  return (
    <span className="min-w-0">
      <span className="block">{option.label}</span>
      {option.hint && <span className="block text-sm text-ink-soft">{option.hint}</span>}
    </span>
  );
}

/** One of several. The first control carries the field's id, so that the error summary can lead to it. */
export function RadioGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: string }) {
  const { message, control } = useControl(props);
  const chosen = useTypedText(props.name) ?? defaultValue;
  return (
    <Group {...props} message={message}>
      {props.options.map((option, index) => (
        <label key={option.value} className={ROW}>
          <input
            id={index === 0 ? control.id : undefined}
            className="choice"
            type="radio"
            name={props.name}
            value={option.value}
            defaultChecked={option.value === chosen}
            required={props.required}
            disabled={props.disabled || option.disabled}
            onChange={props.onChange}
          />
          <ChoiceWords option={option} />
        </label>
      ))}
    </Group>
  );
}

/** Any of several: all boxes share one name, read it with formData.getAll(name). */
export function CheckboxGroup({ defaultValue = [], ...props }: GroupProps & { defaultValue?: readonly string[] }) {
  const { message, control } = useControl(props);
  const chosen = useTyped(props.name) ?? defaultValue;
  return (
    <Group {...props} message={message}>
      {props.options.map((option, index) => (
        <label key={option.value} className={ROW}>
          <input
            id={index === 0 ? control.id : undefined}
            className="choice"
            type="checkbox"
            name={props.name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            disabled={props.disabled || option.disabled}
            onChange={props.onChange}
          />
          <ChoiceWords option={option} />
        </label>
      ))}
    </Group>
  );
}

type CheckboxProps = Omit<FieldProps, 'labelHidden'> & {
  value?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
  onChange?: ChangeEventHandler<HTMLInputElement>;
};

/** A single yes: absent from the form when it is not ticked. */
export function Checkbox({ label, hint, error, value = 'on', ...native }: CheckboxProps) {
  const { control, message } = useControl({ name: native.name, required: native.required, label, hint, error });
  const ticked = useTypedTick(native.name, value);
  const kept = ticked === undefined ? native : { ...native, defaultChecked: ticked };
  return (
    <div className={message ? 'space-y-1.5 border-l-4 border-danger pl-4' : ''}>
      {message && <FieldError name={native.name}>{message}</FieldError>}
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input {...kept} {...control} value={value} type="checkbox" className="choice" />
        <span className="min-w-0">
          <span className="block">{label}</span>
          {hint && (
            <span id={`${control.id}-hint`} className="block text-sm text-ink-soft">
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
