import { expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';

it('names in one sentence what to install when there is no Chromium', () => {
  expect(() => findChromium({ PATH: '/nowhere' })).toThrow(/^The browser tests need Chromium: install it [^.]*\.$/);
});

it('uses the Chromium of CHROMIUM_PATH', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath, PATH: '/nowhere' })).toBe(process.execPath);
});
