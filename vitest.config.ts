import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
    // So that a machine that has much to do fails nothing: a real database is asked here.
    testTimeout: 20_000,
    // Every core: Vitest keeps one back, which on two cores doubles the time (302 s against 174 s).
    maxWorkers: '100%',
    globalSetup: 'src/proxy/testing/postgresOfRun.ts',
  },
});
