import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from '@/scripts/lib/embedded-postgres.mjs';
import { bornAt, identity, isRunning } from '@/scripts/lib/process-identity.mjs';
import { connected } from '@/scripts/lib/roles.mjs';

type Held = { server: { pid: number; born: string }; url: string; data: string };

const base = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-cluster-'));
const holders: ChildProcess[] = [];

beforeAll(() => fs.chmodSync(base, 0o755)); // the server may run as another user

afterAll(async () => {
  for (const holder of holders) holder.kill('SIGKILL');
  const cluster = await startPostgres({ base });
  await cluster.stop();
  fs.rmSync(base, { recursive: true, force: true });
});

/** A process of its own that has the cluster running. */
async function hold(): Promise<Held & { process: ChildProcess }> {
  const script = path.join(import.meta.dirname, 'hold-cluster.mjs');
  const child = spawn(process.execPath, [script, base, 'durable'], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) resolve(said);
    });
    child.once('exit', () => reject(new Error('the holder ended before it had a cluster')));
  });
  const held: Held = JSON.parse(line);
  return { ...held, process: child };
}

const end = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });

const gone = async (pid: number) => {
  while (bornAt(pid) !== null) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('the embedded PostgreSQL', () => {
  it('stops when its only user ends', async () => {
    const holder = await hold();
    await end(holder.process, 'SIGTERM');
    expect(isRunning(holder.server)).toBe(false);
  });

  it('is taken over after its launcher was killed, and then stopped at the end', async () => {
    const holder = await hold();
    await end(holder.process, 'SIGKILL');
    expect(isRunning(holder.server)).toBe(true);
    const next = await startPostgres({ base });
    expect(next.server.pid).toBe(holder.server.pid);
    expect(next.isAlone).toBe(true);
    await next.stop();
    expect(isRunning(holder.server)).toBe(false);
  });

  it('goes on for others when one of its users ends', async () => {
    const holder = await hold();
    const second = await startPostgres({ base });
    expect(second.isAlone).toBe(false);
    await second.stop();
    expect(isRunning(holder.server)).toBe(true);
    await connected(holder.url, (client) => client.query('SELECT 1'));
    await end(holder.process, 'SIGTERM');
    expect(isRunning(holder.server)).toBe(false);
  });

  it('keeps every acknowledged row when server and launcher are killed', async () => {
    const holder = await hold();
    await connected(holder.url, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS id'));
    holder.process.kill('SIGKILL');
    process.kill(holder.server.pid, 'SIGKILL');
    await gone(holder.server.pid);
    const next = await startPostgres({ base });
    const { rows } = await connected(next.superuserUrl(), (client) => client.query('SELECT id FROM kept'));
    expect(rows).toEqual([{ id: 1 }]);
    await next.stop();
  });

  it('starts although a stranger has got the process id of its killed server', async () => {
    const holder = await hold();
    holder.process.kill('SIGKILL');
    process.kill(holder.server.pid, 'SIGKILL');
    await gone(holder.server.pid);
    const file = path.join(holder.data, 'postmaster.pid');
    const [, ...rest] = fs.readFileSync(file, 'utf8').split('\n');
    fs.writeFileSync(file, [process.pid, ...rest].join('\n'));
    const next = await startPostgres({ base });
    expect(next.server.pid).not.toBe(process.pid);
    await next.stop();
  });

  it('keeps its passwords to the owner of the checkout', async () => {
    expect(fs.statSync(path.join(base, 'pg/state.json')).mode & 0o077).toBe(0);
  });
});

describe('a process that is written down', () => {
  it('is not mistaken for a later one with the same number', () => {
    const me = identity(process.pid);
    expect(isRunning(me)).toBe(true);
    expect(isRunning({ pid: process.pid, born: 'another time' })).toBe(false);
    expect(isRunning({ pid: 0, born: null })).toBe(false);
  });
});
