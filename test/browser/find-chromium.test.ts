import { expect, it } from 'vitest';
import { findChromium } from './find-chromium.ts';

it('says in one sentence what to install when there is no Chromium', () => {
  expect(() => findChromium({ PATH: '/nowhere' })).toThrow(/^The browser tests need Chromium: install it [^.]*\.$/);
});

it('takes the Chromium that it is given', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath, PATH: '/nowhere' })).toBe(process.execPath);
});
