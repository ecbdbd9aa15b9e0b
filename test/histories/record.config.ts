import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** `npx vitest run --config test/histories/record.config.ts`: records the histories of this release. */
export default defineConfig({ test: { ...base.test, include: ['test/histories/record.ts'], testTimeout: 120_000 } });
