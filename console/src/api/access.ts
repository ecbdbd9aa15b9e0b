import { queryOptions, useQuery } from '@tanstack/react-query';
import type { operations } from '../contract.d.ts';
import { api, dataOf } from './client.ts';

export type Operation = keyof operations;

/** The name and role this browser is signed in with; a token's role never changes. */
export const accessQuery = queryOptions({
  queryKey: ['access'],
  queryFn: ({ signal }) => dataOf(api.GET('/v1/access', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whether the reader's role allows an operation. When the role cannot be read, all are offered: the API still refuses. */
export function useCan(): (operation: Operation) => boolean {
  const { data, isError } = useQuery(accessQuery);
  return (operation) => data?.operations.includes(operation) ?? isError;
}
