import { z } from 'zod';

/** Length counts, composition does not (NIST SP 800-63B, §5.1.1). */
export const newPassword = z
  .string()
  .min(10, 'Пароль должен быть не короче 10 знаков. Подойдёт фраза из трёх-четырёх слов.')
  .max(200, 'Пароль длиннее 200 знаков.');
