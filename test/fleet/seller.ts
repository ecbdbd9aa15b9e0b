import type { Store } from '../../api/contract/stores.ts';
import type { StoreChanged } from '../../api/contract/timeline.ts';
import { createBrowser, storeOf } from '../api/http-client.ts';
import type { Actors } from '../e2e/actors.ts';
import { eventually } from '../setup/eventually.ts';
import type { Agenda } from './agenda.ts';
import { dayOf } from './checker/check-reminders.ts';
import type { LinkMail } from './recorder.ts';
import type { Answer, Lie, Order, SellerPlan } from './plan.ts';

export interface SellerHarness {
  readonly actors: Actors;
  readonly agenda: Agenda;
  /** Milliseconds that stand for a day. */
  readonly dayMs: number;
  readonly startedAtMs: number;
  readonly seed: number;
  count(what: string): void;
  disturb(what: string, days: number, account: string): void;
}

/** Statuses of a store whose first consent has been settled. */
const settled = ['active', 'renewal_due', 'expired', 'disconnected', 'deleted'] as const;

/** A seller and their admin, who react to the mails and events of the product as planned. */
export class Seller {
  readonly #harness: SellerHarness;
  readonly plan: SellerPlan;
  readonly #stores = new Map<string, Store>();
  #year = 0;
  #authorizedAt: string | undefined;
  #isAnswering = false;
  #hasAbandoned = false;

