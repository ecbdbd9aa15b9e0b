/** Records what can be observed of a fleet from outside, while its years pass. */
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { StoreChanged } from '../../api/contract/timeline.ts';
import { openEvents, readEvents } from '../e2e/follow-events.ts';
import type { Stack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import { readDeliveries, readStores, readTimeline } from './read-api.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import type {
  FleetRecord,
  ObservedGrant,
  ObservedMail,
  ObservedRequest,
  ObservedStore,
  ObservedEvent,
} from './fleet-record.ts';

/** A mail with its one link. */
export interface LinkMail extends ObservedMail {
  readonly link: string;
}

interface Listeners {
  onMail(mail: LinkMail): void;
  onChange(change: StoreChanged): void;
}

const mailSchema = z.array(
  z.object({
    id: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    headers: z.object({ messageId: z.string() }),
  }),
);
const logSchema = z.object({
  participationsPace: z.object({ ratePerSecond: z.number(), burst: z.number() }),
  items: z.array(
    z.object({
      id: z.number(),
      at: z.iso.datetime(),
      endpoint: z.string(),
      status: z.number(),
      seller: z.string().optional(),
      isLimitExceeded: z.boolean().optional(),
    }),
  ),
});
const grantSchema = z.object({
  items: z.array(
    z.object({
      seller: z.string(),
      sellingPartnerId: z.string(),
      agreedAt: z.iso.datetime(),
      grantedAt: z.iso.datetime(),
      revokedAt: z.iso.datetime().optional(),
    }),
  ),
});
const pollMs = 300;
const logPage = 20_000;

export type Observations = Omit<FleetRecord, 'yearMs' | 'fromMs' | 'untilMs' | 'disturbances'> & {
  /** `selling_partner_id` of an account at Amazon. */
  readonly sellerIdOf: ReadonlyMap<string, string>;
  readonly requestCount: number;
  /** Errors of invalid webhook requests. */
  readonly invalidRequests: readonly string[];
};

export class Recorder {
  readonly #stack: Stack;
  readonly #receiver: Receiver;
  readonly #listeners: Listeners;
  readonly #ending = new AbortController();
  readonly #loops: Promise<void>[];
  readonly #mails: ObservedMail[] = [];
  readonly #events: ObservedEvent[] = [];
  readonly #requests: ObservedRequest[] = [];
  #pace: FleetRecord['pace'] = { ratePerSecond: 0, burst: 0 };
  readonly #webhookId: string;
  #lastMailId = '';
  #lastRequestId = 0;
  #lastEntryId = 0;

  private constructor(stack: Stack, receiver: Receiver, webhookId: string, listeners: Listeners) {
    this.#stack = stack;
    this.#receiver = receiver;
    this.#webhookId = webhookId;
    this.#listeners = listeners;
    this.#loops = [this.#follow(), this.#repeat(() => this.#readMails()), this.#repeat(() => this.#readLog())];
  }

  static async start(stack: Stack, listeners: Listeners): Promise<Recorder> {
    const receiver = await startReceiver();
    const answer = await stack.call('POST', '/v1/webhooks', { url: receiver.url });
    const { id, secret } = z.object({ id: z.string(), secret: z.string() }).parse(answer.body);
    receiver.trust(secret);
    return new Recorder(stack, receiver, id, listeners);
  }

