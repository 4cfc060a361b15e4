// «server-only» throws outside the bundler that keeps it out of browsers. A command is a server: for it the word is empty.
// (The condition «react-server» would do that too, but gives React without what next/navigation asks of it.)
import { register } from 'node:module';

const hook = `export async function resolve(specifier, context, next) {
  return specifier === 'server-only' ? { url: 'data:text/javascript,', shortCircuit: true } : next(specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hook)}`);
