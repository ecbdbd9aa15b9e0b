import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addManyStores } from '../e2e/many-stores.ts';
import { type Stack, startStack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { sharedServers } from '../setup/shared-servers.ts';
import { cardOf, fillStoreForm, signIn } from './admin.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { agreeAtAmazon, continueToPerennial } from './seller-central.ts';
import { openSilentWire } from './silent-wire.ts';
import { dutch, english, type Words } from './words.ts';

const visitors = useBrowser();
let stack: Stack;

beforeAll(async () => {
  stack = await startStack('365d', await sharedServers());
  // The first store of a process takes longest, and the guide does not wait for it.
  const { id } = await stack.add();
  await stack.becomes(id, 'awaiting_authorization');
  await deleteAll();
}, limitMs(120_000));
afterAll(() => stack?.stop(), limitMs(60_000));

async function deleteAll(): Promise<void> {
  for (const { id, status } of await stack.allStores())
    if (status !== 'deleted') await stack.call('DELETE', `/v1/stores/${id}`);
  for (const { id } of await stack.allStores()) await stack.becomes(id, 'deleted');
}

describe('the guide, word for word', { timeout: limitMs(180_000) }, () => {
  // The next language begins with an empty home page as well.
  afterEach(deleteAll);

  it('leads in English from the printed sign-in link to the connected store', async () => {
    const [printed = ''] = /http\S+\/sign-in\S+/.exec(stack.output()) ?? [];
    await walk(english, printed, 'seller-english@example.com');
  });

  it('leads the same way in Dutch', async () => {
    const { body } = await stack.call('POST', '/v1/sign-in-links');
    await walk(dutch, Object(body).url, 'seller-dutch@example.com');
  });

  async function walk(words: Words, signInLink: string, seller: string): Promise<void> {
    const name = `Amazon Store USA ${words.locale}`;
    const { page, context } = await visitors.arrive({ locale: words.locale });

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

    // Amazon's pages are the same in every language of the console.
    await agreeAtAmazon(amazon, seller, words === english ? expectAccessible : undefined);
    expect(await amazon.title()).toContain('Simulation');
    await continueToPerennial(amazon);
    await amazon.getByRole('heading', { name: words.confirmed, level: 1 }).waitFor();
    await amazon.getByText(name).waitFor();
    await expectAccessible(amazon);

    // The first tab updates without a reload.
    await card.getByText(words.active, { exact: true }).waitFor();
    await page.getByRole('alertdialog').filter({ hasText: words.connectedToast }).waitFor();
    expect(await card.getByRole('button', { name: words.connectStore }).count()).toBe(0);
    await card.getByRole('link', { name: words.viewStore }).click();

    await page.getByRole('heading', { name, level: 1 }).waitFor();
    const store = (await stack.allStores()).find((candidate) => candidate.name === name);
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

describe('the console, live', { timeout: limitMs(150_000) }, () => {
  it('previews and starts a campaign, follows its progress, pauses, resumes and ends it', async () => {
    for (const name of ['agreeing', 'silent']) {
      const { id } = await stack.add({ name: `Store of the ${name} one`, email: `${name}@example.com` });
      await stack.connect(id, `seller-${name}@example.com`);
      await stack.becomes(id, 'active');
    }
    const { page } = await visitors.arrive();
    await signIn(page, stack);
    await page.getByRole('link', { name: 'Campaigns' }).click();
    await page.getByRole('heading', { name: 'Ask every seller to authorize again' }).waitFor();
    await page.getByRole('button', { name: 'New campaign' }).click();
    const dialog = page.getByRole('dialog', { name: 'New campaign' });
    await dialog.getByText('2 e-mails for 2 stores').waitFor();
    await dialog.getByRole('button', { name: 'Start campaign' }).click();
    await dialog.getByText('Enter a name for the campaign.').waitFor();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('A new role');
    await dialog.getByRole('textbox', { name: 'What the sellers read' }).fill('We now also read your returns.');
    await dialog.getByRole('textbox', { name: 'Spread over days' }).fill('0');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Start campaign' }).click();

    await page.getByRole('heading', { name: 'A new role', level: 1 }).waitFor();
    await page.getByText('2 sent, 0 queued, 0 failed').waitFor();
    const seller = await visitors.arrive();
    const [link] = await eventually(() => stack.mailedLinks('agreeing@example.com'));
    await seller.page.goto(link);
    await agreeAtAmazon(seller.page, 'seller-agreeing@example.com');
    await continueToPerennial(seller.page);
    await page.getByText('1 of 2').waitFor();
    await page.getByRole('row', { name: /Store of the agreeing one.*Authorized/ }).waitFor();
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

  it('shows the timeline in another language as soon as it is chosen', async () => {
    const store = await stack.add({ name: 'Two Languages' });
    const { page } = await visitors.arrive();
    await signIn(page, stack);
    await page.goto(`${stack.url}/stores/${store.id}`);
    const entries = page.getByRole('listitem');
    await entries.filter({ hasText: 'Store created. Next: the seller authorizes it at Amazon.' }).waitFor();
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitemradio', { name: 'Nederlands' }).click();
    await entries
      .filter({ hasText: 'Winkel aangemaakt. Volgende stap: de verkoper geeft toestemming bij Amazon.' })
      .waitFor();
    await stack.makeLink(store.id);
    await entries.filter({ hasText: 'Koppellink gemaakt, geldig tot' }).waitFor();
  });

  it('detects a silent connection, reports it, reconnects and catches up', async () => {
    const wire = await openSilentWire(stack.url);
    try {
      const { page, expectError } = await visitors.arrive();
      // Each way in which the browser reports a connection that fails.
      expectError(/Failed to load resource: net::ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE|SOCKET)/);
      await page.clock.install();
      await signIn(page, stack, english, wire.url);
      const early = await stack.add({ name: 'Before the silence' });
      await cardOf(page, early.name).waitFor();
      wire.fallSilent();
      const missed = await stack.add({ name: 'In the silence' });
      const banner = page.getByRole('status').filter({ hasText: 'Connection lost.' });
      await page.clock.fastForward(30_000);
      expect(await banner.count()).toBe(0);
      await page.clock.fastForward(15_000);
      await banner.waitFor();
      expect(await cardOf(page, missed.name).count()).toBe(0);
      wire.restore();
      await banner.waitFor({ state: 'detached' });
      await cardOf(page, missed.name).waitFor();
    } finally {
      wire.close();
    }
  });

  it('counts thousands of stores by status and by search, and keeps the counts up to date', async () => {
    // These stores have no workflows: a worker that runs would start them, and their dates would go on.
    stack.kill('worker', 'SIGSTOP');
    await addManyStores(stack, 2000);
    const count = async (query: string) => Object((await stack.get(`/v1/stores/counts${query}`)).body);
    const { total, byStatus } = await count('');
    expect(byStatus.expired).toBeGreaterThan(200);
    const shown = (n: number) => n.toLocaleString('en-GB');
    const { page } = await visitors.arrive();
    await signIn(page, stack);
    const strip = page.getByRole('region', { name: 'Needs attention' });
    await strip
      .getByRole('link', { name: `${shown(byStatus.awaiting_authorization)} waiting for the seller` })
      .waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: `${shown(total)} stores` })
      .waitFor();
    await strip.getByRole('link', { name: `${shown(byStatus.expired)} expired` }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `${shown(byStatus.expired)} stores` })
      .waitFor();
    await page.getByRole('searchbox', { name: 'Search stores' }).fill('garden');
    const gardens = (await count('?q=garden')).byStatus;
    await page
      .getByRole('status')
      .filter({ hasText: `${shown(gardens.expired)} stores` })
      .waitFor();
    await page.getByRole('button', { name: 'Status: Expired' }).click();
    await page.getByRole('menuitemradio', { name: `Active (${shown(gardens.active)})` }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `${shown(gardens.active)} stores` })
      .waitFor();
    await expectAccessible(page);

    await page.goto(stack.url);
    stack.kill('worker', 'SIGCONT');
    await stack.add();
    await strip
      .getByRole('link', { name: `${shown(byStatus.awaiting_authorization + 1)} waiting for the seller` })
      .waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: `${shown(total + 1)} stores` })
      .waitFor();
  });
});

function dateIn({ date: { locale, ...style } }: Words, iso: string): string {
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'Europe/Amsterdam' }).format(new Date(iso));
}
