// Connections for the WASM schema engine. What @prisma/adapter-pg does for queries is not enough for migrations; each
// difference is closed here with its reason.
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const inDatabase = (url, name) => Object.assign(new URL(url), { pathname: `/${encodeURIComponent(name)}` }).toString();

/** Name of the database in an address. */
export const databaseName = (url) => decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';

async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    if (sql) await client.query(sql);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Runs a statement from a maintenance database: a database cannot be made or dropped from within. */
async function maintain(url, sql) {
  try {
    await query(inDatabase(url, 'postgres'), sql);
  } catch (error) {
    if (error.code !== '3D000') throw error;
    await query(inDatabase(url, 'template1'), sql);
  }
}

export const tryDatabase = (url) => query(url);
export const createDatabase = (url) => maintain(url, `CREATE DATABASE ${quoted(databaseName(url))}`);
export const dropDatabase = (url) => maintain(url, `DROP DATABASE IF EXISTS ${quoted(databaseName(url))} WITH (FORCE)`);

/** Type of the system catalogs' one-letter columns, which the adapter does not know. */
const PG_CHAR = 18;
const PG_TEXT = 25;

/** The adapter, completed for migrations. */
function complete(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const startTransaction = adapter.startTransaction?.bind(adapter);
  let isChar = [];
  adapter.performIO = async (statement) => {
    const result = await performIO(statement);
    isChar = result.fields.map((field) => field.dataTypeID === PG_CHAR);
    for (const field of result.fields) if (field.dataTypeID === PG_CHAR) field.dataTypeID = PG_TEXT;
    return result;
  };
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement);
    const columnTypes = result.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type));
    return { ...result, columnTypes };
  };
  if (startTransaction) adapter.startTransaction = async (...args) => complete(await startTransaction(...args));
  // The original cuts a script at every semicolon, through function bodies and strings. Sent whole, it is one
  // transaction; CREATE INDEX CONCURRENTLY therefore stands alone in its migration.
  adapter.executeScript = async (sql) => {
    try {
      await adapter.client.query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/** Makes the connections of one engine: to the database itself and to a shadow of it. */
export class SchemaEngineAdapters extends PrismaPg {
  #datasource;

  constructor(datasource) {
    const schema = datasource.url ? (new URL(datasource.url).searchParams.get('schema') ?? undefined) : undefined;
    super({ connectionString: datasource.url ?? 'postgresql://nowhere:0/', max: 1 }, { schema });
    this.#datasource = datasource;
  }

  async connect() {
    return complete(await super.connect());
  }

  /** The original keeps the connection string, so its «shadow» is the main database, and is wiped. Never call it. */
  async connectToShadowDb() {
    const { url, shadowDatabaseUrl } = this.#datasource;
    const shadow = shadowDatabaseUrl ?? inDatabase(url, `prisma_migrate_shadow_db_${crypto.randomUUID()}`);
    if (!shadowDatabaseUrl) await createDatabase(shadow);
    const adapter = complete(await new PrismaPg({ connectionString: shadow, max: 1 }).connect());
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      await dispose();
      if (!shadowDatabaseUrl) await dropDatabase(shadow);
    };
    return adapter;
  }
}
