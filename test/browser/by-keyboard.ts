import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../setup/eventually.ts';

/** Moves of a person without a mouse. */
export function byKeyboard(page: Page) {
  const { keyboard } = page;
  const focused = () => page.locator(':focus');
  async function tabTo(name: string | RegExp): Promise<void> {
    const wanted = page.getByRole('button', { name }).or(page.getByRole('textbox', { name }));
    // Tab skips a picker whose options are still loading.
    await eventually(async () => expect(await wanted.first().isEnabled()).toBe(true));
    for (let presses = 0; presses < 30; presses += 1) {
      if ((await wanted.and(focused()).count()) > 0) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}`);
  }
  async function pick(picker: RegExp, option: string): Promise<void> {
    await tabTo(picker);
    await keyboard.press('Enter');
    const current = page.getByRole('option').and(focused());
    const wanted = page.getByRole('option', { name: option, exact: true }).and(focused());
    await current.waitFor();
    for (let presses = 0; presses < 10 && (await wanted.count()) === 0; presses += 1) {
      const before = await current.innerText();
      await keyboard.press('ArrowDown');
      // A key pressed before the focus has moved would skip the option.
      await eventually(async () => expect(await current.innerText()).not.toBe(before));
    }
    await keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
  }
  return { tabTo, pick };
}
