import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { answer, api } from './client.ts';

export type Renewal = components['schemas']['Renewal'];

export const websitesQuery = queryOptions({
  queryKey: ['websites'],
  queryFn: ({ signal }) => answer(api.GET('/v1/commerce/websites', { signal })),
});

export const marketplacesQuery = queryOptions({
  queryKey: ['marketplaces'],
  queryFn: ({ signal }) => answer(api.GET('/v1/marketplaces', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Authorizations in force: of one seller, or all. */
export function authorizationsQuery(sellerId?: string) {
  return queryOptions({
    queryKey: ['authorizations', sellerId],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/authorizations', { params: { query: sellerId === undefined ? {} : { sellerId } }, signal })),
  });
}

export const renewalsQuery = queryOptions({
  queryKey: ['renewals'],
  queryFn: ({ signal }) => answer(api.GET('/v1/renewals', { signal })),
});

export function attributesQuery(q: string) {
  return queryOptions({
    queryKey: ['attributes', q],
    queryFn: ({ signal }) =>
      answer(api.GET('/v1/commerce/attributes', { params: { query: { q, limit: 100 } }, signal })),
    placeholderData: keepPreviousData,
  });
}
