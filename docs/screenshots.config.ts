import { defineConfig } from 'vitest/config';

/** `npx vitest run --config docs/screenshots.config.ts` writes docs/screenshots/, on processes of its own. */
export default defineConfig({
  test: {
    include: ['docs/take-screenshots.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
  },
});
