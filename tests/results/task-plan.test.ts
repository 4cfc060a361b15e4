import { describe, expect, it } from 'vitest';
import { tasksOfText } from '@/lib/results/dictionaries/task-plan';
import { PROFILES } from '@/lib/results/layouts/profiles';
import { headerOf } from '@/lib/results/reading/header';

describe('tasks pasted from the description of a work', () => {
  it('are read from a table with a heading, between tabs or semicolons', () => {
    const text = '№\tУровень\tСодержание\tУмение\n1\tБ\tЧисла\tсчёт\n\n2,1; повышенный; Текст;\n3;высокий';
    expect(tasksOfText(text)).toEqual([
      { code: '1', level: 'BASIC', content: 'Числа', activity: 'счёт' },
      { code: '2.1', level: 'ADVANCED', content: 'Текст', activity: '' },
      { code: '3', level: 'ADVANCED', content: '', activity: '' },
    ]);
  });

  it('are numbered as the columns of files are, whichever keyboard wrote them', () => {
    const titles = ['Код', 'Вариант', '1К2 (2б)', '16 (1) (1б)', '2,1 (1б)', 'Отметка за предыдущий триместр'];
    const titlesOf2022 = [...titles, 'Пользователь', 'Школа', 'Наименование класса', 'Итого баллов'];
    const header = PROFILES.map((profile) => headerOf(titlesOf2022, profile)).find(
      (one) => one && one.tasks.length > 0,
    );
    const codes = tasksOfText('1K2;Б\n16 (1);Б\n2,1;Б').map(({ code }) => code);
    expect(codes).toEqual(header?.tasks.map(({ code }) => code));
  });

  it.each([
    ['1;Б\n1;П', /строка 2: задание 1 уже было/],
    ['2,1;Б\n2.1;П', /строка 2: задание 2\.1 уже было/],
    ['1К2;Б\n1k2;П', /строка 2: задание 1k2 уже было/],
    ['1;Б\n2;сложный', /строка 2: уровень «сложный»/],
    [';Б', /строка 1: нет номера/],
    ['', /нет ни одной строки/],
    [Array.from({ length: 9 }, (_, index) => `${index};?`).join('\n'), /и ещё 4 ошибки/],
  ])('are refused whole where a line is wrong: %j', (text, words) => {
    expect(() => tasksOfText(text)).toThrow(
      expect.objectContaining({ fields: { tasks: expect.stringMatching(words) } }),
    );
  });

  it('are no more than a paper can have, so that what is written can be read again', () => {
    const lines = (most: number) => Array.from({ length: most }, (_, index) => `${index + 1};Б`).join('\n');
    expect(tasksOfText(lines(120))).toHaveLength(120);
    expect(() => tasksOfText(lines(121))).toThrow(
      expect.objectContaining({ fields: { tasks: expect.stringMatching(/не больше 120 заданий, а здесь 121/) } }),
    );
  });
});
