/** Writes down what is seen of a fleet from outside, while it lives. */
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { storePage } from '../../api/contract/stores.ts';
import { timelinePage, type StoreChanged } from '../../api/contract/timeline.ts';
import { openEvents, readEvents } from '../e2e/follow-events.ts';
import type { Stack } from '../e2e/stack.ts';
import { eventually } from '../setup/eventually.ts';
import type { EntrySeen, FleetRecord, GrantSeen, MailSeen, RequestSeen, StoreSeen, ToldSeen } from './record.ts';

/** A mail with the one link that it carries. */
export interface LinkMail extends MailSeen {
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

export type Seen = Omit<FleetRecord, 'yearMs' | 'fromMs' | 'untilMs' | 'disturbances'> & {
  /** `selling_partner_id` of an account at Amazon. */
  readonly sellerIdOf: ReadonlyMap<string, string>;
  readonly requestCount: number;
};

export class Recorder {
  readonly #stack: Stack;
  readonly #listeners: Listeners;
  readonly #ending = new AbortController();
  readonly #loops: Promise<void>[];
  readonly #mails: MailSeen[] = [];
  readonly #told: ToldSeen[] = [];
  readonly #requests: RequestSeen[] = [];
  #pace: FleetRecord['pace'] = { ratePerSecond: 0, burst: 0 };
  #lastMailId = '';
  #lastRequestId = 0;
  #lastEntryId = 0;

  constructor(stack: Stack, listeners: Listeners) {
    this.#stack = stack;
    this.#listeners = listeners;
    this.#loops = [this.#follow(), this.#repeat(() => this.#readMails()), this.#repeat(() => this.#readLog())];
  }

  /** Reads everything to its end. */
  async finish(): Promise<Seen> {
    const stores = await this.#readStores();
    const entries = (await inTurns(stores, 8, ({ id }) => this.#readTimeline(id))).flat();
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
    const { grants, sellerIdOf } = await this.#readGrants();
    return {
      stores,
      entries,
      told: this.#told,
      mails: this.#mails,
      grants,
      sellerIdOf,
      requests: this.#requests,
      requestCount: this.#lastRequestId,
      pace: this.#pace,
    };
  }

  async #follow(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      const lastEventId = this.#lastEntryId > 0 ? String(this.#lastEntryId) : '0';
      await openEvents(this.#stack.url, this.#stack.adminToken, { signal, lastEventId })
        .then((body) => readEvents(body, (change) => this.#hear(change)))
        .catch(() => undefined);
      await delay(pollMs);
    }
  }

  #hear(change: StoreChanged): void {
    const { storeId, entry, store } = change;
    this.#lastEntryId = Math.max(this.#lastEntryId, Number(entry.id));
    const ms = (at: string | undefined) => (at === undefined ? undefined : Date.parse(at));
    this.#told.push({
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
      // What could not be read now is read next time; the last reading has to succeed.
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
        // The inbox names a mail by the moment at which it took it.
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
      throw new Error(`Amazon's log goes on with ${first.id} after ${this.#lastRequestId}: read it more often.`);
    for (const { id, at, endpoint, status, seller, isLimitExceeded = false } of log.items) {
      this.#lastRequestId = id;
      if (seller === undefined || !endpoint.endsWith('/marketplaceParticipations')) continue;
      this.#requests.push({ id, atMs: Date.parse(at), seller, status, isLimitExceeded });
    }
  }

  async #readGrants(): Promise<{ grants: GrantSeen[]; sellerIdOf: Map<string, string> }> {
    const { items } = grantSchema.parse(await this.#stack.simulator('GET', 'grants'));
    const grants = items.map(({ sellingPartnerId, agreedAt, grantedAt, revokedAt }) => ({
      sellerId: sellingPartnerId,
      agreedAtMs: Date.parse(agreedAt),
      grantedAtMs: Date.parse(grantedAt),
      ...(revokedAt !== undefined && { revokedAtMs: Date.parse(revokedAt) }),
    }));
    return { grants, sellerIdOf: new Map(items.map(({ seller, sellingPartnerId }) => [seller, sellingPartnerId])) };
  }

  async #readStores(): Promise<StoreSeen[]> {
    const statuses = 'creating,awaiting_authorization,verifying,active,renewal_due,expired,disconnected,deleted';
    const path = `/v1/stores?sort=createdAt&limit=100&status=${statuses}`;
    return this.#pages(path, (body) => {
      const { items, nextCursor } = storePage.parse(body);
      return {
        items: items.map(({ id, name, country, status, sellerId }) => ({ id, name, country, status, sellerId })),
        nextCursor,
      };
    });
  }

  async #readTimeline(storeId: string): Promise<EntrySeen[]> {
    const newestFirst = await this.#pages(`/v1/stores/${storeId}/timeline?limit=100`, (body) => {
      const { items, nextCursor } = timelinePage.parse(body);
      return {
        items: items.map(({ id, at, what, status, reason }) => ({
          id: Number(id),
          storeId,
          atMs: Date.parse(at),
          what,
          status,
          reason: reason?.code,
        })),
        nextCursor,
      };
    });
    return newestFirst.toReversed();
  }

  async #pages<T>(path: string, read: (body: unknown) => { items: T[]; nextCursor: string | undefined }): Promise<T[]> {
    const all: T[] = [];
    let cursor = '';
    do {
      const answer = await this.#stack.get(`${path}${cursor === '' ? '' : `&cursor=${cursor}`}`);
      if (answer.status !== 200) throw new Error(answer.text);
      const { items, nextCursor = '' } = read(answer.body);
      all.push(...items);
      cursor = nextCursor;
    } while (cursor !== '');
    return all;
  }
}

/** So many at once, answers in the order of the items. */
async function inTurns<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [index, item] of queue) results[index] = await work(item);
    }),
  );
  return results;
}