  constructor(harness: SellerHarness, plan: SellerPlan) {
    this.#harness = harness;
    this.plan = plan;
    const { account, joinsOnDay, revokesOnDays, troubles, orders, lies } = plan;
    this.#on(joinsOnDay, 'joins', () => this.#join());
    for (const onDay of revokesOnDays)
      this.#on(onDay, 'revokes', async () => {
        await harness.actors.fault({ kind: 'revoked', seller: account });
        harness.count('revocations');
      });
    for (const { kind, onDay, days } of troubles)
      this.#on(onDay, kind, async () => {
        const seconds = (days * harness.dayMs) / 1000;
        await harness.actors.fault({ kind, seller: account, seconds, ...(kind === 'slow' && { ms: 1500 }) });
        harness.disturb(kind, days, account);
      });
    for (const order of orders) this.#on(order.onDay, order.what, () => this.#runOrder(order));
    for (const lie of lies) this.#on(lie.onDay, 'is lied about', () => this.#sufferLie(lie));
  }

  takeMail({ subject, link }: LinkMail): void {
    const day = dayOf(subject);
    const answer = this.#answer();
    if (day === undefined) return this.#connectAgain(link);
    if (answer.toDay === undefined) {
      if (day === 30 && this.plan.returns) this.#later(20, 'comes back', () => this.#connectByNewLink());
      return;
    }
    if (day < answer.toDay || this.#isAnswering) return;
    this.#isAnswering = true;
    this.#later(answer.afterDays, 'renews', () =>
      this.#renew(link, answer).finally(() => {
        this.#isAnswering = false;
      }),
    );
  }

  takeChange({ store }: StoreChanged): void {
    if (!store) return;
    this.#stores.set(store.id, store);
    if (!store.authorizedAt || store.authorizedAt <= (this.#authorizedAt ?? '')) return;
    if (this.#authorizedAt !== undefined) this.#year += 1;
    this.#authorizedAt = store.authorizedAt;
    this.#hasAbandoned = false;
  }

  async #join(): Promise<void> {
    const { countries, reuses, account } = this.plan;
    let sellerId: string | undefined;
    for (const [index, country] of countries.entries()) {
      const { id } = await this.#addStore(country, index, reuses ? sellerId : undefined);
      this.#harness.count('stores');
      if (sellerId === undefined || !reuses) await this.#harness.actors.connect(id, account);
      // A new store may have to wait for the end of an outage.
      const { sellerId: authorizedSellerId } = await this.#harness.actors.becomes(id, settled, 120_000, 500);
      sellerId ??= authorizedSellerId;
    }
  }

  async #addStore(country: string, index: number, sellerId: string | undefined): Promise<Store> {
    const { seed, actors } = this.#harness;
    const { number } = this.plan;
    // The second store of every third seller has another contact.
    const contact = index === 1 && number % 3 === 0 ? 'branch' : 'owner';
    const body = {
      website: 'base',
      email: `${contact}-${number}@example.com`,
      name: `Fleet-${number}-${country}`,
      country,
      ...(number % 4 === 0 && { secondEmail: `second-${number}@example.com` }),
      ...(sellerId !== undefined && { sellerId }),
    };
    const added = await eventually(
      async () =>
        storeOf(
          await actors.call('POST', '/v1/stores', body, { 'idempotency-key': `fleet-${seed}-${number}-${country}` }),
        ),
      { timeoutMs: 60_000, intervalMs: 500 },
    );
    if (added.status !== 'creating') return added;
    return actors.becomes(added.id, ['awaiting_authorization', 'verifying', ...settled], 60_000, 500);
  }

  async #renew(link: string, answer: Answer): Promise<void> {
    const { actors, count } = this.#harness;
    if (answer.abandonsFirst && !this.#hasAbandoned) {
      this.#hasAbandoned = true;
      await createBrowser().get(link);
      return count('abandoned renewals');
    }
    if (answer.wrongAccountFirst) {
      const wrong = this.plan.account.replace(/seller-(uk-)?/, 'seller-$1wrong-');
      await actors.connectBy(link, wrong).then(
        () => count('wrong sellers'),
        () => undefined,
      );
    }
    if (answer.codeExpires) await actors.fault({ kind: 'code_expired', seller: this.plan.account, count: 1 });
    await this.#connectBy(link);
  }

  /** Replaces an expired link by a new one, as an admin would. */
  async #connectBy(link: string): Promise<void> {
    const { actors, count } = this.#harness;
    const { status } = await createBrowser().get(link);
    if (status !== 302) {
      count('mailed links that had expired');
      return this.#connectByNewLink();
    }
    await actors.connectBy(link, this.plan.account);
    count('consents by mailed link');
  }

  async #connectByNewLink(): Promise<void> {
    const store = [...this.#stores.values()].find(({ status }) => status !== 'deleted');
    if (!store) return;
    await this.#harness.actors.connect(store.id, this.plan.account);
    this.#harness.count('consents by fresh link');
  }

  #connectAgain(link: string): void {
    // A seller whose code came too late tries again at once; one who has revoked takes more time.
    const isWorking = [...this.#stores.values()].some(({ status }) => status !== 'disconnected');
    if (isWorking) this.#later(1, 'connects again', () => this.#connectBy(link));
    else if (this.plan.returns) this.#later(15, 'comes back', () => this.#connectBy(link));
  }

  async #runOrder({ what, store: index }: Order): Promise<void> {
    const { actors, count } = this.#harness;
    const store = [...this.#stores.values()][index];
    if (!store || store.status === 'deleted') return;
    count(`orders to ${what}`);
    const path = `/v1/stores/${store.id}`;
    const answer = what === 'delete' ? await actors.call('DELETE', path) : await actors.call('POST', `${path}/${what}`);
    if (answer.status >= 400 && answer.status !== 409) throw new Error(answer.text);
    if (what === 'deactivate')
      this.#later(30, 'activates', async () => void (await actors.call('POST', `${path}/activate`)));
    if (what === 'disconnect' && this.plan.returns)
      this.#later(15, 'comes back', async () => void (await actors.connect(store.id, this.plan.account)));
  }

  /** Nothing of it may move: the checker knows every seller's own consents. */
  async #sufferLie({ store: index, isDisguised }: Lie): Promise<void> {
    const { actors, count } = this.#harness;
    const store = [...this.#stores.values()][index];
    if (!store?.sellerId || store.status === 'deleted') return;
    const browser = createBrowser();
    const liar = this.plan.account.replace(/seller-(uk-)?/, 'seller-$1liar-');
    const callback = new URL(await actors.agree(await actors.makeLink(store.id), liar, browser));
    if (isDisguised) callback.searchParams.set('selling_partner_id', store.sellerId);
    await browser.get(callback.href);
    count(isDisguised ? 'disguised liars' : 'liars');
  }

  #answer(): Answer {
    const { answers } = this.plan;
    return answers[Math.min(this.#year, answers.length - 1)] ?? answers[0];
  }

  #on(day: number, what: string, work: () => Promise<void>): void {
    const { agenda, startedAtMs: beganAtMs, dayMs } = this.#harness;
    agenda.at(beganAtMs + day * dayMs, `${this.plan.account} ${what}`, work);
  }

  #later(days: number, what: string, work: () => Promise<void>): void {
    this.#harness.agenda.at(Date.now() + days * this.#harness.dayMs, `${this.plan.account} ${what}`, work);
  }
}
