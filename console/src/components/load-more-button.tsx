import { WorkingButton } from './working-button.tsx';

interface LoadMoreButtonProps {
  readonly label: string;
  /** The list, as `useInfiniteQuery` returns it. */
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Loads the next page of a list; absent on the last page. */
export function LoadMoreButton({ label, query }: LoadMoreButtonProps) {
  if (!query.hasNextPage) return null;
  return (
    <div>
      <WorkingButton
        variant="secondary"
        size="S"
        label={label}
        isWorking={query.isFetchingNextPage}
        onPress={() => void query.fetchNextPage()}
      />
    </div>
  );
}
