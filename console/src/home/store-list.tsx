import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { storeCountsQuery, storesQuery } from '../api/stores.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { Loading } from '../components/loading.tsx';
import { ErrorAlert } from '../components/error-alert.tsx';
import { useWebsiteName } from '../components/use-website-name.ts';
import { StoreCards } from './store-cards.tsx';
import type { StoreCollection } from './store-collection.ts';
import { StoreFilters } from './store-filters.tsx';
import { useStoreFilter } from './use-store-filter.ts';

// Most people never see these on their first page.
const EmptyHome = lazy(() => import('./empty-home.tsx'));
const NoMatch = lazy(() => import('./no-match.tsx'));
const StoreTable = lazy(() => import('./store-table.tsx'));

/** The matching stores, as cards or as a table; more are loaded as the reader scrolls. */
export function StoreList() {
  const { t } = useI18n();
  const state = useStoreFilter();
  const list = useInfiniteQuery({ ...storesQuery(state.filter), placeholderData: (old) => old });
  const counts = useQuery({ ...storeCountsQuery(state.countsFilter), placeholderData: (old) => old }).data;
  const stores = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const websiteName = useWebsiteName();
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);

  if (list.isPending) return <Loading />;
  if (!list.data) return <ErrorAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (stores.length === 0 && !state.isFiltered && !list.isPlaceholderData)
    return (
      <Suspense fallback={<Loading />}>
        <EmptyHome />
      </Suspense>
    );
  const count = counts && (state.status ? counts.byStatus[state.status] : counts.total);
  const collection: StoreCollection = { stores, websiteName, hasMore: hasNextPage, loadMore };
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
            {count !== undefined && t('home.shown', { count })}
          </p>
          {state.view === 'table' ? (
            <Suspense fallback={<Loading />}>
              <StoreTable {...collection} sort={state.sort} onSort={(sort) => state.change('sort', sort)} />
            </Suspense>
          ) : (
            <StoreCards {...collection} />
          )}
          {isFetchingNextPage && <Loading />}
          {list.error && <ErrorAlert error={list.error} onRetry={() => void list.refetch()} />}
        </div>
      )}
    </>
  );
}
