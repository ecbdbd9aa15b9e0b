import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { type Store, type StoreChanged, storeQuery, timelineQuery } from './stores.ts';

type StorePages = InfiniteData<components['schemas']['StorePage'], string>;

/** Longer lists are only updated in place: fetching all their pages again would be slow. */
const maxRefetchedPages = 5;
const refetchDelayMs = 1500;

/** Applies changes of stores to every cached query. */
export class CacheUpdater {
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
    this.#refetchSoon();
  }

  putStore(store: Store): void {
    this.#queries.setQueryData(storeQuery(store.id).queryKey, store);
    this.#queries.setQueriesData<StorePages>({ queryKey: ['stores'] }, (old) => old && withStore(old, store));
  }

  /** For when changes may have been missed, or the language has changed. */
  refetchAll(): void {
    void this.#queries.invalidateQueries();
  }

  /** Only the API knows membership, order and counts of lists. A burst of changes causes one refetch. */
  #refetchSoon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const key of ['few-stores', 'store-counts', 'renewals', 'authorizations'])
        void this.#queries.invalidateQueries({ queryKey: [key] });
      void this.#queries.invalidateQueries({
        queryKey: ['stores'],
        predicate: ({ state }) => pageCount(state.data) <= maxRefetchedPages,
      });
    }, refetchDelayMs);
  }
}

function withStore(pages: StorePages, store: Store): StorePages {
  if (!pages.pages.some((page) => page.items.some(({ id }) => id === store.id))) return pages;
  const replace = (items: readonly Store[]) =>
    items.flatMap((item) => (item.id !== store.id ? [item] : store.status === 'deleted' ? [] : [store]));
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: replace(page.items) })) };
}

function pageCount(data: unknown): number {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages)
    ? data.pages.length
    : 0;
}
