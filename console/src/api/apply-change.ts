import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { type Store, type StoreChanged, storeQuery, timelineQuery } from './stores.ts';

type StorePages = InfiniteData<components['schemas']['StorePage'], string>;

/** Lists longer than this are mended in place only: asking for all their pages again would be slow. */
const pagesWorthAsking = 5;
const gatherMs = 1500;

/** Brings one change into everything that is on the screen. */
export class ChangeApplier {
  readonly #queries: QueryClient;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(queries: QueryClient) {
    this.#queries = queries;
  }

  apply({ storeId, entry, store }: StoreChanged): void {
    if (store) this.putStore(store);
    this.#queries.setQueryData(timelineQuery(storeId).queryKey, (old) => {
      const first = old?.pages[0];
      if (!old || !first || old.pages.some((page) => page.items.some(({ id }) => id === entry.id))) return old;
      return { ...old, pages: [{ ...first, items: [entry, ...first.items] }, ...old.pages.slice(1)] };
    });
    this.#askAgainSoon();
  }

  /** The store as an answer or an event tells it. */
  putStore(store: Store): void {
    this.#queries.setQueryData(storeQuery(store.id).queryKey, store);
    this.#queries.setQueriesData<StorePages>({ queryKey: ['stores'] }, (old) => old && withStore(old, store));
  }

  /** After a time in which changes may have been missed, and for words of another language. */
  askForEverything(): void {
    void this.#queries.invalidateQueries();
  }

  /** Membership, order and counts of lists are the API's to decide; a burst of changes asks once. */
  #askAgainSoon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const key of ['few-stores', 'store-counts', 'renewals', 'authorizations'])
        void this.#queries.invalidateQueries({ queryKey: [key] });
      void this.#queries.invalidateQueries({
        queryKey: ['stores'],
        predicate: ({ state }) => pageCount(state.data) <= pagesWorthAsking,
      });
    }, gatherMs);
  }
}

function withStore(pages: StorePages, store: Store): StorePages {
  if (!pages.pages.some((page) => page.items.some(({ id }) => id === store.id))) return pages;
  const mend = (items: readonly Store[]) =>
    items.flatMap((item) => (item.id !== store.id ? [item] : store.status === 'deleted' ? [] : [store]));
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: mend(page.items) })) };
}

function pageCount(data: unknown): number {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages)
    ? data.pages.length
    : 0;
}
