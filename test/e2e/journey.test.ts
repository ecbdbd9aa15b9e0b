import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../api/contract/stores.ts';
import type { StoreChanged } from '../../api/contract/timeline.ts';
import { webhookWithSecret } from '../../api/contract/webhooks.ts';
import { startReceiver } from '../adapters/webhooks/receiver.ts';
import { type Answer, createBrowser } from '../api/http-client.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs, scaledYearMs } from '../setup/scaled-time.ts';
import { followEvents, type FollowedEvents } from './follow-events.ts';
import { pasteReadme, type Pasting, readmeBlocks } from './paste-readme.ts';
import { renewInTime } from './renewal-window.ts';
import { type Stack, startStack } from './stack.ts';
import { readHistories, readLogs, readServerFiles, readTables, secretsOf } from './traces.ts';

// The last twelfth is the time to renew, and the commands of the README poll once a second.
const yearMs = scaledYearMs(40_000);
const beginning = ['created', 'authorized', 'active', 'renewal_due'];
const missedYear = ['expired', 'renewed', 'active', 'renewal_due'];

describe(
  'the life of a store, on the processes that npm start runs',
  { timeout: limitMs(150_000) + 3 * yearMs },
  () => {
    let stack: Stack;
    let events: FollowedEvents;
    let receiver: Awaited<ReturnType<typeof startReceiver>>;
    let webhookSecret: string;
    let renewed: Store;
    /** How often the machine was too slow to renew it in time. */
    let missedYears = 0;
    /** Stays untouched until its year is over. */
    let leftAlone: Store;
    /** The commands of the README, with a store of their own. */
    let readme: Pasting;

    beforeAll(async () => {
      stack = await startStack(`${yearMs / 1000}s`, { WEBHOOKS_ALLOW_PRIVATE: 'true' });
      receiver = await startReceiver();
      const { body } = await stack.call('POST', '/v1/webhooks', { url: receiver.url });
      webhookSecret = webhookWithSecret.parse(body).secret;
      readme = await pasteReadme(stack);
      events = await followEvents(stack.url, stack.adminToken);
      renewed = await stack.add({ email: 'renewed@example.com' });
      leftAlone = await stack.add({ email: 'left-alone@example.com' });
    }, limitMs(180_000));
    afterAll(async () => {
      await readme?.stop();
      await events?.close();
      await receiver?.close();
      await stack?.stop();
    }, limitMs(60_000));

    /** Until the seller's page shows the outcome. */
    async function connect(id: string, seller: string): Promise<Answer> {
      const browser = createBrowser();
      return browser.stay(await stack.agree(await stack.makeLink(id), seller, browser));
    }

    it('connects a store by the connect link and the consent, for exactly one year', async () => {
      expect(renewed).toMatchObject({ status: 'awaiting_authorization', enabled: false });
      const page = await connect(renewed.id, 'seller-renewed@example.com');
      expect(page.status).toBe(200);
      const store = await stack.becomes(renewed.id, 'active');
      expect(page.text).toContain(store.sellerId);
      expect(yearOf(store)).toBe(yearMs);
      expect(store).toMatchObject({ enabled: true, next: { what: 'renewal_request' } });
    });

    it('keeps the consent when the wrong browser brings the callback, and shows the first outcome again when it is repeated', async () => {
      const browser = createBrowser();
      const callback = await stack.agree(await stack.makeLink(leftAlone.id), 'seller-left-alone@example.com', browser);
      expect((await createBrowser().get(callback)).status).toBe(403);
      expect(await stack.findStore(leftAlone.id)).toMatchObject({ status: 'awaiting_authorization' });
      const first = await browser.stay(callback);
      expect(first.status).toBe(200);
      const connected = await stack.becomes(leftAlone.id, 'active');
      const second = await browser.get(callback);
      expect(second.status).toBe(200);
      expect(second.text).toContain(connected.sellerId);
      const received = (await stack.timeline(leftAlone.id)).filter(({ what }) => what === 'authorization_received');
      expect(received).toHaveLength(1);
    });

    it('refuses the consent of another seller, and the store keeps working', async () => {
      const page = await connect(renewed.id, 'seller-other@example.com');
      expect(page.status).toBe(200);
      const store = await eventually(async () => {
        const now = await stack.findStore(renewed.id);
        expect(now.reason?.code).toBe('seller_mismatch');
        return now;
      });
      expect(page.text).toContain(store.sellerId);
      expect(store.status).toBe('active');
      expect(yearOf(store)).toBe(yearMs);
    });

    it('refuses a second store of the same seller and country, and leaves a tombstone of the deleted store', async () => {
      const second = await stack.add({ email: 'second@example.com' });
      const link = await stack.makeLink(second.id);
      await stack.connectBy(link, 'seller-renewed@example.com');
      await eventually(async () => {
        expect(await stack.findStore(second.id)).toMatchObject({
          status: 'awaiting_authorization',
          reason: { code: 'store_exists' },
        });
      });
      await stack.call('DELETE', `/v1/stores/${second.id}`);
      const tombstone = await stack.becomes(second.id, 'deleted');
      expect(tombstone).toMatchObject({ email: '', enabled: false });
      expect((await createBrowser().get(link)).status).toBeOneOf([404, 410]);
      expect((await stack.call('POST', `/v1/stores/${second.id}/connect-links`)).status).toBe(409);
    });

    it('requests the renewal by mail, and renews by the mailed link while the store keeps working', async () => {
      const seller = 'seller-renewed@example.com';
      const outcome = await renewInTime(stack, { id: renewed.id, seller, yearMs }, () =>
        // The links of a short year are short-lived as well, so each attempt takes the newest one.
        eventually(
          async () => {
            const [newest] = await stack.mailedLinks('renewed@example.com');
            await stack.connectBy(newest, seller);
          },
          { timeoutMs: 30_000 },
        ),
      );
      const { before, after } = outcome;
      ({ missedYears } = outcome);
      expect(Date.parse(after.expiresAt ?? '')).toBeGreaterThan(Date.parse(before.expiresAt ?? ''));
      expect(yearOf(after)).toBe(yearMs);
      expect(after).not.toHaveProperty('reason');
      const ofYear = ({ storeId, entry }: StoreChanged): boolean =>
        storeId === renewed.id && entry.at > (before.authorizedAt ?? '');
      const entries = events.changes.flatMap((change) => (ofYear(change) ? [change.entry] : []));
      const sinceConnected = entries.slice(entries.findIndex(({ status }) => status === 'active'));
      expect(new Set(sinceConnected.flatMap(({ status }) => status ?? []))).toEqual(new Set(['active', 'renewal_due']));
      expect(sinceConnected.slice(1).filter(({ what }) => what === 'renewed')).toHaveLength(1);
    });

    it('expires a store that is not renewed, and keeps its settings when it is connected again', async () => {
      const expired = await stack.becomes(leftAlone.id, 'expired', yearMs);
      expect(expired.reason?.code).toBe('authorization_expired');
      expect(Date.parse(expired.statusSince)).toBeGreaterThanOrEqual(Date.parse(expired.expiresAt ?? ''));
      await eventually(() => stack.mailedLinks('left-alone@example.com'));
      await stack.connect(leftAlone.id, 'seller-left-alone@example.com');
      const back = await stack.becomes(leftAlone.id, 'active');
      const { id, name, email, website, country } = leftAlone;
      expect(back).toMatchObject({ id, name, email, website, country, enabled: true });
      expect(yearOf(back)).toBe(yearMs);
    });

    it('sends every event to a webhook, in order and signed', async () => {
      const deliveriesOf = ({ id }: Store) => receiver.received.filter(({ data }) => data.id === id);
      const types = (store: Store) => deliveriesOf(store).map(({ type }) => type.slice('store.'.length));
      await eventually(() => expect(types(leftAlone)).toEqual([...beginning, ...missedYear.slice(0, 3)]));
      const ofRenewed = [...beginning, ...Array.from({ length: missedYears }, () => missedYear).flat(), 'renewed'];
      expect(types(renewed).slice(0, ofRenewed.length)).toEqual(ofRenewed);
      const webhook = new Webhook(webhookSecret);
      for (const { body, headers } of deliveriesOf(leftAlone)) webhook.verify(body, headers);
      expect(receiver.received.map(({ body }) => body).join()).not.toContain('@example.com');
    });

    it(
      'runs the commands of the README, one block after the other, with the promised outcome',
      { timeout: limitMs(60_000) + 5 * yearMs },
      async () => {
        expect(readmeBlocks.length).toBeGreaterThanOrEqual(6);
        const { printed, code } = await readme.ended;
        expect(code, printed).toBe(0);
        const [store, ...others] = (await stack.allStores()).filter(({ name }) => name === 'Amazon Store USA');
        expect(others).toEqual([]);
        if (store === undefined) throw new Error('There is no store');
        expect(store.status).toBe('active');
        expect(yearOf(store)).toBe(yearMs);
        const entries = (await stack.timeline(store.id)).map(({ what }) => what);
        const steps = ['created', 'active', 'renewal_requested', 'message_sent', 'renewed', 'expired', 'renewed'];
        expect(inOrder(steps, entries), entries.join(' ')).toBe(true);
        // The last block prints the timeline.
        expect(printed).toContain('The authorization expired after a year without renewal.');
      },
    );

    it('writes no secret anywhere, and no e-mail address into a history', async () => {
      const histories = await readHistories(stack);
      const tables = await readTables(stack);
      const traces = new Map([...histories, ...tables, ...readLogs(stack), ...readServerFiles(stack)]);
      // Otherwise the search below would pass because it reads the wrong places.
      expect(histories.size).toBeGreaterThan(5);
      expect([...histories.values()].join()).toContain(renewed.sellerId ?? renewed.id);
      expect(tables.get('public.stores')).toContain('renewed@example.com');
      const links = await stack.mailedLinks('left-alone@example.com');
      const secrets = {
        ...secretsOf(stack),
        'connect link': links.map((link) => link.split('/connect/')[1] ?? link),
        'secret of a webhook': [webhookSecret.slice('whsec_'.length)],
      };
      for (const [what, values] of Object.entries(secrets)) {
        expect(values, what).not.toEqual([]);
        const leaks = [...traces].filter(([, text]) => values.some((value) => text.includes(value)));
        expect(leaks.map(([where]) => `${what} in ${where}`)).toEqual([]);
      }
      const addressed = [...histories].filter(([, text]) => text.includes('@example.com'));
      expect(addressed.map(([workflow]) => workflow)).toEqual([]);
    });
  },
);

function yearOf({ authorizedAt = '', expiresAt = '' }: Store): number {
  return Date.parse(expiresAt) - Date.parse(authorizedAt);
}

/** Whether all `wanted` occur in `all`, one after the other. */
function inOrder(wanted: readonly string[], all: readonly string[]): boolean {
  let rest = all;
  return wanted.every((step) => {
    const at = rest.indexOf(step);
    rest = rest.slice(at + 1);
    return at >= 0;
  });
}
