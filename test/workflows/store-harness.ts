/** A store's surroundings without their parts: activities typed by the contract, on the clock of the test server. */
import type { Activities, StoreChange, StoreMessage, WatchActivities } from '../../activities/contract.ts';
import { periodFrom, amazonYearMs } from '../../domain/renewal-schedule.ts';

type AllActivities = Activities & WatchActivities;

export interface StoreWorld {
  readonly activities: AllActivities;
  readonly changes: StoreChange[];
  readonly messages: { readonly message: StoreMessage; readonly atMs: number }[];
  readonly calls: string[];
  /** Called when a message was queued: where a test plays the seller. */
  onMessage: (message: StoreMessage) => Promise<void>;
  sellerId: string;
  siblings: string[];
  /** Replaces single activities for one test. */
  override(overrides: Partial<AllActivities>): void;
}

export function createStoreWorld(now: () => Promise<number>, yearMs = amazonYearMs): StoreWorld {
  const adopted = new Map<string, string>();
  const queuedKeys = new Set<string>();
  const defaults: AllActivities = {
    async createStore() {
      return { outcome: 'created' };
    },
    async recordChange(change) {
      const known = world.changes.some(({ key, storeId }) => key === change.key && storeId === change.storeId);
      if (!known) world.changes.push(change);
    },
    async adoptAuthorization(consentId) {
      const authorizedAt = adopted.get(consentId) ?? new Date(await now()).toISOString();
      adopted.set(consentId, authorizedAt);
      const authorization = { grantId: 'grant-1', sellerId: world.sellerId, ...periodFrom(authorizedAt, yearMs) };
      return { outcome: 'adopted', authorization, siblings: world.siblings };
    },
    async reuseAuthorization() {
      const authorizedAt = new Date(await now()).toISOString();
      const authorization = { grantId: 'grant-1', sellerId: world.sellerId, ...periodFrom(authorizedAt, yearMs) };
      return { outcome: 'adopted', authorization, siblings: [] };
    },
    async forgetAuthorization() {},
    async queueMessage(message) {
      if (queuedKeys.has(message.key)) return;
      queuedKeys.add(message.key);
      world.messages.push({ message, atMs: await now() });
      await world.onMessage(message);
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
  const world: StoreWorld = {
    activities: { ...defaults },
    changes: [],
    messages: [],
    calls: [],
    onMessage: async () => {},
    sellerId: 'A1SELLER',
    siblings: [],
    override(more) {
      Object.assign(world.activities, more);
    },
  };
  return world;
}

/** What a worker registers once while worlds come and go. */
export function routeActivities(current: () => StoreWorld): AllActivities {
  const route =
    <K extends keyof AllActivities>(name: K) =>
    (...args: Parameters<AllActivities[K]>): ReturnType<AllActivities[K]> => {
      const world = current();
      world.calls.push(name);
      const activity = world.activities[name] as (
        ...input: Parameters<AllActivities[K]>
      ) => ReturnType<AllActivities[K]>;
      return activity(...args);
    };
  return {
    createStore: route('createStore'),
    recordChange: route('recordChange'),
    adoptAuthorization: route('adoptAuthorization'),
    reuseAuthorization: route('reuseAuthorization'),
    forgetAuthorization: route('forgetAuthorization'),
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
