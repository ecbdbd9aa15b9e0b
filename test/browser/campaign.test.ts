import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import { sharedParts } from '../setup/shared-parts.ts';
import { signIn } from './admin.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { agreeAtAmazon, continueToUs } from './seller-central.ts';

describe('a campaign in the browser', { timeout: 60_000 }, () => {
  const people = useBrowser();
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack('365d', await sharedParts());
    for (const name of ['agreeing', 'silent']) {
      const { id } = await stack.add({ name: `Store of the ${name} one`, email: `${name}@example.com` });
      await stack.connect(id, `seller-${name}@example.com`);
      await stack.becomes(id, 'active');
    }
  }, 120_000);
  afterAll(() => stack?.stop(), 60_000);

  it('is made with a look ahead, followed while sellers agree, paused, resumed and ended', async () => {
    const { page } = await people.arrive();
    await signIn(page, stack);
    await page.getByRole('link', { name: 'Campaigns' }).click();
    await page.getByRole('heading', { name: 'Ask every seller to agree again' }).waitFor();
    await page.getByRole('button', { name: 'New campaign' }).click();
    const dialog = page.getByRole('dialog', { name: 'New campaign' });
    await dialog.getByText('2 messages for 2 stores').waitFor();
    await dialog.getByRole('button', { name: 'Start campaign' }).click();
    await dialog.getByText('Give the campaign a name.').waitFor();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('A new role');
    await dialog.getByRole('textbox', { name: 'What the sellers read' }).fill('We now also read your returns.');
    await dialog.getByRole('textbox', { name: 'Spread over days' }).fill('0');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Start campaign' }).click();

    await page.getByRole('heading', { name: 'A new role', level: 1 }).waitFor();
    await page.getByText('2 sent, 0 on their way, 0 failed').waitFor();
    const seller = await people.arrive();
    const [link] = await eventually(() => stack.mailedLinks('agreeing@example.com'));
    await seller.page.goto(link);
    await agreeAtAmazon(seller.page, 'seller-agreeing@example.com');
    await continueToUs(seller.page);
    await page.getByText('1 of 2').waitFor();
    await page.getByRole('row', { name: /Store of the agreeing one.*Agreed/ }).waitFor();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Pause' }).click();
    const alert = page.getByRole('alertdialog');
    await alert.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('Running', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'End campaign' }).click();
    await alert.getByRole('button', { name: 'End campaign' }).click();
    await page.getByText('Ended early', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0);
  });
});
