import http from 'node:http';
import { encode } from 'next-auth/jwt';
import { secrets } from '../lib/secrets.mjs';
import { idOf } from './world.mjs';

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** The session cookie of the n-th person of a world, as next-auth would have set it at sign-in. */
export async function cookieOf(n) {
  const token = await encode({ token: { sid: idOf('session', n) }, secret: secrets().session });
  return `next-auth.session-token=${token}`;
}

/**
 * One request over a kept connection, read to its end.
 * @param {string} address
 * @param {{ method?: string, cookie?: string, body?: unknown, headers?: Record<string, string>, onChunk?: (chunk: Buffer) => void }} [options]
 * @returns {Promise<{ status: number, headers: Record<string, string>, body: Buffer, firstByteMs: number, ms: number }>}
 */
export function ask(address, { method = 'GET', cookie, body, headers = {}, onChunk } = {}) {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let firstByteMs = 0;
    const request = http.request(
      url,
      {
        agent,
        method,
        headers: {
          Host: url.host,
          ...(cookie ? { Cookie: cookie } : {}),
          ...(payload ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(payload) } : {}),
          ...(method === 'GET' ? {} : { Origin: url.origin }),
          ...headers,
        },
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => {
          if (firstByteMs === 0) firstByteMs = performance.now() - started;
          if (onChunk) onChunk(chunk);
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: Buffer.concat(chunks),
            firstByteMs,
            ms: performance.now() - started,
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(payload);
  });
}

/** The same, refusing anything but 200: a fast error page must not pass for speed. */
export async function askOk(address, options) {
  const answer = await ask(address, options);
  if (answer.status !== 200)
    throw new Error(`${options?.method ?? 'GET'} ${address}: ${answer.status} ${answer.body.toString().slice(0, 300)}`);
  return answer;
}
