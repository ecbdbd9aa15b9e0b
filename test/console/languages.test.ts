import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { locales } from '../../locales/index.ts';

it('every language of the product has a folder of messages in the console', () => {
  const entries = readdirSync(new URL('../../console/src/messages', import.meta.url), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.toSorted()).toEqual([...locales].toSorted());
});
