import { z } from 'zod';

/** What an administrator may change about his municipality; the words stand in headings and printed forms. */
export const municipalitySettings = z.strictObject({
  name: z.string().trim().min(2, 'Укажите название муниципалитета.').max(200, 'Название длиннее 200 знаков.'),
  centreName: z.string().trim().min(2, 'Укажите название центра.').max(300, 'Название длиннее 300 знаков.'),
  officeName: z.string().trim().min(2, 'Укажите название управления образования.').max(300, 'Длиннее 300 знаков.'),
  publicLabel: z.string().trim().min(2, 'Укажите слово или оставьте «ШНРО».').max(100, 'Длиннее 100 знаков.'),
  timeZone: z.string().refine((zone) => TIME_ZONES.some((known) => known.value === zone), 'Выберите часовой пояс.'),
  foundingAct: z.string().trim().max(2000, 'Длиннее 2000 знаков.'),
});

export type MunicipalitySettings = z.infer<typeof municipalitySettings>;

/** The eleven time zones of Russia by their difference from Moscow (Federal Law № 107-FZ «On the calculation of time»). */
export const TIME_ZONES = [
  { value: 'Europe/Kaliningrad', label: 'Калининград (МСК−1)' },
  { value: 'Europe/Moscow', label: 'Москва (МСК)' },
  { value: 'Europe/Samara', label: 'Самара (МСК+1)' },
  { value: 'Asia/Yekaterinburg', label: 'Екатеринбург (МСК+2)' },
  { value: 'Asia/Omsk', label: 'Омск (МСК+3)' },
  { value: 'Asia/Krasnoyarsk', label: 'Красноярск (МСК+4)' },
  { value: 'Asia/Irkutsk', label: 'Иркутск (МСК+5)' },
  { value: 'Asia/Yakutsk', label: 'Якутск (МСК+6)' },
  { value: 'Asia/Vladivostok', label: 'Владивосток (МСК+7)' },
  { value: 'Asia/Magadan', label: 'Магадан (МСК+8)' },
  { value: 'Asia/Kamchatka', label: 'Камчатка (МСК+9)' },
] as const;