  /** Reads everything up to its end. */
  async finish(): Promise<Observations> {
    const stores = await readStores(this.#stack);
    const entries = (await mapConcurrently(stores, 8, ({ id }) => readTimeline(this.#stack, id))).flat();
    const failedDeliveries = await this.#awaitWebhooks(Date.now(), stores);
    const newest = entries.reduce((max, { id }) => Math.max(max, id), 0);
    await eventually(
      () => {
        if (this.#lastEntryId < newest) throw new Error(`The events end with ${this.#lastEntryId} of ${newest}.`);
      },
      { timeoutMs: 60_000, intervalMs: 200 },
    );
    this.#ending.abort();
    await Promise.all(this.#loops);
    await this.#readMails();
    await this.#readLog();
    await this.#receiver.close();
    const { grants, sellerIdOf } = await this.#readGrants();
    return {
      stores,
      entries,
      events: this.#events,
      mails: this.#mails,
      grants,
      sellerIdOf,
      requests: this.#requests.map((request) => ({ ...request, sellerId: sellerIdOf.get(request.seller) })),
      requestCount: this.#lastRequestId,
      pace: this.#pace,
      deliveries: this.#receiver.deliveries,
      failedDeliveries,
      invalidRequests: this.#receiver.invalidRequests,
    };
  }

  /** Until every event before `ms` is delivered or has failed. */
  async #awaitWebhooks(ms: number, stores: readonly ObservedStore[]): Promise<string[]> {
    const read = (status: 'pending' | 'failed') => readDeliveries(this.#stack, this.#webhookId, status);
    await eventually(
      async () => {
        const pending = (await read('pending')).filter(({ createdAt }) => Date.parse(createdAt) < ms);
        if (pending.length > 0) throw new Error(`${pending.length} webhooks are still waiting.`);
      },
      { timeoutMs: 120_000, intervalMs: 1000 },
    );
    const nameOf = new Map(stores.map(({ id, name }) => [id, name]));
    return (await read('failed')).map(({ storeId = '', type }) => `${nameOf.get(storeId)} ${type}`);
  }

  async #follow(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      const lastEventId = this.#lastEntryId > 0 ? String(this.#lastEntryId) : '0';
      await openEvents(this.#stack.url, this.#stack.adminToken, { signal, lastEventId })
        .then((body) => readEvents(body, (change) => this.#addEvent(change)))
        .catch(() => undefined);
      await delay(pollMs);
    }
  }

  #addEvent(change: StoreChanged): void {
    const { storeId, entry, store } = change;
    this.#lastEntryId = Math.max(this.#lastEntryId, Number(entry.id));
    const ms = (at: string | undefined) => (at === undefined ? undefined : Date.parse(at));
    this.#events.push({
      entryId: Number(entry.id),
      storeId,
      sellerId: store?.sellerId,
      authorizedAtMs: ms(store?.authorizedAt),
      expiresAtMs: ms(store?.expiresAt),
    });
    this.#listeners.onChange(change);
  }

  async #repeat(read: () => Promise<void>): Promise<void> {
    while (!this.#ending.signal.aborted) {
      // A failed read is repeated with the next one; the last one has to succeed.
      await read().catch(() => undefined);
      await delay(pollMs);
    }
  }

  async #readMails(): Promise<void> {
    const response = await fetch(`${this.#stack.mailUrl}/api/messages?after=${this.#lastMailId}`);
    for (const { id, to, subject, text, headers } of mailSchema.parse(await response.json()).toReversed()) {
      this.#lastMailId = id;
      const [english = ''] = text.split('\n---\n');
      const mail: LinkMail = {
        // The inbox begins the id of a mail with the time of its arrival.
        atMs: Number(id.split('-')[0]),
        to: to.join(', '),
        messageId: headers.messageId,
        subject,
        names: [...english.matchAll(/^- (\S+) \(/gm)].map(([, name = '']) => name),
        link: /http\S+\/connect\/\S+/.exec(text)?.[0] ?? '',
      };
      this.#mails.push(mail);
      this.#listeners.onMail(mail);
    }
  }

  async #readLog(): Promise<void> {
    const log = logSchema.parse(
      await this.#stack.simulator('GET', `log?after=${this.#lastRequestId}&limit=${logPage}`),
    );
    this.#pace = log.participationsPace;
    const [first] = log.items;
    if (first && first.id !== this.#lastRequestId + 1)
      throw new Error(`Amazon's log continues with ${first.id} after ${this.#lastRequestId}: read it more often.`);
    for (const { id, at, endpoint, status, seller, isLimitExceeded = false } of log.items) {
      this.#lastRequestId = id;
      if (seller === undefined || !endpoint.endsWith('/marketplaceParticipations')) continue;
      this.#requests.push({ id, atMs: Date.parse(at), seller, status, isLimitExceeded });
    }
  }

  async #readGrants(): Promise<{ grants: ObservedGrant[]; sellerIdOf: Map<string, string> }> {
    const { items } = grantSchema.parse(await this.#stack.simulator('GET', 'grants'));
    const grants = items.map(({ sellingPartnerId, agreedAt, grantedAt, revokedAt }) => ({
      sellerId: sellingPartnerId,
      agreedAtMs: Date.parse(agreedAt),
      grantedAtMs: Date.parse(grantedAt),
      ...(revokedAt !== undefined && { revokedAtMs: Date.parse(revokedAt) }),
    }));
    return { grants, sellerIdOf: new Map(items.map(({ seller, sellingPartnerId }) => [seller, sellingPartnerId])) };
  }
}

/** With at most `maxConcurrent` calls at once; results in the order of the items. */
async function mapConcurrently<T, R>(
  items: readonly T[],
  maxConcurrent: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  await Promise.all(
    Array.from({ length: maxConcurrent }, async () => {
      for (const [index, item] of queue) results[index] = await work(item);
    }),
  );
  return results;
}
