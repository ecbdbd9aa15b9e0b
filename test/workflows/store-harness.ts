/** Fake activities of a store, typed by the contract, on the clock of the test server. */
import type {
  AmazonActivities,
  MailActivities,
  StoreActivities,
  StoreChange,
  StoreMessage,
  WatchActivities,
} from '../../activities/contract.ts';
import { periodFrom } from '../../domain/renewal-schedule.ts';
import { amazonYearMs } from '../../domain/schedule.ts';

type FakeActivities = StoreActivities & AmazonActivities & MailActivities & WatchActivities;

export interface StoreHarness {
  readonly activities: FakeActivities;
  readonly changes: StoreChange[];
  readonly messages: { readonly message: StoreMessage; readonly atMs: number }[];
  readonly calls: string[];
  /** Called when a message was queued: lets a test act as the seller. */
  onMessage: (message: StoreMessage) => Promise<void>;
  sellerId: string;
  siblings: string[];
  /** Replaces single activities for one test. */
  override(overrides: Partial<FakeActivities>): void;
}

export function createStoreHarness(now: () => Promise<number>, yearMs = amazonYearMs): StoreHarness {
  const adopted = new Map<string, string>();
  const queuedKeys = new Set<string>();
  const defaults: FakeActivities = {
    async createStore() {
      return { outcome: 'created' };
    },
    async recordChange(change) {
      const isRecorded = harness.changes.some(({ key, storeId }) => key === change.key && storeId === change.storeId);
      if (!isRecorded) harness.changes.push(change);
    },
    async adoptAuthorization(consentId) {
      const authorizedAt = adopted.get(consentId) ?? new Date(await now()).toISOString();
      adopted.set(consentId, authorizedAt);
      const authorization = { grantId: 'grant-1', sellerId: harness.sellerId, ...periodFrom(authorizedAt, yearMs) };
      return { outcome: 'adopted', authorization, siblings: harness.siblings };
    },
    async reuseAuthorization() {
      const authorizedAt = new Date(await now()).toISOString();
      const authorization = { grantId: 'grant-1', sellerId: harness.sellerId, ...periodFrom(authorizedAt, yearMs) };
      return { outcome: 'adopted', authorization, siblings: [] };
    },
    async forgetAuthorization() {},
    async undoAuthorization() {
      return { outcome: 'too_late' };
    },
    async queueMessage(message) {
      if (queuedKeys.has(message.key)) return;
      queuedKeys.add(message.key);
      harness.messages.push({ message, atMs: await now() });
      await harness.onMessage(message);
    },
    async exchangeAuthorizationCode() {
      return { outcome: 'exchanged' };
    },
    async verifyConnection() {
      return { outcome: 'verified', suspendedListings: false };
    },
    async verifyReuse() {
      return { outcome: 'verified' };
    },
    async checkConnection() {
      return { outcome: 'connected' };
    },
    async deliverMessage() {},
    async giveUpMessage() {},
    async forgetOldAccess() {},
    async checkDueConnections() {
      return {
        checked: 0,
        failing: 0,
        isAmazonAway: false,
        isBreakerOpen: false,
        suspects: [],
        nextRoundInMs: 3_600_000,
      };
    },
  };
  const harness: StoreHarness = {
    activities: { ...defaults },
    changes: [],
    messages: [],
    calls: [],
    onMessage: async () => {},
    sellerId: 'A1SELLER',
    siblings: [],
    override(overrides) {
      Object.assign(harness.activities, overrides);
    },
  };
  return harness;
}

/** What a worker registers once: each call goes to the harness of the current test. */
export function routeActivities(current: () => StoreHarness): FakeActivities {
  const route =
    <K extends keyof FakeActivities>(name: K) =>
    (...args: Parameters<FakeActivities[K]>): ReturnType<FakeActivities[K]> => {
      const harness = current();
      harness.calls.push(name);
      const activity = harness.activities[name] as (
        ...input: Parameters<FakeActivities[K]>
      ) => ReturnType<FakeActivities[K]>;
      return activity(...args);
    };
  return {
    createStore: route('createStore'),
    recordChange: route('recordChange'),
    adoptAuthorization: route('adoptAuthorization'),
    reuseAuthorization: route('reuseAuthorization'),
    forgetAuthorization: route('forgetAuthorization'),
    undoAuthorization: route('undoAuthorization'),
    queueMessage: route('queueMessage'),
    exchangeAuthorizationCode: route('exchangeAuthorizationCode'),
    verifyConnection: route('verifyConnection'),
    verifyReuse: route('verifyReuse'),
    checkConnection: route('checkConnection'),
    deliverMessage: route('deliverMessage'),
    giveUpMessage: route('giveUpMessage'),
    forgetOldAccess: route('forgetOldAccess'),
    checkDueConnections: route('checkDueConnections'),
  };
}
