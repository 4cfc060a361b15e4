import { availableParallelism } from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const setup = (file: string) => path.join(import.meta.dirname, 'tests/setup', file);

/**
 * Two suites: `unit` needs nothing but node (a file asks for a browser's document by `@vitest-environment jsdom`), and
 * `integration`, files named *.db.test.ts, runs on a real PostgreSQL with a database of its own for each file.
 */
export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': import.meta.dirname, 'server-only': setup('empty.ts') } },
  test: {
    // The database works beside the tests: one worker would leave it waiting on a machine of two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/**/*.db.test.{ts,tsx}'],
          environment: 'node',
          // Thousands of random cards on a busy machine take longer than five seconds; nothing here waits for time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.db.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: setup('database-template.ts'),
          setupFiles: setup('database.ts'),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
