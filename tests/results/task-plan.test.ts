import { describe, expect, it } from 'vitest';
import { tasksOfText } from '@/lib/results/dictionaries/task-plan';

describe('tasks pasted from the description of a work', () => {
  it('are read from a table with a heading, between tabs or semicolons', () => {
    const text = '№\tУровень\tСодержание\tУмение\n1\tБ\tЧисла\tсчёт\n\n2,1; повышенный; Текст;\n3;высокий';
    expect(tasksOfText(text)).toEqual([
      { code: '1', level: 'BASIC', content: 'Числа', activity: 'счёт' },
      { code: '2.1', level: 'ADVANCED', content: 'Текст', activity: '' },
      { code: '3', level: 'ADVANCED', content: '', activity: '' },
    ]);
  });

  it.each([
    ['1;Б\n1;П', /строка 2: задание 1 уже было/],
    ['1;Б\n2;сложный', /строка 2: уровень «сложный»/],
    [';Б', /строка 1: нет номера/],
    ['', /нет ни одной строки/],
    [Array.from({ length: 9 }, (_, index) => `${index};?`).join('\n'), /и ещё 4 ошибки/],
  ])('are refused whole where a line is wrong: %j', (text, words) => {
    expect(() => tasksOfText(text)).toThrow(
      expect.objectContaining({ fields: { tasks: expect.stringMatching(words) } }),
    );
  });
});
