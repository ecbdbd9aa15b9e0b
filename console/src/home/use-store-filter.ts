import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Country, StoreCountsFilter, StoreFilter, StoreSort, StoreStatus } from '../api/stores.ts';

export const listedStatuses = [
  'awaiting_authorization',
  'verifying',
  'active',
  'renewal_due',
  'expired',
  'disconnected',
  'deleted',
] as const satisfies readonly StoreStatus[];
export const countries = ['US', 'CA', 'MX', 'GB'] as const satisfies readonly Country[];
export const sorts = [
  '-createdAt',
  'createdAt',
  'name',
  '-name',
  'expiresAt',
  '-expiresAt',
  '-updatedAt',
  'updatedAt',
] as const satisfies readonly StoreSort[];
export type View = 'cards' | 'table';

type FilterName = 'q' | 'status' | 'country' | 'website' | 'sort' | 'view';

/** What the reader looks for, kept in the address, so that it can be gone back to and shared. */
export function useStoreFilter() {
  const [params, setParams] = useSearchParams();
  const status = listedStatuses.find((each) => each === params.get('status'));
  const country = countries.find((each) => each === params.get('country'));
  const sort = sorts.find((each) => each === params.get('sort')) ?? '-createdAt';
  const website = params.get('website') ?? undefined;
  const q = params.get('q') ?? '';
  const view: View = params.get('view') === 'table' ? 'table' : 'cards';

  const narrowing = useMemo<StoreCountsFilter>(
    () => ({ ...(q && { q }), ...(country && { country: [country] }), ...(website && { website }) }),
    [country, q, website],
  );
  const filter = useMemo<StoreFilter>(
    () => ({ ...narrowing, sort, ...(status && { status: [status] }) }),
    [narrowing, sort, status],
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
  const isNarrowed = Boolean(q || status || country || website);
  return { filter, narrowing, q, status, country, website, sort, view, isNarrowed, change, clear };
}
export type FilterState = ReturnType<typeof useStoreFilter>;
