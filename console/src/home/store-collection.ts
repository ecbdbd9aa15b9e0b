import type { Store } from '../api/stores.ts';

/** What the cards and the table show. */
export interface StoreCollection {
  readonly stores: readonly Store[];
  /** The name of a website by its code. */
  readonly websiteName: (code: string) => string;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}
