import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCrowd } from '../e2e/crowd.ts';
import { type Stack, startStack } from '../e2e/stack.ts';
import { sharedParts } from '../setup/shared-parts.ts';
import { cardOf, signIn } from './admin.ts';
import { expectAccessible, useBrowser } from './browser.ts';
import { openSilentWire } from './silent-wire.ts';
import { english } from './words.ts';

describe('what the console shows as it happens', { timeout: 90_000 }, () => {
  const people = useBrowser();
  let stack: Stack;

  beforeAll(async () => {
    stack = await startStack('365d', await sharedParts());
  }, 120_000);
  afterAll(() => stack?.stop(), 60_000);

  it('tells the timeline in the other language as soon as that is chosen', async () => {
    const store = await stack.add({ name: 'Two Languages' });
    const { page } = await people.arrive();
    await signIn(page, stack);
    await page.goto(`${stack.url}/stores/${store.id}`);
    const entries = page.getByRole('listitem');
    await entries.filter({ hasText: 'The store was created. Next: the seller agrees at Amazon.' }).waitFor();
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitemradio', { name: 'Nederlands' }).click();
    await entries
      .filter({ hasText: 'De winkel is aangemaakt. Hierna: de verkoper gaat akkoord bij Amazon.' })
      .waitFor();
    await stack.makeLink(store.id);
    await entries.filter({ hasText: 'Er is een koppellink gemaakt, geldig tot' }).waitFor();
  });

  it('notices a connection that has fallen silent, says so, connects again and catches up', async () => {
    const wire = await openSilentWire(stack.url);
    try {
      const { page, expectError } = await people.arrive();
      // However the browser puts it that nobody answers.
      expectError(/Failed to load resource: net::ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE|SOCKET)/);
      await page.clock.install();
      await signIn(page, stack, english, wire.url);
      const early = await stack.add({ name: 'Before the silence' });
      await cardOf(page, early.name).waitFor();
      wire.fallSilent();
      const missed = await stack.add({ name: 'In the silence' });
      const banner = page.getByRole('status').filter({ hasText: 'The live connection is lost.' });
      await page.clock.fastForward(30_000);
      expect(await banner.count()).toBe(0);
      await page.clock.fastForward(15_000);
      await banner.waitFor();
      expect(await cardOf(page, missed.name).count()).toBe(0);
      wire.mend();
      await banner.waitFor({ state: 'detached' });
      await cardOf(page, missed.name).waitFor();
    } finally {
      wire.close();
    }
  });

  it('counts thousands of stores as they are, by status and by what matches, and the counts follow', async () => {
    await addCrowd(stack, 2000);
    const count = async (query: string) => Object((await stack.get(`/v1/stores/counts${query}`)).body);
    const { total, byStatus } = await count('');
    expect(byStatus.expired).toBeGreaterThan(200);
    const shown = (n: number) => n.toLocaleString('en-GB');
    const { page } = await people.arrive();
    await signIn(page, stack);
    const strip = page.getByRole('region', { name: 'Needs attention' });
    await strip
      .getByRole('link', { name: `${shown(byStatus.awaiting_authorization)} waiting for the seller` })
      .waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: `${shown(total)} stores` })
      .waitFor();
    await stack.add();
    await strip
      .getByRole('link', { name: `${shown(byStatus.awaiting_authorization + 1)} waiting for the seller` })
      .waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: `${shown(total + 1)} stores` })
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
  });
});
