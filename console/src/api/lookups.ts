import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

export const websitesQuery = queryOptions({
  queryKey: ['websites'],
  queryFn: ({ signal }) => dataOf(api.GET('/v1/commerce/websites', { signal })),
});

export const marketplacesQuery = queryOptions({
  queryKey: ['marketplaces'],
  queryFn: ({ signal }) => dataOf(api.GET('/v1/marketplaces', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Authorizations in force: of one seller, or all. */
export function authorizationsQuery(sellerId?: string) {
  return queryOptions({
    queryKey: ['authorizations', sellerId],
    queryFn: ({ signal }) => dataOf(api.GET('/v1/authorizations', { params: { query: { sellerId } }, signal })),
  });
}

export function attributesQuery(q: string) {
  return queryOptions({
    queryKey: ['attributes', q],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/v1/commerce/attributes', { params: { query: { q, limit: 100 } }, signal })),
    placeholderData: keepPreviousData,
  });
}
