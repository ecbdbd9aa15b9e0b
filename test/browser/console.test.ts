import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stack, startStack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { sharedServers } from '../setup/shared-servers.ts';
import { cardOf, fillStoreForm, signIn } from './admin.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { byKeyboard } from './by-keyboard.ts';

const pages = [
  { path: '/', en: 'Amazon Sales Channel Home', nl: 'Amazon-verkoopkanaal: start' },
  { path: '/?view=table', en: 'Amazon Sales Channel Home', nl: 'Amazon-verkoopkanaal: start' },
  { path: '/renewals', en: 'Renewals', nl: 'Verlengingen' },
  { path: '/campaigns', en: 'Campaigns', nl: 'Campagnes' },
  { path: '/learning', en: 'Learning and preparing', nl: 'Leren en voorbereiden' },
  { path: '/pre-setup-tasks', en: 'Pre-setup tasks', nl: 'Voorbereidende taken' },
  { path: '/no/such/page', en: 'Page not found', nl: 'Pagina niet gevonden' },
];

describe('the console', { timeout: limitMs(150_000) }, () => {
  const visitors = useBrowser();
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack('365d', await sharedServers());
    const connected = await stack.add({ name: 'Connected Store' });
    await stack.connect(connected.id, 'seller-console@example.com');
    await stack.becomes(connected.id, 'active');
  }, limitMs(120_000));
  afterAll(() => stack?.stop(), limitMs(60_000));

  async function openForm(page: Page) {
    await page.getByRole('button', { name: 'Add Amazon Store' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add Amazon sales channel' });
    await dialog.waitFor();
    return dialog;
  }

  it('is accessible on every page, in both themes and both languages', async () => {
    for (const { locale, dark } of [
      { locale: 'en-GB', dark: true },
      { locale: 'nl-NL', dark: false },
    ]) {
      const { page, expectError } = await visitors.arrive({ locale, dark });
      // The page that does not exist.
      expectError(/404/);
      await page.goto((await freshSignIn()).url);
      await page.getByRole('button').click();
      await page.getByRole('article').first().waitFor();
      for (const { path, en, nl } of pages) {
        // A page without a link in the menu is opened by its address.
        const link = page.getByRole('navigation').locator(`a[href="${path}"]`);
        await ((await link.count()) > 0 ? link.click() : page.goto(`${stack.url}${path}`));
        await page.getByRole('heading', { level: 1, name: locale === 'nl-NL' ? nl : en }).waitFor();
        await expectAccessible(page);
      }
    }
  });

  async function freshSignIn(): Promise<{ url: string }> {
    return Object((await stack.call('POST', '/v1/sign-in-links')).body);
  }

  it('loads less than 250 kB of gzipped JavaScript for the first page', async () => {
    const { page } = await visitors.arrive();
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body());
    });
    await signIn(page, stack);
    await cardOf(page, 'Connected Store').waitFor();
    const bytes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    const total = bytes.reduce((sum, size) => sum + size, 0);
    expect(bytes.length).toBeGreaterThan(3);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(250_000);
  });

  describe('by role', () => {
    async function arriveAs(role: 'viewer' | 'operator') {
      const body = { name: `Our ${role}`, role };
      const { token } = Object((await stack.call('POST', '/v1/tokens', body)).body);
      const { page } = await visitors.arrive();
      await page.goto(`${stack.url}/sign-in`);
      await page.getByLabel('API token or admin token').fill(String(token));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await cardOf(page, 'Connected Store').waitFor();
      return page;
    }

    it('lets a viewer read everything, and offers no action that would be refused', async () => {
      const page = await arriveAs('viewer');
      await page.getByText('Our viewer · view only').waitFor();
      // The actions appear together with the counts: without these, their absence would prove nothing.
      await page
        .getByRole('status')
        .filter({ hasText: / stores?$/ })
        .waitFor();
      const refused = /Add Amazon Store|More actions|Renew|connect link|Check now|activate|Disconnect|Save|campaign/i;
      const offered = () => page.getByRole('main').getByRole('button', { name: refused }).count();
      expect(await offered()).toBe(0);
      await cardOf(page, 'Connected Store').getByRole('link', { name: 'View Store' }).click();
      await page.getByText('merchant@example.com').waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
      expect(await offered()).toBe(0);
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Renewals' }).click();
      await page.getByRole('rowheader', { name: 'Connected Store' }).waitFor();
      expect(await page.getByRole('checkbox').count()).toBe(0);
      await page.getByRole('link', { name: 'Campaigns' }).click();
      await page.getByRole('heading', { name: 'Ask every seller to authorize again' }).waitFor();
      expect(await offered()).toBe(0);
      await page.goto(`${stack.url}/?add=store`);
      await cardOf(page, 'Connected Store').waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
    });

    it('lets an operator check a store but not delete it', async () => {
      const page = await arriveAs('operator');
      await page.getByText('Our operator · operator').waitFor();
      await page.getByRole('button', { name: 'More actions for Connected Store' }).click();
      await page.getByRole('menuitem', { name: 'Check now' }).waitFor();
      expect(await page.getByRole('menuitem', { name: 'Delete…' }).count()).toBe(0);
    });
  });

  it('reports while typing that a name is taken', async () => {
    await stack.add({ name: 'Taken Name' });
    const { page } = await visitors.arrive();
    await signIn(page, stack);
    const dialog = await openForm(page);
    const name = dialog.getByRole('textbox', { name: 'New Store Name' });
    await name.fill('taken name');
    await dialog.getByText('A store with this name already exists. Choose another name.').waitFor();
    await expectAccessible(page);
    await name.fill('A name of its own');
    await dialog.getByText('This name is available.').waitFor();
  });

  it('shows the error of the server at its field, and keeps the typed values', async () => {
    const { page, expectError } = await visitors.arrive();
    expectError(/422/);
    await signIn(page, stack);
    const dialog = await openForm(page);
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    for (const error of ['Choose a website.', 'Enter an e-mail address.', 'Enter a name.', 'Choose a country.'])
      await dialog.getByText(error).waitFor();

    const name = `Store ${randomUUID()}`;
    // The form accepts this address, and the server does not.
    const email = 'a@b.c';
    await fillStoreForm(page, { website: 'Outdoor', email, name, country: 'Canada' });
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    const field = dialog.getByRole('textbox', { name: 'Email Address' });
    await eventually(async () => expect(await field.getAttribute('aria-invalid')).toBe('true'));
    await expect(field.inputValue()).resolves.toBe(email);
    await expect(dialog.getByRole('textbox', { name: 'New Store Name' }).inputValue()).resolves.toBe(name);
    await field.fill('a@example.com');
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await cardOf(page, name).waitFor();
  });

  it('connects a store by an existing authorization, and shows the marketplaces', async () => {
    const { page } = await visitors.arrive();
    await signIn(page, stack);
    const dialog = await openForm(page);
    const name = `Store ${randomUUID()}`;
    await fillStoreForm(page, { website: 'Outdoor', email: 'a@example.com', name, country: 'Mexico' });
    await dialog.getByRole('button', { name: /Ask the seller to authorize/ }).click();
    await page
      .getByRole('option', { name: /^A[0-9A-Z]+/ })
      .first()
      .click();
    await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const card = cardOf(page, name);
    await card.getByText('Active', { exact: true }).waitFor();
    await card.getByRole('link', { name }).click();
    await page.getByText('US, CA, MX', { exact: true }).waitFor();
    await page.getByRole('textbox', { name: 'Second e-mail address (optional)' }).fill('owner@example.com');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Second contact changed.').waitFor();
    await expectAccessible(page);
  });

  it('adds a store with the keyboard only', async () => {
    const { page } = await visitors.arrive();
    await signIn(page, stack);
    await page.getByRole('article').first().waitFor();
    const { keyboard } = page;
    const { tabTo, pick } = byKeyboard(page);

    await tabTo('Add Amazon Store');
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add Amazon sales channel' });
    await dialog.waitFor();
    await pick(/Magento Website/, 'Europe');
    await tabTo('Email Address');
    await keyboard.type('keyboard@example.com');
    await tabTo('New Store Name');
    await keyboard.type('Keyboard Store');
    await pick(/Amazon Marketplace Country/, 'Mexico');
    await tabTo('Connect');
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await cardOf(page, 'Keyboard Store').getByText('Waiting for the seller').waitFor();
  });

  it('deletes a store only after its name was typed', async () => {
    const store = await stack.add({ name: 'Short-lived Store' });
    const { page } = await visitors.arrive();
    await signIn(page, stack);
    const card = cardOf(page, store.name);
    await card.getByRole('button', { name: `More actions for ${store.name}` }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const dialog = page.getByRole('alertdialog', { name: `Delete ${store.name}?` });
    const confirm = dialog.getByRole('button', { name: 'Delete store' });
    const typed = dialog.getByRole('textbox', { name: 'Type the name of the store to confirm' });
    await dialog.waitFor();
    await expectAccessible(page);
    expect(await confirm.isDisabled()).toBe(true);
    await typed.fill('Short-lived');
    expect(await confirm.isDisabled()).toBe(true);
    await typed.fill(store.name);
    await confirm.click();
    await card.waitFor({ state: 'detached' });
    await stack.becomes(store.id, 'deleted');
  });

  it('keeps the language and the dark theme after a reload', async () => {
    const { page } = await visitors.arrive();
    await signIn(page, stack);
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: 'Nederlands' }).click();
    await page.getByRole('heading', { level: 1, name: 'Amazon-verkoopkanaal: start' }).waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Weergave' }).click();
    await page.getByRole('menuitemradio', { name: 'Donker' }).click();
    await page.locator('html[data-color-scheme="dark"]').waitFor({ state: 'attached' });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Amazon-verkoopkanaal: start' }).waitFor();
    await page.locator('html[lang^="nl"]').waitFor({ state: 'attached' });
    await page.locator('html[data-color-scheme="dark"]').waitFor({ state: 'attached' });
  });

  it('links from an unknown address to the stores', async () => {
    const { page, expectError } = await visitors.arrive();
    expectError(/404/);
    await signIn(page, stack);
    await page.goto(`${stack.url}/stores/of-my-own/nowhere`);
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Go to Home' }).click();
    await page.getByRole('heading', { level: 1, name: 'Amazon Sales Channel Home' }).waitFor();
  });
});
