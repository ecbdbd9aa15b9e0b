import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../api/contract/stores.ts';
import { awaitRenewalDue } from '../e2e/renewal-window.ts';
import { type Stack, startStack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs, scaledYearMs } from '../setup/scaled-time.ts';
import { sharedServers } from '../setup/shared-servers.ts';
import { cardOf, signIn } from './admin.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { agreeAtAmazon, continueToPerennial, signInAtAmazon } from './seller-central.ts';

const yearMs = scaledYearMs(40_000);

describe('a year in the browser', { timeout: limitMs(180_000) + 3 * yearMs }, () => {
  const visitors = useBrowser();
  let stack: Stack;
  /** Connected first, and renewed by its mail at the end of the file. */
  let due: Store;

  beforeAll(async () => {
    stack = await startStack(`${yearMs / 1000}s`, await sharedServers());
    due = await connected('Due Store', 'due');
  }, limitMs(180_000));
  afterAll(() => stack?.stop(), limitMs(60_000));

  async function connected(name: string, person: string): Promise<Store> {
    const { id } = await stack.add({ name, email: `${person}@example.com` });
    await stack.connect(id, `seller-${person}@example.com`);
    return stack.becomes(id, 'active');
  }

  it('keeps a store unconnected when its seller declines, and lets the seller try again', async () => {
    const store = await stack.add({ name: 'Declined Store' });
    const { page, context } = await visitors.arrive();
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
    await continueToPerennial(secondTry);
    await card.getByText('Active', { exact: true }).waitFor();
  });

  it('shows on the page and on the card that the wrong seller is refused, and keeps the store connected', async () => {
    const before = await connected('Wrong Seller Store', 'right');
    const { page, context } = await visitors.arrive();
    await signIn(page, stack);
    const card = cardOf(page, before.name);
    const opened = context.waitForEvent('page');
    await card.getByRole('button', { name: `More actions for ${before.name}` }).click();
    await page.getByRole('menuitem', { name: 'Renew' }).click();
    const amazon = await opened;
    await agreeAtAmazon(amazon, 'seller-other@example.com');
    await continueToPerennial(amazon);
    await amazon.getByRole('heading', { name: 'The store could not be connected' }).waitFor();
    await amazon.getByText('Your existing connection keeps working.').waitFor();
    await expectAccessible(amazon);

    const { reason, status, expiresAt } = await stack.findStore(before.id);
    expect(reason?.code).toBe('seller_mismatch');
    await amazon.getByText(reason?.text ?? 'no reason').waitFor();
    await card.getByText(reason?.text ?? 'no reason').waitFor();
    expect(await card.getByText('Active', { exact: true }).count()).toBe(1);
    expect({ status, expiresAt }).toEqual({ status: 'active', expiresAt: before.expiresAt });
    await expectAccessible(page);
  });

  it('refuses a callback in another browser, and completes it in the right one', async () => {
    const store = await stack.add({ name: 'Two Browsers' });
    const seller = await visitors.arrive();
    const other = await visitors.arrive({ locale: 'nl-NL' });
    other.expectError(/403/);
    await seller.page.goto(await stack.makeLink(store.id));
    await agreeAtAmazon(seller.page, 'seller-two-browsers@example.com');
    let callback = '';
    await seller.page.route('**/apps/authorize/consent/continue', async (route) => {
      callback = (await route.fetch({ maxRedirects: 0 })).headers()['location'] ?? '';
      await route.fulfill({ body: 'The way back was lost.' });
    });
    await continueToPerennial(seller.page);
    await eventually(() => expect(callback).toContain('spapi_oauth_code='));

    await other.page.goto(callback);
    await other.page.getByRole('heading', { name: 'Ga verder waar u begon' }).waitFor();
    await expectAccessible(other.page);
    expect(await stack.findStore(store.id)).toMatchObject({ status: 'awaiting_authorization' });

    await seller.page.goto(callback);
    await seller.page.getByRole('heading', { name: 'Connected' }).waitFor();
    await stack.becomes(store.id, 'active');
  });

  it('updates two tabs at once', async () => {
    const { page, context } = await visitors.arrive();
    await signIn(page, stack);
    const secondTab = await context.newPage();
    await secondTab.goto(stack.url);
    await cardOf(secondTab, due.name).waitFor();
    const store = await stack.add({ name: 'Two Tabs' });
    for (const tab of [page, secondTab]) await cardOf(tab, store.name).getByText('Waiting for the seller').waitFor();
    await stack.connect(store.id, 'seller-two-tabs@example.com');
    for (const tab of [page, secondTab]) await cardOf(tab, store.name).getByText('Active', { exact: true }).waitFor();
  });

  it('reports a lost connection, and reconnects without a reload', async () => {
    const { page, expectError } = await visitors.arrive();
    // Each way in which the browser reports a connection that fails.
    expectError(/Failed to load resource: net::ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE|SOCKET)/);
    await signIn(page, stack);
    await page.getByRole('searchbox', { name: 'Search stores' }).fill('Lost');
    const banner = page.getByRole('status').filter({ hasText: 'Connection lost.' });
    // A stopped start does not start the API again until the test lets it.
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
    // A reload would have lost the typed text; events arrive again.
    const store = await eventually(() => stack.add({ name: 'Lost and found' }));
    await cardOf(page, store.name).waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search stores' }).inputValue()).toBe('Lost');
  });

  it('renews by the mailed link, and updates the card', async () => {
    const admin = await visitors.arrive();
    await signIn(admin.page, stack);
    const card = cardOf(admin.page, due.name);
    const { page, expectError } = await visitors.arrive();
    const before = await awaitRenewalDue(stack, { id: due.id, seller: 'seller-due@example.com', yearMs });
    await card.getByText(/Renewal due|Expired/).waitFor();
    // In so short a year a link expires seconds after its mail, so each attempt opens the newest one.
    expectError(/410/);
    await eventually(
      async () => {
        const [newest] = await stack.mailedLinks('due@example.com');
        expect((await page.goto(newest))?.status()).toBe(200);
      },
      { timeoutMs: 30_000 },
    );
    await agreeAtAmazon(page, 'seller-due@example.com');
    await continueToPerennial(page);
    await page.getByRole('heading', { name: 'Connected' }).waitFor();
    await expectAccessible(page);
    await card.getByText('Active', { exact: true }).waitFor();
    const after = await stack.becomes(due.id, 'active');
    expect(Date.parse(after.expiresAt ?? '')).toBeGreaterThan(Date.parse(before.expiresAt ?? ''));
    expect(after).not.toHaveProperty('reason');
  });
});
