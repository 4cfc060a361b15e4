import 'next/dist/server/node-environment-baseline';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';

/**
 * Runs `work` as the framework runs an action: `headers()` gives these, and there is no cookie and so nobody signed in. The
 * framework's own storage carries them, with no more of a request than that.
 */
export function asRequest<T>(sent: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  const request = {
    type: 'request',
    phase: 'action',
    headers: new Headers(sent),
    cookies: new Map(),
    mutableCookies: new Map(),
  };
  const page = { route: '/', page: '/' };
  const within = () => Reflect.apply(workUnitAsyncStorage.run, workUnitAsyncStorage, [request, work]);
  return Reflect.apply(workAsyncStorage.run, workAsyncStorage, [page, within]);
}
