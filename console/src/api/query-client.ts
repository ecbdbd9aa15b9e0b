import { QueryClient } from '@tanstack/react-query';
import { NoResponseError } from './problem-error.ts';

/** The event stream keeps the data fresh, so neither age nor a focused window refetches it. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof NoResponseError && failures < 3,
        retryDelay: (failures) => Math.min(1000 * 2 ** failures, 8000),
      },
    },
  });
}
