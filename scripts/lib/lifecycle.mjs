/** What has been started and must be ended, the latest first. */
const pending = [];
let ending;

/**
 * Remembers how to end something that was just started. Returns a function that ends it now, once.
 * @param {() => unknown} work
 */
export function atEnd(work) {
  pending.push(work);
  return async () => {
    const place = pending.indexOf(work);
    if (place < 0) return;
    pending.splice(place, 1);
    await work();
  };
}

/** Ends everything that was started; safe to call more than once. */
export function endAll() {
  ending ??= (async () => {
    for (let work = pending.pop(); work; work = pending.pop()) {
      try {
        await work();
      } catch (error) {
        console.error(error);
      }
    }
  })();
  return ending;
}

/** True once a stop was asked for: whatever fails after that failed because of it. */
export const isEnding = () => ending !== undefined;

/** From here on Ctrl-C, a closed terminal and SIGTERM end everything in order before the process goes. */
export function endOnSignals(onFirst = () => {}) {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.on(signal, () => {
      if (isEnding()) return;
      onFirst();
      endAll().then(() => process.exit(code));
    });
  }
}
