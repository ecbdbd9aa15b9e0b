/** What people do with the product, over HTTP: the admin, the seller with a browser, and who reads the mail. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { connectLink } from '../../api/contract/connections.ts';
import { store, type Store } from '../../api/contract/stores.ts';
import { timelinePage, type TimelineEntry } from '../../api/contract/timeline.ts';
import { readiness, type Readiness } from '../../api/contract/service.ts';
import type { StoreStatus } from '../../domain/store-status.ts';
import { type Answer, type Browser, createBrowser, createClient, storeOf } from '../api/http-client.ts';
import { eventually } from '../setup/eventually.ts';

const mails = z.array(z.object({ to: z.array(z.string()), subject: z.string(), text: z.string() }));
type Mail = z.output<typeof mails>[number];

export interface Addresses {
  readonly url: string;
  readonly simulatorUrl: string;
  readonly mailUrl: string;
  readonly adminToken: string;
}

export type Actors = ReturnType<typeof createActors>;

export function createActors({ url, simulatorUrl, mailUrl, adminToken }: Addresses) {
  const { call, get } = createClient(url, adminToken);

  async function findStore(id: string): Promise<Store> {
    return storeOf(await get(`/v1/stores/${id}`));
  }

  async function simulator(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${simulatorUrl}/simulator/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  /** Asks again while a busy machine answers with that problem, as its text says; any other answer stands at once. */
  function unlessProblem(code: string, ask: () => Promise<Answer>): Promise<Answer> {
    return eventually(
      async () => {
        const answer = await ask();
        expect(Object(answer.body).code, answer.text).not.toBe(code);
        return answer;
      },
      { timeoutMs: 30_000 },
    );
  }

  async function makeLink(storeId: string): Promise<string> {
    const answer = await unlessProblem('store_creating', () => call('POST', `/v1/stores/${storeId}/connect-links`));
    expect(answer.status, answer.text).toBe(201);
    return connectLink.parse(answer.body).url;
  }

  /** Opens a connect link and agrees at Amazon; answers where the browser is sent back to. */
  async function agree(link: string, seller: string, browser: Browser): Promise<string> {
    const opened = await browser.get(link);
    expect(opened.status, opened.text).toBe(302);
    const consentUrl = opened.headers.get('location') ?? '';
    return z.object({ callbackUrl: z.string() }).parse(await simulator('POST', 'approve', { consentUrl, seller }))
      .callbackUrl;
  }

  async function connectBy(link: string, seller: string): Promise<Answer> {
    const browser = createBrowser();
    return browser.get(await agree(link, seller, browser));
  }

  async function mail(to: string): Promise<readonly Mail[]> {
    const response = await fetch(`${mailUrl}/api/messages?to=${encodeURIComponent(to)}`);
    return mails.parse(await response.json());
  }

  return {
    url,
    simulatorUrl,
    mailUrl,
    call,
    get,
    makeLink,
    agree,
    /** The whole way of a seller, from an opened link to the page at its end. */
    connectBy,
    connect: async (storeId: string, seller: string) => connectBy(await makeLink(storeId), seller),
    findStore,

    /** Adds a store of its own name and address. */
    async add(more: Partial<Store> = {}): Promise<Store> {
      const name = `Store ${randomUUID()}`;
      const body = { website: 'base', email: 'merchant@example.com', name, country: 'US', ...more };
      const headers = { 'idempotency-key': randomUUID() };
      return storeOf(await unlessProblem('temporal_unavailable', () => call('POST', '/v1/stores', body, headers)));
    },

    /** Waits until a store has one of the statuses, for `timeoutMs` (default 30 s). */
    async becomes(
      id: string,
      statuses: StoreStatus | readonly StoreStatus[],
      timeoutMs = 30_000,
      intervalMs?: number,
    ): Promise<Store> {
      return eventually(
        async () => {
          const now = await findStore(id);
          expect([statuses].flat()).toContain(now.status);
          return now;
        },
        { timeoutMs, ...(intervalMs !== undefined && { intervalMs }) },
      );
    },

    /** Every store, deleted ones too. */
    async allStores(): Promise<readonly Store[]> {
      const statuses = store.shape.status.options.join(',');
      const answer = await get(`/v1/stores?limit=100&sort=createdAt&status=${statuses}`);
      return z.object({ items: z.array(store) }).parse(answer.body).items;
    },

    /** Oldest first. */
    async timeline(id: string): Promise<readonly TimelineEntry[]> {
      const { items } = timelinePage.parse((await get(`/v1/stores/${id}/timeline?limit=100`)).body);
      return items.toReversed();
    },

    /** The connect links in the messages to an address, newest first; fails when there is none. */
    async mailedLinks(to: string): Promise<readonly [string, ...string[]]> {
      const [newest, ...older] = (await mail(to)).flatMap(({ text }) => /http\S+\/connect\/\S+/.exec(text)?.[0] ?? []);
      if (newest === undefined) throw new Error(`Nothing was mailed to ${to}`);
      return [newest, ...older];
    },

    simulator,
    mail,
    fault: (fault: object) => simulator('POST', 'faults', fault),
    clearFaults: () => simulator('DELETE', 'faults'),

    async readyz(): Promise<{ status: number; parts: Readiness['parts'] }> {
      const answer = await get('/readyz');
      return { status: answer.status, parts: readiness.parse(answer.body).parts };
    },
  };
}
