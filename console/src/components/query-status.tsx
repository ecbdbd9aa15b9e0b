import { ErrorAlert } from './error-alert.tsx';
import { Loading } from './loading.tsx';

interface QueryStatusProps {
  /** As `useQuery` or `useInfiniteQuery` returns it. */
  readonly query: {
    readonly data: unknown;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => Promise<unknown>;
  };
}

/** Until the first data arrives: that it is loading, or why it could not be loaded. */
export function QueryStatus({ query }: QueryStatusProps) {
  if (query.isPending) return <Loading />;
  if (query.data !== undefined || !query.error) return null;
  return <ErrorAlert error={query.error} onRetry={() => void query.refetch()} />;
}
