import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

interface RowsInput {
  readonly listRef: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly estimatePx: number;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

/** The rows near the viewport; loads more as the end of the list comes near. */
export function useRows({ listRef, count, estimatePx, hasMore, loadMore }: RowsInput) {
  const [scrollMargin, setScrollMargin] = useState(0);
  // Content above the list may grow, so its position is measured after every render.
  useLayoutEffect(() => {
    const top = listRef.current?.getBoundingClientRect().top;
    if (top !== undefined) setScrollMargin(Math.round(top + window.scrollY));
  });
  const virtualizer = useWindowVirtualizer({ count, estimateSize: () => estimatePx, overscan: 4, scrollMargin });
  const rows = virtualizer.getVirtualItems();
  const lastVisible = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastVisible >= count - 5) loadMore();
  }, [count, hasMore, lastVisible, loadMore]);
  const before = (rows[0]?.start ?? scrollMargin) - scrollMargin;
  const after = virtualizer.getTotalSize() - ((rows.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return { rows, before, after: Math.max(0, after), measure: virtualizer.measureElement };
}
