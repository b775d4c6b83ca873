import { defineConfig } from 'vitest/config';

const browserTests = 'tests/e2e/**/*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.ts'],
          exclude: [browserTests],
          environment: 'node',
          globalSetup: ['tests/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [browserTests],
          environment: 'node',
          globalSetup: ['tests/e2e/portal-server.ts'],
          // The pages share one server and one machine: one after the other keeps their times honest.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
