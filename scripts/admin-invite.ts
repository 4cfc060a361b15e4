import { parseArgs } from 'node:util';
import { z } from 'zod';
import { INVITATION_DAYS, invitationTokenHash, newInvitationToken } from '@/lib/access/invitation-token';
import { municipalitySettings } from '@/lib/access/municipality';
import { personName } from '@/lib/access/person-name';
import { newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { env } from '@/lib/platform/env';
import type { Prisma } from '@/prisma/generated/client';
import { ownerClient } from '@/prisma/seed/builders/owner-client';

// Nobody can be invited through the portal before it has an administrator, and nobody in it stands above municipalities:
// the operator makes the municipality (or the region) and hands its first person a link, past row-level security.

const USAGE = `Приглашение первого администратора муниципалитета:
  npm run admin:invite -- --email почта --name "Фамилия Имя Отчество" --municipality "Название" --region "Название региона"
Приглашение специалиста региона:
  npm run admin:invite -- --role region --email почта --name "Фамилия Имя Отчество" --region "Название региона"
Регион и муниципалитет, которых ещё нет, появятся; у известного муниципалитета регион не нужен.
Часовой пояс нового муниципалитета: --time-zone Asia/Yekaterinburg (без него – Europe/Moscow).`;

const placeName = municipalitySettings.shape.name;

const commandLine = z.strictObject({
  role: z.enum(['admin', 'region'], { error: '--role: admin или region.' }).default('admin'),
  email: z.email({ error: '--email: нужен адрес почты.' }).transform((email) => email.toLowerCase()),
  name: personName,
  municipality: placeName.optional(),
  region: placeName.optional(),
  'time-zone': municipalitySettings.shape.timeZone.default('Europe/Moscow'),
});

class WrongCommand extends Error {}

type Place = { readonly regionId: string | null; readonly municipalityId: string | null };
type Tx = Prisma.TransactionClient;

/** The region of that name, made when it is not there. Its code only has to be its own. */
async function regionId(tx: Tx, name: string): Promise<string> {
  const known = await tx.region.findFirst({ where: { name }, select: { id: true } });
  if (known) return known.id;
  const id = newId();
  await tx.region.create({ data: { id, code: id, name } });
  return id;
}

async function municipalityId(tx: Tx, name: string, region: string | undefined, timeZone: string): Promise<string> {
  const known = await tx.municipality.findMany({ where: { name }, select: { id: true, region: true } });
  const fitting = region === undefined ? known : known.filter((municipality) => municipality.region.name === region);
  if (fitting.length > 1)
    throw new WrongCommand(`Муниципалитетов «${name}» несколько: назовите ещё и регион (--region).`);
  if (fitting[0]) return fitting[0].id;
  if (region === undefined)
    throw new WrongCommand(`Муниципалитета «${name}» ещё нет: чтобы он появился, назовите регион (--region).`);
  const id = newId();
  await tx.municipality.create({
    data: {
      id,
      code: id,
      name,
      timeZone,
      regionId: await regionId(tx, region),
      centreName: `Муниципальный образовательный центр, ${name}`,
      officeName: `Управление образования, ${name}`,
    },
  });
  return id;
}

async function placeOf(tx: Tx, command: z.infer<typeof commandLine>): Promise<Place> {
  const { role, municipality, region } = command;
  if (role === 'region') {
    if (!region || municipality)
      throw new WrongCommand('Специалисту региона нужен --region, а --municipality не нужен.');
    return { regionId: await regionId(tx, region), municipalityId: null };
  }
  if (!municipality) throw new WrongCommand('Назовите муниципалитет (--municipality).');
  return { regionId: null, municipalityId: await municipalityId(tx, municipality, region, command['time-zone']) };
}

function parseCommand(): z.infer<typeof commandLine> {
  const text = { type: 'string' } as const;
  const options = { role: text, email: text, name: text, municipality: text, region: text, 'time-zone': text };
  try {
    const parsed = commandLine.safeParse(parseArgs({ options }).values);
    if (parsed.success) return parsed.data;
    throw new WrongCommand(parsed.error.issues.map((issue) => issue.message).join('\n'));
  } catch (error) {
    throw error instanceof WrongCommand ? error : new WrongCommand('Такой команды нет.');
  }
}

async function invite(): Promise<void> {
  const command = parseCommand();
  const role = command.role === 'region' ? 'REGION' : 'ADMIN';
  const token = newInvitationToken();
  const owner = ownerClient();
  try {
    await owner.$transaction(async (tx) => {
      const place = await placeOf(tx, command);
      const id = newId();
      const who = { email: command.email, role, ...place } as const;
      // Of several links for one person and role only the last one works.
      await tx.invitation.updateMany({
        where: { ...who, usedAt: null, revokedAt: null },
        data: { revokedAt: new Date() },
      });
      const expiresAt = new Date(Date.now() + INVITATION_DAYS * 86_400_000);
      await tx.invitation.create({
        data: { id, tokenHash: invitationTokenHash(token), name: command.name, expiresAt, ...who },
      });
      // The line goes to the chain of the municipality, so that its administrators see it.
      await tx.$queryRaw`SELECT set_config('app.municipality_id', ${place.municipalityId ?? ''}, true)`;
      const details = JSON.stringify({ email: command.email, role });
      await tx.$queryRaw`SELECT journal_add('invitation.create', 'invitation', ${id}, ${details}::jsonb)`;
    });
  } finally {
    await owner.$disconnect();
  }
  console.log(`\n  Одноразовая ссылка для ${command.name} (действует ${INVITATION_DAYS} дней):\n`);
  console.log(`  ${env().PORTAL_ORIGIN}${links.invite(token)}\n`);
  console.log('  Она показана один раз: скопируйте её и передайте лично. Повтор команды отменит её и даст новую.\n');
}

try {
  await invite();
} catch (error) {
  if (!(error instanceof WrongCommand)) throw error;
  console.error(`\n${error.message}\n\n${USAGE}`);
  process.exitCode = 1;
}
