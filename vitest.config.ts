import preact from '@preact/preset-vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) };

/**
 * Four kinds of test: pure and storage (node), DOM and components (jsdom), sync over real servers (servers), the built
 * extension (e2e, one browser at a time).
 */
export default defineConfig({
  resolve: { alias },
  test: {
    // A machine of two cores that does other things as well is slow, not wrong.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/servers/**', 'tests/**/*.dom.test.ts'],
          environment: 'node',
          setupFiles: ['tests/setup-pure.ts'],
        },
      },
      {
        extends: true,
        plugins: [preact({ devToolsEnabled: false })],
        test: {
          name: 'dom',
          include: ['tests/**/*.dom.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['tests/setup-dom.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'servers',
          include: ['tests/servers/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/servers/set-up.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/e2e/build.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
