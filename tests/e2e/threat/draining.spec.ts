import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@/scripts/lib/free-port.mjs';
import { startWeb, waitReady } from '@/scripts/lib/web.mjs';
import { expect, test } from '../support/test';

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

test('a server that is told to stop takes nobody new and finishes what it has begun', async () => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const filesDir = mkdtempSync(path.join(tmpdir(), 'draining-'));
  const options = {
    ...{ appUrl: process.env.DATABASE_URL ?? '', origin, filesDir, port, host: '127.0.0.1', isDemo: false },
    logFile: path.join(filesDir, 'web.log'),
  };
  const web = startWeb(options);
  try {
    await waitReady(web, options);
    const body = 'vision=large&back=%2Fhome';
    const request = http.request(`${origin}/api/view`, {
      method: 'POST',
      headers: {
        Origin: origin,
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': body.length,
        Expect: '100-continue',
      },
    });
    const answered = once(request, 'response');
    request.flushHeaders();
    await once(request, 'continue');
    request.write(body.slice(0, 6));
    const stopped = web.stop();
    await expect.poll(() => answers(port)).toBe(false);
    request.end(body.slice(6));
    const [response]: http.IncomingMessage[] = await answered;
    expect([response?.statusCode, response?.headers.location]).toEqual([303, '/home']);
    response?.resume();
    await stopped;
  } finally {
    await web.stop();
    rmSync(filesDir, { recursive: true, force: true });
  }
});
