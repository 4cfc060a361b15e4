import fs from 'node:fs';
import path from 'node:path';
import { dataDir, Refusal, root } from './project.mjs';

/** Reads `.env`; what the environment already says wins. */
export function loadEnvFile() {
  const file = path.join(root, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

function portNumber(text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Refusal(`PORT: нужен номер порта от 1 до 65535, а задано «${text}».`);
  return port;
}

function addressOf(name, protocols, example) {
  const text = process.env[name];
  if (!text)
    throw new Refusal(`Вместе с DATABASE_URL нужна настройка ${name}, например ${example} (см. .env.example).`);
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new Refusal(`${name}: нужен адрес вида ${example}.`);
  }
  return text;
}

/**
 * Settings of a start, read once and refused in one sentence.
 * Without DATABASE_URL the database is the embedded one, and `own` is null.
 */
export function startSettings() {
  const port = portNumber(process.env.PORT || '3000');
  const host = process.env.PORTAL_BIND || '127.0.0.1';
  const filesDir = path.resolve(root, process.env.FILES_DIR || path.join(dataDir, 'files'));
  if (!process.env.DATABASE_URL) {
    if (process.env.MIGRATION_DATABASE_URL) {
      throw new Refusal(
        'Задан MIGRATION_DATABASE_URL без DATABASE_URL: для своего сервера нужны оба адреса, для первого знакомства – ни одного.',
      );
    }
    return {
      port,
      host,
      filesDir,
      origin: originOf(process.env.PORTAL_ORIGIN || `http://127.0.0.1:${port}`),
      own: null,
    };
  }
  const database = ['postgresql:', 'postgres:'];
  const appUrl = addressOf('DATABASE_URL', database, 'postgresql://portal_app:пароль@сервер:5432/portal');
  const ownerUrl = addressOf('MIGRATION_DATABASE_URL', database, 'postgresql://portal_owner:пароль@сервер:5432/portal');
  const origin = originOf(addressOf('PORTAL_ORIGIN', ['http:', 'https:'], 'https://moc.example.ru'));
  if ((process.env.NEXTAUTH_SECRET ?? '').length < 32) {
    throw new Refusal(
      'Вместе с DATABASE_URL нужна настройка NEXTAUTH_SECRET не короче 32 знаков: её даёт команда openssl rand -base64 32.',
    );
  }
  const key = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  if (key && Buffer.from(key, 'base64').length !== 32) {
    throw new Refusal(
      'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: нужны 32 байта в base64, их даёт команда openssl rand -base64 32.',
    );
  }
  return { port, host, filesDir, origin, own: { appUrl, ownerUrl } };
}

function originOf(text) {
  if (!URL.canParse(text)) throw new Refusal('PORTAL_ORIGIN: нужен адрес портала вида https://moc.example.ru.');
  return new URL(text).origin;
}
