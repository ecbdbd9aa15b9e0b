import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components, operations } from '../contract.d.ts';
import { api, dataOf } from './client.ts';
import { valuesOf } from './values-of.ts';

export type Store = components['schemas']['Store'];
export type StoreCounts = components['schemas']['StoreCounts'];
export type StoreStatus = components['schemas']['StoreStatus'];
export type Country = components['schemas']['Country'];
export type ProductIdType = components['schemas']['ProductIdType'];
export type Authorization = components['schemas']['Authorization'];
export type TimelineEntry = components['schemas']['TimelineEntry'];
export type NewStore = components['schemas']['NewStore'];
export type StoreChange = components['schemas']['StoreChange'];
export type StoreChanged = components['schemas']['StoreChanged'];
export type ConnectLink = components['schemas']['ConnectLink'];
export type StoreFilter = Omit<
  NonNullable<operations['listStores']['parameters']['query']>,
  'limit' | 'cursor' | 'lang'
>;
export type StoreCountsFilter = NonNullable<operations['countStores']['parameters']['query']>;
export type StoreSort = NonNullable<StoreFilter['sort']>;

export const countries = valuesOf<Country>({ US: true, CA: true, MX: true, GB: true });

export const storeStatuses = valuesOf<StoreStatus>({
  creating: true,
  awaiting_authorization: true,
  verifying: true,
  active: true,
  renewal_due: true,
  expired: true,
  disconnected: true,
  deleted: true,
});

export const storeSorts = valuesOf<StoreSort>({
  '-createdAt': true,
  createdAt: true,
  name: true,
  '-name': true,
  expiresAt: true,
  '-expiresAt': true,
  '-updatedAt': true,
  updatedAt: true,
});

const pageSize = 100;
const maxPageSize = 200;

export function storesQuery(filter: StoreFilter) {
  return infiniteQueryOptions({
    queryKey: ['stores', filter],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/v1/stores', {
          params: { query: { ...filter, limit: pageSize, cursor: pageParam || undefined } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The matching stores that fit into one response. */
export function fewStoresQuery(filter: StoreFilter) {
  return queryOptions({
    queryKey: ['few-stores', filter],
    queryFn: async ({ signal }) => {
      const page = await dataOf(
        api.GET('/v1/stores', { params: { query: { ...filter, limit: maxPageSize } }, signal }),
      );
      return { items: page.items, isComplete: page.nextCursor === undefined };
    },
  });
}

/** The number of matching stores in each status. */
export function storeCountsQuery(filter: StoreCountsFilter) {
  return queryOptions({
    queryKey: ['store-counts', filter],
    queryFn: ({ signal }) => dataOf(api.GET('/v1/stores/counts', { params: { query: filter }, signal })),
  });
}

export function storeQuery(id: string) {
  return queryOptions({
    queryKey: ['store', id],
    queryFn: ({ signal }) => dataOf(api.GET('/v1/stores/{id}', { params: { path: { id } }, signal })),
  });
}

export function timelineQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['timeline', id],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/v1/stores/{id}/timeline', {
          params: { path: { id }, query: { limit: 25, cursor: pageParam || undefined } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function addStore(body: NewStore, idempotencyKey: string): Promise<Store> {
  return dataOf(api.POST('/v1/stores', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }));
}

export function changeStore(id: string, body: StoreChange): Promise<Store> {
  return dataOf(api.PATCH('/v1/stores/{id}', { params: { path: { id } }, body }));
}

export function deleteStore(id: string): Promise<Store> {
  return dataOf(api.DELETE('/v1/stores/{id}', { params: { path: { id } } }));
}

export type StoreCommand = 'check' | 'disconnect' | 'activate' | 'deactivate';

export function runStoreCommand(id: string, command: StoreCommand): Promise<Store> {
  const params = { path: { id } };
  switch (command) {
    case 'check':
      return dataOf(api.POST('/v1/stores/{id}/check', { params }));
    case 'disconnect':
      return dataOf(api.POST('/v1/stores/{id}/disconnect', { params }));
    case 'activate':
      return dataOf(api.POST('/v1/stores/{id}/activate', { params }));
    case 'deactivate':
      return dataOf(api.POST('/v1/stores/{id}/deactivate', { params }));
  }
}

export function addConnectLink(id: string): Promise<ConnectLink> {
  return dataOf(api.POST('/v1/stores/{id}/connect-links', { params: { path: { id } } }));
}

/** Creates a connect link and e-mails it to the address of the store. */
export function mailConnectLink(id: string): Promise<ConnectLink> {
  return dataOf(api.POST('/v1/stores/{id}/connect-links', { params: { path: { id } }, body: { send: true } }));
}
