import { defineConfig } from 'vitest/config';
import base, { projectDefaults } from '../../vitest.config.ts';

/** `npx vitest run --config test/histories/record.config.ts`: records the histories of this release. */
export default defineConfig({
  test: {
    ...base.test,
    ...projectDefaults,
    projects: undefined,
    include: ['test/histories/record.ts'],
    testTimeout: 120_000,
  },
});
