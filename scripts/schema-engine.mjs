#!/usr/bin/env node
// Prisma's schema engine for machines that cannot download the native one: it speaks the native engine's JSON-RPC over
// stdin and stdout, and runs the WASM engine of @prisma/schema-engine-wasm on a connection of node-postgres.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import {
  createDatabase,
  databaseName,
  dropDatabase,
  SchemaEngineAdapters,
  tryDatabase,
} from './lib/schema-engine-adapters.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    version: { type: 'boolean' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
});
const datasource = options.datasource ? JSON.parse(options.datasource) : {};

/** The command line reads the engine's log from stderr, one JSON object a line. */
function log(level, message, extra = {}) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields: { message, ...extra },
    target: 'schema_engine::logger',
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** `schema-engine cli can-connect-to-database | create-database | drop-database`. */
async function runSubcommand(name) {
  const codes = { '3D000': 'P1003', '28P01': 'P1000' };
  try {
    if (name === 'can-connect-to-database') await tryDatabase(datasource.url);
    else if (name === 'create-database') await createDatabase(datasource.url);
    else if (name === 'drop-database') await dropDatabase(datasource.url);
    else throw new Error(`unknown command ${name}`);
    process.stderr.write('\n'); // the caller skips the first line
    log('INFO', name === 'drop-database' ? 'The database was successfully dropped' : 'ok');
    return 0;
  } catch (error) {
    process.stderr.write('\n');
    log('ERROR', error.message || String(error.code), { error_code: codes[error.code] ?? 'P1001' });
    return 1;
  }
}

let isLoaded = false;
function load() {
  if (isLoaded) return;
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => log('ERROR', String(message)) };
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { './schema_engine_bg.js': wasm });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  isLoaded = true;
}

/** One engine a request: an engine that has used its shadow database once refuses to do so again. */
async function withEngine(work) {
  load();
  const datamodels = options.datamodels?.map((file) => [file, readFileSync(file, 'utf8')]);
  const debug = (message) => process.env.DEBUG && log('INFO', String(message));
  const adapters = bindMigrationAwareSqlAdapterFactory(new SchemaEngineAdapters(datasource));
  const engine = await wasm.SchemaEngine.new({ datamodels }, debug, adapters);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
/** Methods that bear another name in the WASM engine. */
const RENAMED = { getDatabaseVersion: 'version' };
/** Methods that replay migrations; the WASM engine can do that only by diagnosing first, and then reads its cache. */
const REPLAYING = new Set(['evaluateDataLoss', 'createMigration']);

async function answer({ method, params }) {
  if (method === 'createDatabase') {
    await createDatabase(datasource.url);
    return { databaseName: databaseName(datasource.url) };
  }
  return withEngine(async (engine) => {
    if (REPLAYING.has(method)) {
      const { migrationsList, filters } = params;
      await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: true, filters });
    }
    return engine[RENAMED[method] ?? method](params);
  });
}

async function handle(request) {
  const { id, method } = request;
  try {
    let result = await answer(request);
    if (method === 'diff') {
      if (result.stdout != null) send({ id: id + 1_000_000, method: 'print', params: { content: result.stdout } });
      result = { exitCode: result.exitCode, stdout: null };
    }
    send({ id, result: result ?? null });
  } catch (error) {
    const data = {
      is_panic: error.name === 'RuntimeError',
      message: error.message,
      meta: null,
      error_code: error.code ?? null,
    };
    send({ id, error: { code: 4466, message: error.message, data } });
  }
}

if (options.version) {
  console.log('schema-engine-cli wasm');
} else if (positionals[0] === 'cli') {
  process.exitCode = await runSubcommand(positionals[1]);
} else {
  let queue = Promise.resolve();
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const request = JSON.parse(line);
      if (request.method) queue = queue.then(() => handle(request));
    })
    .on('close', () => queue.then(() => process.exit(0)));
}
