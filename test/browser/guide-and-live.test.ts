import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../setup/eventually.ts';
import { sharedParts } from '../setup/shared-parts.ts';
import { type Stack, startStack } from '../e2e/stack.ts';
import { cardOf, fillStoreForm } from './admin.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { agreeAtAmazon, continueToUs } from './seller-central.ts';
import { dutch, english, type Words } from './words.ts';

describe('the guide, word for word', { timeout: 120_000 }, () => {
  const people = useBrowser();
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack('365d', await sharedParts());
    // The first store of a process takes longest: the walk is not to wait for it.
    const { id } = await eventually(() => stack.add());
    await stack.becomes(id, 'awaiting_authorization');
    await deleteAll();
  }, 120_000);
  // The next language begins with an empty home page, too.
  afterEach(deleteAll);
  afterAll(() => stack?.stop(), 60_000);

  it('goes in English from the printed sign-in link to the connected store', async () => {
    const [printed = ''] = /http\S+\/sign-in\S+/.exec(stack.output()) ?? [];
    await walk(english, printed, 'seller-english@example.com');
  });

  it('goes the same way in Dutch', async () => {
    const { body } = await stack.call('POST', '/v1/sign-in-links');
    await walk(dutch, Object(body).url, 'seller-dutch@example.com');
  });

  async function deleteAll(): Promise<void> {
    for (const { id, status } of await stack.allStores())
      if (status !== 'deleted') await stack.call('DELETE', `/v1/stores/${id}`);
    for (const { id } of await stack.allStores()) await stack.becomes(id, 'deleted');
  }

  async function walk(words: Words, signInLink: string, seller: string): Promise<void> {
    const name = `Amazon Store USA ${words.locale}`;
    const { page, context } = await people.arrive({ locale: words.locale });

    await page.goto(signInLink);
    await page.getByRole('button', { name: words.signIn }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: words.signIn }).click();

    await page.getByRole('heading', { name: words.home, level: 1 }).waitFor();
    await page.getByRole('heading', { name: words.emptyHome }).waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    await expectAccessible(page);
    await page.getByRole('link', { name: words.addStore }).click();

    await page.getByRole('heading', { name: words.preSetupTasks, level: 1 }).waitFor();
    await eventually(async () => expect(await page.getByRole('listitem').count()).toBe(8));
    await page.getByRole('checkbox').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: words.continueToAdd }).first().click();

    const dialog = page.getByRole('dialog', { name: words.dialog });
    await dialog.waitFor();
    const mapping = { productIdType: 'EAN', search: 'ean', attribute: 'EAN' };
    await fillStoreForm(
      page,
      { website: 'Main Website', email: seller, name, country: words.unitedStates, mapping },
      words,
    );
    await expectAccessible(page);
    await dialog.getByRole('button', { name: words.connect, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('alertdialog').filter({ hasText: words.added }).waitFor();

    const card = cardOf(page, name);
    await card.getByText(words.waiting).waitFor();
    await expectAccessible(page);
    const opened = context.waitForEvent('page');
    await card.getByRole('button', { name: words.connectStore }).click();
    const amazon = await opened;
    await card.getByText(words.following).waitFor();

    // Amazon's own pages are the same in every language of ours.
    await agreeAtAmazon(amazon, seller, words === english ? expectAccessible : undefined);
    expect(await amazon.title()).toContain('Simulation');
    await continueToUs(amazon);
    await amazon.getByRole('heading', { name: words.confirmed, level: 1 }).waitFor();
    await amazon.getByText(name).waitFor();
    await expectAccessible(amazon);

    // The first tab has seen it by itself.
    await card.getByText(words.active, { exact: true }).waitFor();
    await page.getByRole('alertdialog').filter({ hasText: words.connectedToast }).waitFor();
    expect(await card.getByRole('button', { name: words.connectStore }).count()).toBe(0);
    await card.getByRole('link', { name: words.viewStore }).click();

    await page.getByRole('heading', { name, level: 1 }).waitFor();
    const store = (await stack.allStores()).find((each) => each.name === name);
    const { sellerId = '', authorizedAt = '', expiresAt = '', next } = store ?? {};
    for (const fact of words.facts) await page.getByRole('term').filter({ hasText: fact }).first().waitFor();
    for (const value of ['Main Website (base)', sellerId, dateIn(words, authorizedAt), dateIn(words, expiresAt)])
      await page.getByRole('definition').filter({ hasText: value }).first().waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: dateIn(words, next?.at ?? '') })
      .waitFor();
    for (const entry of words.timeline) await page.getByRole('listitem').filter({ hasText: entry }).first().waitFor();
    await page.getByRole('heading', { name: words.listingRule }).waitFor();
    await expectAccessible(page);
    expect(Date.parse(expiresAt) - Date.parse(authorizedAt)).toBe(365 * 86_400_000);
  }
});

function dateIn({ date: { locale, ...style } }: Words, iso: string): string {
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'Europe/Amsterdam' }).format(new Date(iso));
}
