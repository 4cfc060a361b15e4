import 'next/dist/server/node-environment-baseline';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';

/**
 * Runs `work` as the framework runs an action: `headers()` and `cookies()` give these. Without a cookie nobody is signed in.
 * The framework's own storage carries them, with no more of a request than that.
 */
export function asRequest<T>(
  sent: Readonly<Record<string, string>>,
  work: () => Promise<T>,
  cookies: Readonly<Record<string, string>> = {},
): Promise<T> {
  const jar = new Map(Object.entries(cookies).map(([name, value]) => [name, { name, value }]));
  const request = {
    type: 'request',
    phase: 'action',
    headers: new Headers(sent),
    cookies: jar,
    mutableCookies: jar,
    userspaceMutableCookies: jar,
  };
  const page = { route: '/', page: '/' };
  const within = () => Reflect.apply(workUnitAsyncStorage.run, workUnitAsyncStorage, [request, work]);
  return Reflect.apply(workAsyncStorage.run, workAsyncStorage, [page, within]);
}
