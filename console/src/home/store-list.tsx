import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { type Store, storeCountsQuery, storesQuery } from '../api/stores.ts';
import { useWords } from '../messages/use-words.ts';
import { Loading } from '../parts/loading.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useWebsiteName } from '../parts/use-website-name.ts';
import { EmptyHome } from './empty-home.tsx';
import { StoreCards } from './store-cards.tsx';
import { StoreFilters } from './store-filters.tsx';
import { useStoreFilter } from './use-store-filter.ts';

// Not on the first page that most people see.
const NoMatch = lazy(() => import('./no-match.tsx'));
const StoreTable = lazy(() => import('./store-table.tsx'));

export interface StoreListProps {
  readonly stores: readonly Store[];
  /** As Commerce names it; its code while that is unknown. */
  readonly websiteName: (code: string) => string;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

/** The stores that match, as cards or as a table, page after page as the reader scrolls. */
export function StoreList() {
  const { say } = useWords();
  const state = useStoreFilter();
  const list = useInfiniteQuery({ ...storesQuery(state.filter), placeholderData: (old) => old });
  const counts = useQuery({ ...storeCountsQuery(state.narrowing), placeholderData: (old) => old }).data;
  const stores = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const websiteName = useWebsiteName();
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);

  if (list.isPending) return <Loading />;
  if (!list.data) return <Trouble error={list.error} onRetry={() => void list.refetch()} />;
  if (stores.length === 0 && !state.isNarrowed && !list.isPlaceholderData) return <EmptyHome />;
  const count = counts && (state.status ? counts.byStatus[state.status] : counts.total);
  const shared = { stores, websiteName, hasMore: hasNextPage, loadMore };
  return (
    <>
      <StoreFilters state={state} counts={counts} />
      {stores.length === 0 ? (
        <Suspense fallback={<Loading />}>
          <NoMatch onClear={state.clear} />
        </Suspense>
      ) : (
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
          <p role="status" className={style({ font: 'detail', color: 'neutral-subdued', margin: 0 })}>
            {count !== undefined && say('home.shown', { count })}
          </p>
          {state.view === 'table' ? (
            <Suspense fallback={<Loading />}>
              <StoreTable {...shared} sort={state.sort} onSort={(sort) => state.change('sort', sort)} />
            </Suspense>
          ) : (
            <StoreCards {...shared} />
          )}
          {isFetchingNextPage && <Loading />}
          {list.error && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
        </div>
      )}
    </>
  );
}
