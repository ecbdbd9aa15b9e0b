import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Store } from '../api/contract/stores.ts';
import { cardOf, fillStoreForm, signIn } from '../test/browser/admin.ts';
import { launchChromium, openContext, type VisitorOptions } from '../test/browser/browser.ts';
import { agreeAtAmazon, continueToPerennial, signInAtAmazon } from '../test/browser/seller-central.ts';
import { dutch } from '../test/browser/words.ts';
import { addManyStores } from '../test/e2e/many-stores.ts';
import { type Stack, startStack } from '../test/e2e/stack.ts';

const dir = fileURLToPath(new URL('screenshots', import.meta.url));
const wide: VisitorOptions = { width: 1200, height: 800 };
const phone: VisitorOptions = { width: 390, height: 844 };

const campaign = {
  name: 'Shipping settings role',
  reason: 'We now also read your shipping settings.',
  stores: {},
  overDays: 7,
};

describe('pictures of every page', () => {
  let browser: Browser;
  let stack: Stack;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(dir, { recursive: true });
    for (const name of readdirSync(dir)) rmSync(join(dir, name));
    [browser, stack] = await Promise.all([launchChromium(), startStack('365d')]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('before there is a store', async () => {
    page = await openPage(wide);
    const { url } = Object((await stack.call('POST', '/v1/sign-in-links')).body);
    await page.goto(url);
    await picture('sign-in');
    await signIn(page, stack);
    await page
      .getByRole('article')
      .or(page.getByRole('link', { name: 'Add Amazon Store' }))
      .first()
      .waitFor();
    await picture('home-empty');
    await visit('/campaigns', page.getByRole('button', { name: 'New campaign' }));
    await picture('campaigns-empty');
    await visit('/pre-setup-tasks', page.getByRole('checkbox').first());
    await picture('pre-setup-tasks', { whole: true });
  });

  it('a store being added, with a validation error', async () => {
    await stack.add({ name: 'Amazon Store USA', email: 'usa@example.com' });
    await visit('/?add=store', page.getByRole('dialog'));
    const mapping = { productIdType: 'EAN', search: 'ean', attribute: 'EAN' };
    await fillStoreForm(page, {
      website: 'Main Website',
      email: 'canada@example',
      name: 'Amazon Store USA',
      country: 'Canada',
      mapping,
    });
    await page.getByText('A store with this name already exists.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('Enter a valid e-mail address, such as').waitFor();
    await picture('add-store-errors');
  });

  it('a seller at Amazon', async () => {
    const [store] = await stack.allStores();
    const seller = await openPage(wide);
    await seller.goto(await stack.makeLink(idOf(store)));
    await picture('amazon-sign-in', { of: seller });
    await signInAtAmazon(seller, 'seller-usa@example.com');
    await picture('amazon-consent', { of: seller });
    await seller.goto(await stack.makeLink(idOf(store)));
    await agreeAtAmazon(seller, 'seller-usa@example.com');
    await continueToPerennial(seller);
    await seller.getByRole('heading', { name: 'Connected' }).waitFor();
    await picture('seller-connected', { of: seller });
    const stranger = await openPage(phone, 'nl-NL');
    await stranger.goto(await stack.makeLink(idOf(store)));
    await agreeAtAmazon(stranger, 'seller-stranger@example.com');
    await continueToPerennial(stranger);
    await stranger.getByRole('heading', { name: 'De winkel kon niet worden gekoppeld' }).waitFor();
    await picture('seller-refused-nl-narrow', { of: stranger });
  });

  it('stores in every state', async () => {
    await connected({ name: 'Amazon Store Canada', country: 'CA', website: 'outdoor' }, 'seller-canada@example.com');
    const uk = { name: 'Amazon Store United Kingdom', country: 'GB', website: 'uk' } as const;
    const { id } = await connected(uk, 'seller-uk@example.com');
    await stack.call('POST', `/v1/stores/${id}/disconnect`);
    await stack.becomes(id, 'disconnected');
    const mexico = await connected({ name: 'Amazon Store Mexico', country: 'MX' }, 'seller-mexico@example.com');
    await stack.call('POST', `/v1/stores/${mexico.id}/deactivate`);
    await stack.add({ name: 'Wholesale, waiting for its seller', website: 'wholesale', country: 'CA' });
    await everyLook('home', '/', (lookedAt) => cardOf(lookedAt, 'Amazon Store Mexico'));
    const usa = (await stack.allStores()).find(({ name }) => name === 'Amazon Store USA');
    await everyLook('store', `/stores/${idOf(usa)}`, (lookedAt) => lookedAt.getByRole('listitem').first(), true);
    await visit('/', cardOf(page, 'Amazon Store Mexico'));
    await page.getByRole('button', { name: 'More actions for Amazon Store Mexico' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('alertdialog').waitFor();
    await picture('delete-store');
    await visit('/', cardOf(page, 'Amazon Store Mexico'));
    await page.getByRole('button', { name: 'More actions for Amazon Store Mexico' }).click();
    await page.getByRole('menuitem', { name: 'Copy or e-mail' }).click();
    await page.getByRole('textbox', { name: 'Connect link' }).waitFor();
    await picture('connect-link');
    await stack.call('POST', '/v1/campaigns', campaign);
    await visit('/campaigns', page.getByRole('link', { name: 'View' }));
    await picture('campaigns');
    await page.getByRole('link', { name: 'View' }).click();
    await page.getByRole('row').nth(1).waitFor();
    await picture('campaign');
    await visit('/learning', page.getByRole('checkbox').first());
    await picture('learning');
    await visit('/no/such/page', page.getByRole('heading', { level: 1 }));
    await picture('not-found');
    const [ui = ''] = /http\S+/.exec(/Temporal UI\s+(\S+)/.exec(stack.output())?.[1] ?? '') ?? [];
    await page.goto(`${ui}/namespaces/default/workflows/${usa?.workflowId ?? ''}`);
    await page.getByRole('tab', { name: 'User Metadata' }).click();
    // It shows what is Markdown in a frame.
    await page.frameLocator('iframe').last().getByText('Next:').waitFor();
    await picture('temporal-ui', { whole: true });
    await page.getByRole('tab', { name: 'Search Attributes' }).click();
    await page.getByText('StoreStatus').first().waitFor();
    await picture('temporal-ui-attributes');
  });

  it('five thousand stores', async () => {
    await addManyStores(stack, 5000);
    await everyLook('home-crowded', '/?view=table&sort=expiresAt', (lookedAt) => lookedAt.getByRole('row').nth(5));
    await visit('/?sort=name', page.getByRole('article').first());
    await picture('home-crowded-cards');
    await everyLook('renewals', '/renewals', (lookedAt) => lookedAt.getByRole('checkbox').nth(3));
  });

  async function openPage(options: VisitorOptions, locale = 'en-GB'): Promise<Page> {
    const context = await openContext(browser, { ...options, locale });
    return context.newPage();
  }

  async function visit(path: string, ready: Locator): Promise<void> {
    await page.goto(`${stack.url}${path}`);
    await ready.waitFor();
  }

  async function picture(name: string, { of = page, whole = false } = {}): Promise<void> {
    await of.waitForLoadState('load');
    await of.screenshot({ path: join(dir, `${name}.png`), fullPage: whole, animations: 'disabled' });
  }

  /** The same page wide and light, in the dark and Dutch, and on a phone. */
  async function everyLook(name: string, path: string, ready: (page: Page) => Locator, whole = false): Promise<void> {
    await visit(path, ready(page));
    await picture(name, { whole });
    const dark = await openPage({ ...wide, dark: true }, 'nl-NL');
    await signIn(dark, stack, dutch);
    const narrow = await openPage(phone);
    await signIn(narrow, stack);
    for (const [look, of] of [
      ['dark-nl', dark],
      ['narrow', narrow],
    ] as const) {
      await of.goto(`${stack.url}${path}`);
      await ready(of).waitFor();
      await picture(`${name}-${look}`, { of, whole });
      await of.context().close();
    }
  }

  async function connected(store: Partial<Store>, seller: string): Promise<Store> {
    const { id } = await stack.add(store);
    await stack.connect(id, seller);
    return stack.becomes(id, 'active');
  }
});

function idOf(store: Store | undefined): string {
  if (store === undefined) throw new Error('There is no such store');
  return store.id;
}
