/** What the people around the product do, over HTTP: the admin, the seller with a browser, and the reader of the mail. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
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

export class Actors {
  readonly url: string;
  readonly simulatorUrl: string;
  readonly mailUrl: string;
  readonly adminToken: string;
  /** A request to the API as the admin. */
  readonly call: ReturnType<typeof createClient>['call'];
  readonly get: ReturnType<typeof createClient>['get'];

  constructor({ url, simulatorUrl, mailUrl, adminToken }: Addresses) {
    this.url = url;
    this.simulatorUrl = simulatorUrl;
    this.mailUrl = mailUrl;
    this.adminToken = adminToken;
    ({ call: this.call, get: this.get } = createClient(url, adminToken));
  }

  /** Adds a store with a name and a key of its own. */
  async add(settings: Partial<Store> = {}): Promise<Store> {
    const name = `Store ${randomUUID()}`;
    const body = { website: 'base', email: 'merchant@example.com', name, country: 'US', ...settings };
    const headers = { 'idempotency-key': randomUUID() };
    return storeOf(await retryOnProblem('temporal_unavailable', () => this.call('POST', '/v1/stores', body, headers)));
  }

  async makeLink(storeId: string): Promise<string> {
    const path = `/v1/stores/${storeId}/connect-links`;
    const answer = await retryOnProblem('store_creating', () => this.call('POST', path));
    assert.equal(answer.status, 201, answer.text);
    return connectLink.parse(answer.body).url;
  }

  /** Opens a connect link and agrees at Amazon; returns the address that Amazon sends the browser back to. */
  async agree(link: string, seller: string, browser: Browser): Promise<string> {
    const opened = await browser.get(link);
    assert.equal(opened.status, 302, opened.text);
    const consentUrl = opened.headers.get('location') ?? '';
    const approved = await this.simulator('POST', 'approve', { consentUrl, seller });
    return z.object({ callbackUrl: z.string() }).parse(approved).callbackUrl;
  }

  /** The whole way of a seller, from an opened link to the page at its end. */
  async connectBy(link: string, seller: string): Promise<Answer> {
    const browser = createBrowser();
    return browser.get(await this.agree(link, seller, browser));
  }

  async connect(storeId: string, seller: string): Promise<Answer> {
    return this.connectBy(await this.makeLink(storeId), seller);
  }

  async findStore(id: string): Promise<Store> {
    return storeOf(await this.get(`/v1/stores/${id}`));
  }

  /** Waits until a store has one of the statuses, for `timeoutMs` (default 30 s). */
  async becomes(
    id: string,
    statuses: StoreStatus | readonly StoreStatus[],
    timeoutMs = 30_000,
    intervalMs?: number,
  ): Promise<Store> {
    return eventually(
      async () => {
        const current = await this.findStore(id);
        assert([statuses].flat().includes(current.status), `Store ${id} is ${current.status}, not ${String(statuses)}`);
        return current;
      },
      { timeoutMs, intervalMs },
    );
  }

  /** Every store, deleted ones too. */
  async allStores(): Promise<readonly Store[]> {
    const statuses = store.shape.status.options.join(',');
    const answer = await this.get(`/v1/stores?limit=100&sort=createdAt&status=${statuses}`);
    return z.object({ items: z.array(store) }).parse(answer.body).items;
  }

  /** Oldest first. */
  async timeline(id: string): Promise<readonly TimelineEntry[]> {
    const { items } = timelinePage.parse((await this.get(`/v1/stores/${id}/timeline?limit=100`)).body);
    return items.toReversed();
  }

  async mail(to: string): Promise<readonly Mail[]> {
    const response = await fetch(`${this.mailUrl}/api/messages?to=${encodeURIComponent(to)}`);
    return mails.parse(await response.json());
  }

  /** The connect links in the mails to an address, newest first; fails when there is none. */
  async mailedLinks(to: string): Promise<readonly [string, ...string[]]> {
    const received = await this.mail(to);
    const [newest, ...older] = received.flatMap(({ text }) => /http\S+\/connect\/\S+/.exec(text)?.[0] ?? []);
    if (newest === undefined) throw new Error(`No link was mailed to ${to}`);
    return [newest, ...older];
  }

  /** A request to the simulated Amazon and Commerce. */
  async simulator(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.simulatorUrl}/simulator/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${path} returned ${response.status}: ${await response.text()}`);
    return response.json();
  }

  fault(fault: object): Promise<unknown> {
    return this.simulator('POST', 'faults', fault);
  }

  clearFaults(): Promise<unknown> {
    return this.simulator('DELETE', 'faults');
  }

  async readyz(): Promise<{ status: number; parts: Readiness['parts'] }> {
    const answer = await this.get('/readyz');
    return { status: answer.status, parts: readiness.parse(answer.body).parts };
  }
}

/** Repeats a request while a busy machine returns that problem, as its text says; any other answer is final. */
function retryOnProblem(code: string, request: () => Promise<Answer>): Promise<Answer> {
  return eventually(
    async () => {
      const answer = await request();
      assert.notEqual(Object(answer.body).code, code, answer.text);
      return answer;
    },
    { timeoutMs: 30_000 },
  );
}
