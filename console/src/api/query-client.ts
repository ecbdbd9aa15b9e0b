import { QueryClient } from '@tanstack/react-query';
import { NoAnswerError } from './problem-error.ts';

/** Events keep what is shown fresh, so nothing is asked again for its age or for a glance at the window. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => error instanceof NoAnswerError && failures < 3,
        retryDelay: (failures) => Math.min(1000 * 2 ** failures, 8000),
      },
    },
  });
}
