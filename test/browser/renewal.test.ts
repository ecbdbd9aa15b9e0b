import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../api/contract/stores.ts';
import { type Stack, startStack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs, scaledYearMs } from '../setup/scaled-time.ts';
import { sharedParts } from '../setup/shared-parts.ts';
import { cardOf, signIn } from './admin.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { agreeAtAmazon, continueToUs, signInAtAmazon } from './seller-central.ts';

const yearMs = scaledYearMs(50_000);

describe('a year in the browser', { timeout: limitMs(180_000) }, () => {
  const people = useBrowser();
  let stack: Stack;
  /** Connected before all, and renewed by its mail at the end of the file. */
  let due: Store;

  beforeAll(async () => {
    stack = await startStack(`${yearMs / 1000}s`, await sharedParts());
    due = await stack.add({ name: 'Due Store', email: 'due@example.com' });
    await stack.connect(due.id, 'seller-due@example.com');
    await stack.becomes(due.id, 'active');
  }, limitMs(120_000));
  afterAll(() => stack?.stop(), limitMs(60_000));

  it('leaves a store whose seller declines as it was, with the same thing to do', async () => {
    const store = await stack.add({ name: 'Declined Store' });
    const { page, context } = await people.arrive();
    await signIn(page, stack);
    const card = cardOf(page, store.name);
    const opened = context.waitForEvent('page');
    await card.getByRole('button', { name: 'Connect store' }).click();
    const amazon = await opened;
    await signInAtAmazon(amazon, 'seller-declined@example.com');
    await amazon.getByRole('button', { name: 'Cancel' }).click();
    await amazon.getByRole('heading', { name: 'You did not authorize the application' }).waitFor();
    await expectAccessible(amazon);
    await amazon.close();

    expect(await card.getByText('Waiting for the seller').count()).toBe(1);
    const again = context.waitForEvent('page');
    await card.getByRole('button', { name: 'Connect store' }).click();
    const secondTry = await again;
    await agreeAtAmazon(secondTry, 'seller-declined@example.com');
    await continueToUs(secondTry);
    await card.getByText('Active', { exact: true }).waitFor();
  });

  it('refuses the wrong seller on the page and on the card, and the store stays connected', async () => {
    const { page, context } = await people.arrive();
    await signIn(page, stack);
    const before = await stack.findStore(due.id);
    const card = cardOf(page, due.name);
    const opened = context.waitForEvent('page');
    await card.getByRole('button', { name: `More actions for ${due.name}` }).click();
    await page.getByRole('menuitem', { name: 'Renew' }).click();
    const amazon = await opened;
    await agreeAtAmazon(amazon, 'seller-stranger@example.com');
    await continueToUs(amazon);
    await amazon.getByRole('heading', { name: 'The store could not be connected' }).waitFor();
    await amazon.getByText('Your existing connection keeps working.').waitFor();
    await expectAccessible(amazon);

    const { reason, status, expiresAt } = await stack.findStore(due.id);
    expect(reason?.code).toBe('seller_mismatch');
    await amazon.getByText(reason?.text ?? 'no reason').waitFor();
    await card.getByText(reason?.text ?? 'no reason').waitFor();
    expect(await card.getByText('Active', { exact: true }).count()).toBe(1);
    expect({ status, expiresAt }).toEqual({ status: 'active', expiresAt: before.expiresAt });
    await expectAccessible(page);
  });

  it('refuses kindly a callback in another browser, and the right one still finishes', async () => {
    const store = await stack.add({ name: 'Two Browsers' });
    const seller = await people.arrive();
    const stranger = await people.arrive({ locale: 'nl-NL' });
    stranger.expectError(/403/);
    await seller.page.goto(await stack.makeLink(store.id));
    await agreeAtAmazon(seller.page, 'seller-two-browsers@example.com');
    let callback = '';
    await seller.page.route('**/apps/authorize/consent/continue', async (route) => {
      callback = (await route.fetch({ maxRedirects: 0 })).headers()['location'] ?? '';
      await route.fulfill({ body: 'The way back was lost.' });
    });
    await continueToUs(seller.page);
    await eventually(() => expect(callback).toContain('spapi_oauth_code='));

    await stranger.page.goto(callback);
    await stranger.page.getByRole('heading', { name: 'Ga verder waar u begon' }).waitFor();
    await expectAccessible(stranger.page);
    expect(await stack.findStore(store.id)).toMatchObject({ status: 'awaiting_authorization' });

    await seller.page.goto(callback);
    await seller.page.getByRole('heading', { name: 'Connected' }).waitFor();
    await stack.becomes(store.id, 'active');
  });

  it('follows in two tabs at once', async () => {
    const { page, context } = await people.arrive();
    await signIn(page, stack);
    const other = await context.newPage();
    await other.goto(stack.url);
    await cardOf(other, due.name).waitFor();
    const store = await stack.add({ name: 'Two Tabs' });
    for (const tab of [page, other]) await cardOf(tab, store.name).getByText('Waiting for the seller').waitFor();
    await stack.connect(store.id, 'seller-two-tabs@example.com');
    for (const tab of [page, other]) await cardOf(tab, store.name).getByText('Active', { exact: true }).waitFor();
  });

  it('says that the connection is lost, and mends it without a reload', async () => {
    const { page, expectError } = await people.arrive();
    // However the browser puts it that nobody answers.
    expectError(/Failed to load resource: net::ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE|SOCKET)/);
    await signIn(page, stack);
    await page.getByRole('searchbox', { name: 'Search stores' }).fill('Lost');
    const banner = page.getByRole('status').filter({ hasText: 'Connection lost.' });
    // Nobody starts it again meanwhile, so that it is away as long as the test wants.
    const { startPid } = z
      .object({ startPid: z.number() })
      .parse(JSON.parse(readFileSync(join(stack.dataDir, 'run.json'), 'utf8')));
    process.kill(startPid, 'SIGSTOP');
    stack.kill('api', 'SIGKILL');
    try {
      await banner.waitFor();
      await expectAccessible(page);
    } finally {
      process.kill(startPid, 'SIGCONT');
    }
    await banner.waitFor({ state: 'detached' });
    // What was typed is still there, so it was no reload; and events arrive again.
    const store = await eventually(() => stack.add({ name: 'Lost and found' }));
    await cardOf(page, store.name).waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search stores' }).inputValue()).toBe('Lost');
  });

  it('renews from the e-mailed link, and the card follows', async () => {
    const admin = await people.arrive();
    await signIn(admin.page, stack);
    const card = cardOf(admin.page, due.name);
    const { page, expectError } = await people.arrive();
    // On a slow machine its year is over by now: then the next one is waited for.
    if ((await stack.findStore(due.id)).status === 'expired') await stack.connect(due.id, 'seller-due@example.com');
    await stack.becomes(due.id, ['active', 'renewal_due']);
    const before = await stack.becomes(due.id, 'renewal_due', yearMs);
    await card.getByText(/Renewal due|Expired/).waitFor();
    // In so short a year a link ends seconds after its message: the newest one is to be opened.
    expectError(/410/);
    await eventually(async () => {
      const [newest] = await stack.mailedLinks('due@example.com');
      expect((await page.goto(newest))?.status()).toBe(200);
    });
    await agreeAtAmazon(page, 'seller-due@example.com');
    await continueToUs(page);
    await page.getByRole('heading', { name: 'Connected' }).waitFor();
    await expectAccessible(page);
    await card.getByText('Active', { exact: true }).waitFor();
    const after = await stack.becomes(due.id, 'active');
    expect(Date.parse(after.expiresAt ?? '')).toBeGreaterThan(Date.parse(before.expiresAt ?? ''));
    expect(after).not.toHaveProperty('reason');
  });
});
