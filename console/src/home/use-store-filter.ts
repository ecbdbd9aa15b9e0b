import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { countries, type StoreCountsFilter, type StoreFilter, storeSorts, storeStatuses } from '../api/stores.ts';

/** A store that is being created is in no list. */
export const listedStatuses = storeStatuses.filter((status) => status !== 'creating');
export type View = 'cards' | 'table';

type FilterName = 'q' | 'status' | 'country' | 'website' | 'sort' | 'view';

/** Search, filters, order and view, kept in the URL so that they can be shared and returned to. */
export function useStoreFilter() {
  const [params, setParams] = useSearchParams();
  const status = listedStatuses.find((value) => value === params.get('status'));
  const country = countries.find((value) => value === params.get('country'));
  const sort = storeSorts.find((value) => value === params.get('sort')) ?? '-createdAt';
  const website = params.get('website') ?? undefined;
  const q = params.get('q') ?? '';
  const view: View = params.get('view') === 'table' ? 'table' : 'cards';

  const countsFilter = useMemo<StoreCountsFilter>(
    () => ({ q: q || undefined, country: country && [country], website }),
    [country, q, website],
  );
  const filter = useMemo<StoreFilter>(
    () => ({ ...countsFilter, sort, status: status && [status] }),
    [countsFilter, sort, status],
  );
  const change = useCallback(
    (name: FilterName, value: string | undefined) =>
      setParams(
        (old) => {
          if (value) old.set(name, value);
          else old.delete(name);
          return old;
        },
        { replace: true },
      ),
    [setParams],
  );
  const clear = useCallback(
    () =>
      setParams((old) => {
        for (const name of ['q', 'status', 'country', 'website']) old.delete(name);
        return old;
      }),
    [setParams],
  );
  const isFiltered = Boolean(q || status || country || website);
  return { filter, countsFilter, q, status, country, website, sort, view, isFiltered, change, clear };
}
/** As `useStoreFilter` returns it. */
export type FilterState = ReturnType<typeof useStoreFilter>;
