import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import { env } from '@/lib/platform/env';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';

/**
 * Whose eyes a transaction looks through. Row-level security reads these; without them there are no rows.
 * Everything is an id as text, or null where the role has none.
 */
export type Scope = {
  readonly userId: string;
  readonly role: string;
  readonly membershipId: string;
  readonly regionId: string | null;
  readonly municipalityId: string | null;
  readonly schoolId: string | null;
};

/** A transaction that carries a scope. Stores take it as their first argument and nothing else of Prisma. */
export type Tx = Prisma.TransactionClient;

/**
 * The server's limits fire long before Prisma's own timer: a statement sent by a transaction that Prisma has given up
 * would otherwise be committed alone or inside another request's transaction (prisma/prisma#29762).
 */
const SESSION =
  '-c statement_timeout=8000 -c lock_timeout=4000 -c idle_in_transaction_session_timeout=6000 -c application_name=portal';
const CLIENT_TIMEOUT_MS = 60_000;

/** The last hop before the wire: refuses any statement on a transaction that has ended. */
function guarded(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  const guard = (tx: Transaction): Transaction => {
    let ended = false;
    const ends = (sql: string) => /^\s*(COMMIT|ROLLBACK)\s*;?\s*$/i.test(sql);
    const pass = (sql: string) => {
      if (ended && !ends(sql)) throw new Error('a statement came after the end of its transaction');
      if (ends(sql)) ended = true;
    };
    const { queryRaw, executeRaw, commit, rollback } = tx;
    return Object.assign(tx, {
      queryRaw: async (query: Parameters<Transaction['queryRaw']>[0]) => {
        pass(query.sql);
        return queryRaw.call(tx, query);
      },
      executeRaw: async (query: Parameters<Transaction['executeRaw']>[0]) => {
        pass(query.sql);
        return executeRaw.call(tx, query);
      },
      commit: () => {
        ended = true;
        return commit.call(tx);
      },
      rollback: () => {
        ended = true;
        return rollback.call(tx);
      },
    });
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect();
      const start = adapter.startTransaction.bind(adapter);
      return Object.assign(adapter, {
        startTransaction: async (level?: Parameters<typeof start>[0]) => guard(await start(level)),
      });
    },
  };
}

/**
 * A statement that begins with a comment of one word («/*card_saved*\/ …») is prepared under that word and planned once a
 * connection; with row-level security planning costs more than running. A list has a text for each shape of its filter,
 * and each gets a number; when there are too many shapes, the rest stay unnamed, as everything without a word does.
 */
const PREPARED = /^\s*\/\*(\w+)\*\//;
const SHAPES_MAX = 400;
const shapes = new Map<string, string>();

function nameOf(sql: string): string {
  const word = PREPARED.exec(sql)?.[1];
  if (!word) return '';
  const known = shapes.get(sql);
  if (known !== undefined) return known;
  if (shapes.size >= SHAPES_MAX) return '';
  const name = `${word}_${shapes.size}`;
  shapes.set(sql, name);
  return name;
}

/** A client of its own pool. The portal uses `prisma()`; tests and commands make theirs. */
export function createPrisma(url: string, connections = 8): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      idleTimeoutMillis: 30_000,
      options: SESSION,
    },
    { statementNameGenerator: ({ sql }) => nameOf(sql) },
  );
  return new PrismaClient({ adapter: guarded(adapter) });
}

declare global {
  /** Outlives the reloads of development, which would otherwise leak a pool each. */
  var portalPrisma: PrismaClient | undefined;
}

/** The pool of this process. Outside inScope() it reaches only the narrow sign-in functions: no identity, no rows. */
export function prisma(): PrismaClient {
  globalThis.portalPrisma ??= createPrisma(env().DATABASE_URL);
  return globalThis.portalPrisma;
}

/** The scope as enter_scope() of the database takes it. */
export const scopeJson = ({ userId, role, membershipId, regionId, municipalityId, schoolId }: Scope): string =>
  JSON.stringify({ userId, role, membershipId, regionId, municipalityId, schoolId });

/** One transaction seen through `scope`: every read and write of a request happens inside one of these. */
export function inScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>, client: PrismaClient = prisma()): Promise<T> {
  return client.$transaction(
    async (tx) => {
      await tx.$queryRaw`/*scope*/ SELECT enter_scope(${scopeJson(scope)}::jsonb)::text`;
      return work(tx);
    },
    { maxWait: 5000, timeout: CLIENT_TIMEOUT_MS },
  );
}
