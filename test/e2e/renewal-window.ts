/**
 * A store's last twelfth of a short year is some seconds, which a busy machine may let pass before anything has acted.
 * The store is then connected again, as a customer would do, and its next year counts.
 */
import type { Store } from '../../api/contract/stores.ts';
import type { Actors } from './actors.ts';

const maxYears = 3;

export interface SellersStore {
  readonly id: string;
  /** The seller's account at Amazon. */
  readonly seller: string;
  readonly yearMs: number;
}

export interface RenewedInTime {
  /** In the window, and after the renewal. */
  readonly before: Store;
  readonly after: Store;
  /** How many years ended before the renewal had arrived. */
  readonly missedYears: number;
}

/** Waits until the renewal of a connected store is due, and returns the store as it is then. */
export async function awaitRenewalDue(actors: Actors, { id, seller, yearMs }: SellersStore): Promise<Store> {
  for (let year = 1; year <= maxYears; year += 1) {
    const store = await actors.becomes(id, ['renewal_due', 'expired'], yearMs);
    if (store.status === 'renewal_due') return store;
    await actors.connect(id, seller);
    await actors.becomes(id, ['active', 'renewal_due']);
  }
  throw new Error(`Store ${id} expired ${maxYears} times before anything could act`);
}

/** Renews by `renew` before the year ends; fails when that succeeds in none of three years. */
export async function renewInTime(
  actors: Actors,
  store: SellersStore,
  renew: () => Promise<unknown>,
): Promise<RenewedInTime> {
  for (let year = 1; year <= maxYears; year += 1) {
    const before = await awaitRenewalDue(actors, store);
    await renew();
    const after = await actors.becomes(store.id, 'active');
    const endings = (await actors.timeline(store.id)).filter(({ what }) => what === 'expired');
    const hasExpired = endings.some(({ at }) => at > (before.authorizedAt ?? ''));
    if (!hasExpired) return { before, after, missedYears: endings.length };
  }
  throw new Error(`Store ${store.id} was not renewed in time in any of ${maxYears} years`);
}
