import { z } from 'zod';

/** How a person signs answers and orders. */
export const personName = z
  .string({ error: 'Укажите фамилию, имя и отчество.' })
  .trim()
  .min(2, 'Укажите фамилию, имя и отчество.')
  .max(150, 'Имя длиннее 150 знаков.');
