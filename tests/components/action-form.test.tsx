// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { afterEach, describe, expect, it } from 'vitest';
import { ActionFormLeaf, type FormAction } from '@/components/form/action-form-leaf';
import { RadioGroup } from '@/components/form/choices';
import { FormTyped } from '@/components/form/form-state';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';

afterEach(cleanup);

/** A form with one of each control; `visited` collects the pages it leads to. */
function show(action: FormAction, visited: string[] = []) {
  const go = (path: string) => void visited.push(path);
  const router = {
    push: go,
    replace: go,
    prefetch: () => {},
    refresh: () => {},
    back: () => {},
    forward: () => {},
    bfcacheId: '0',
  };
  render(
    <AppRouterContext value={router}>
      <ActionFormLeaf action={action} firstKey="first-key" label="Школа">
        <TextInput name="name" label="Название" required hint="Как в уставе" />
        <Select
          name="kind"
          label="Вид"
          options={[
            { value: 'a', label: 'А' },
            { value: 'b', label: 'Б' },
          ]}
        />
        <RadioGroup name="answer" label="Ответ" options={[{ value: 'yes', label: 'Да' }]} />
        <SubmitButton>Сохранить</SubmitButton>
      </ActionFormLeaf>
    </AppRouterContext>,
  );
  return userEvent.setup();
}

const save = () => screen.getByRole('button', { name: 'Сохранить' });
const enteredIn = (label: RegExp) => {
  const control = screen.getByLabelText(label);
  return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.value : undefined;
};
const keyNow = () => document.querySelector<HTMLInputElement>('[name=_key]')?.value;

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText(/Название/), 'СОШ № 7');
  await user.selectOptions(screen.getByLabelText(/Вид/), 'b');
  await user.click(screen.getByLabelText('Да'));
}

describe('a form after a refusal', () => {
  it('keeps everything that was entered, and its key', async () => {
    const user = show(async () => ({ ok: false, message: 'Не сохранено', fields: { name: 'Такая школа уже есть' } }));
    await fill(user);
    await user.click(save());
    await screen.findByRole('alert');
    expect(enteredIn(/Название/)).toBe('СОШ № 7');
    expect(enteredIn(/Вид/)).toBe('b');
    expect(screen.getByRole('radio', { checked: true })).toBeTruthy();
    expect(keyNow()).toBe('first-key');
  });

  it('takes the reader to the summary, and from its line to the field', async () => {
    const user = show(async () => ({ ok: false, message: 'Не сохранено', fields: { name: 'Такая школа уже есть' } }));
    await user.click(save());
    const summary = await screen.findByRole('alert');
    expect(document.activeElement).toBe(summary);
    await user.click(screen.getByRole('link', { name: 'Такая школа уже есть' }));
    const field = screen.getByLabelText(/Название/);
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'Как в уставе',
      'Ошибка: Такая школа уже есть',
    ]);
  });

  it('says that the connection was lost and loses nothing', async () => {
    const user = show(async () => {
      throw new TypeError('Failed to fetch');
    });
    await fill(user);
    await user.click(save());
    expect((await screen.findByRole('alert')).textContent).toContain('нет связи');
    expect(enteredIn(/Название/)).toBe('СОШ № 7');
  });
});

describe('a form under way', () => {
  it('is sent once however often it is pressed', async () => {
    let calls = 0;
    let finish = () => {};
    const user = show(async () => {
      calls += 1;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return { ok: true, message: 'Сохранено' };
    });
    await user.click(save());
    const waiting = await screen.findByRole('button', { name: 'Отправляем…' });
    await user.click(waiting);
    await user.type(screen.getByLabelText(/Название/), '{Enter}');
    expect(calls).toBe(1);
    finish();
    await screen.findByText('Сохранено');
  });

  it('gets a new key after a success, so that the next sending is another intention', async () => {
    const sent: unknown[] = [];
    const user = show(async (_previous, form) => {
      sent.push(form.get('_key'));
      return { ok: true, message: 'Сохранено' };
    });
    await user.click(save());
    await screen.findByText('Сохранено');
    await waitFor(() => expect(keyNow()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/));
    expect(sent).toEqual(['first-key']);
  });

  it.each([
    ['/schools/7', ['/schools/7']],
    ['https://evil.example', []],
    ['//evil.example', []],
  ])('goes on to %s only where that is a path of ours', async (to, pages) => {
    const visited: string[] = [];
    const user = show(async () => ({ ok: true, message: 'Готово', to }), visited);
    await user.click(save());
    await screen.findByText('Готово');
    expect(visited).toEqual(pages);
  });
});

describe('a form refused to a browser without JavaScript', () => {
  it('is drawn anew with everything that was typed', () => {
    const typed = { name: 'СОШ № 7', kind: 'b', answer: 'yes' };
    render(
      <FormTyped value={typed}>
        <TextInput name="name" label="Название" defaultValue="прежнее" />
        <Select
          name="kind"
          label="Вид"
          defaultValue="a"
          options={[
            { value: 'a', label: 'А' },
            { value: 'b', label: 'Б' },
          ]}
        />
        <RadioGroup name="answer" label="Ответ" options={[{ value: 'yes', label: 'Да' }]} />
      </FormTyped>,
    );
    expect(enteredIn(/Название/)).toBe('СОШ № 7');
    expect(enteredIn(/Вид/)).toBe('b');
    expect(screen.getByLabelText('Да')).toHaveProperty('checked', true);
  });
});
