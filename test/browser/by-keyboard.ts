import type { Page } from 'playwright-core';

/** What a person without a mouse does. */
export function byKeyboard(page: Page) {
  const { keyboard } = page;
  const focused = () => page.locator(':focus');
  async function tabTo(name: string | RegExp): Promise<void> {
    for (let presses = 0; presses < 30; presses += 1) {
      const there = page.getByRole('button', { name }).or(page.getByRole('textbox', { name })).and(focused());
      if ((await there.count()) > 0) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}`);
  }
  async function pick(picker: RegExp, option: string): Promise<void> {
    await tabTo(picker);
    await keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
    const wanted = page.getByRole('option', { name: option, exact: true }).and(focused());
    for (let presses = 0; presses < 10 && (await wanted.count()) === 0; presses += 1) await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
  }
  return { tabTo, pick };
}
