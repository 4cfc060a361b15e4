import { FUNCTIONS } from '@/lib/methodology/measures/functions';

/** The functions of the language as a table for docs/methods.md: their one description is beside their code. */
export const functionsTable = (): string =>
  [
    '| function | what it gives | source |',
    '|---|---|---|',
    ...FUNCTIONS.map(({ signature, doc, source }) => `| \`${signature}\` | ${doc} | ${source} |`),
  ].join('\n');
