import { z } from 'zod';

const schema = z
  .object({
    DATABASE_URL: z.url({ error: 'адрес базы данных (postgresql://…), которым пользуется портал' }),
    NEXTAUTH_SECRET: z
      .string({ error: 'секрет сессий, не короче 32 знаков' })
      .min(32, 'секрет сессий, не короче 32 знаков'),
    PORTAL_ORIGIN: z
      .url({ error: 'адрес портала, например https://moc.example.ru' })
      .transform((url) => new URL(url).origin),
    FILES_DIR: z.string().default('.data/files'),
    /** How many proxies of our own stand in front; the forwarded address is counted from the right. */
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
    /** Where letters are handed over, smtp://user:password@host:587; absent: people are told in the portal alone. */
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'адрес почтового сервера, например smtp://имя:пароль@mail.example.ru:587' })
      .optional(),
    MAIL_FROM: z.string().trim().min(3, 'адрес отправителя писем').optional(),
    /** Shows the demo sign-ins on the sign-in page. Set by the first-look start only. */
    PORTAL_DEMO: z.literal('1').optional(),
    /** The demo's sign-ins; read only when PORTAL_DEMO is set. */
    PORTAL_DEMO_PEOPLE: z.string().default('prisma/seed/demo-people.json'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    error: 'к SMTP_URL нужен адрес отправителя',
  });

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** Settings of the process, parsed once. A missing or refused one ends with a sentence that names it. */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Портал не может начать работу. Проверьте настройки: ${wrong.join('; ')}.`);
  }
  parsed = result.data;
  return parsed;
}
