import { queryOptions, useQuery } from '@tanstack/react-query';
import type { operations } from '../contract.d.ts';
import { answer, api } from './client.ts';

export type Operation = keyof operations;

/** In whose name this browser is signed in; a token keeps its role for as long as it is in force. */
export const accessQuery = queryOptions({
  queryKey: ['access'],
  queryFn: ({ signal }) => answer(api.GET('/v1/access', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Whether the reader may make a call: none until that is known, any when it cannot be known, since the server refuses. */
export function useMay(): (operation: Operation) => boolean {
  const { data, isError } = useQuery(accessQuery);
  return (operation) => data?.operations.includes(operation) ?? isError;
}
