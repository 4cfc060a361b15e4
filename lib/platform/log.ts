import 'server-only';
import pino from 'pino';

/** Structured log. It carries ids, never answers, passwords or names of people. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null });
