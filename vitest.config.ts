import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const timed = 'test/**/*.timed.test.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: 'test/build-once.ts',
    coverage: { include: ['src/**'], reporter: ['text-summary', 'json', 'html'] },
    projects: [
      {
        extends: true,
        test: { name: 'all', include: ['test/**/*.test.ts'], exclude: [timed], maxWorkers: availableParallelism() },
      },
      // What looks at the clock has the machine for itself.
      {
        extends: true,
        test: { name: 'timed', include: [timed], fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
