// Only node's own modules here and in whatever runs before `npm ci`.
import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** Everything the portal keeps beside the code: the embedded database, uploaded files, secrets of this machine. */
export const dataDir = path.resolve(root, process.env.PORTAL_DATA_DIR ?? '.data');

// Nothing here phones home, and no tool advertises its next version in the middle of our output.
process.env.NEXT_TELEMETRY_DISABLED = '1';
process.env.CHECKPOINT_DISABLE = '1';
process.env.PRISMA_HIDE_UPDATE_MESSAGE = '1';

/** A mistake of settings or of the machine. It is shown as one sentence, without a stack. */
export class Refusal extends Error {}

/** The failure of a command that has already said in its own words what is wrong. */
export class SpokenFailure extends Error {}

/** Seconds as people read them here: «1,4 с». */
export const seconds = (ms) => `${(ms / 1000).toFixed(1).replace('.', ',')} с`;

/** Runs a command's main function: a refusal is one sentence and exit code 1, anything else keeps its stack. */
export function runMain(main) {
  main().catch((error) => {
    if (!(error instanceof SpokenFailure)) console.error(error instanceof Refusal ? `\n${error.message}` : error);
    process.exitCode = 1;
    // Open handles must not keep a failed command alive; the exit handlers still stop what was started.
    setTimeout(() => process.exit(1), 100).unref();
  });
}

/** The invented people of the demo, shown in the terminal and on the sign-in page. */
export const DEMO_PEOPLE = 'prisma/seed/demo-people.json';
