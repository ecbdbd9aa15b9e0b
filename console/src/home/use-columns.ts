import { type RefObject, useLayoutEffect, useState } from 'react';

/** How many columns of at least `columnPx` fit. */
export function useColumns(ref: RefObject<HTMLElement | null>, columnPx: number, gapPx: number): number {
  const [columns, setColumns] = useState(1);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const count = () => setColumns(Math.max(1, Math.floor((element.clientWidth + gapPx) / (columnPx + gapPx))));
    count();
    const observer = new ResizeObserver(count);
    observer.observe(element);
    return () => observer.disconnect();
  }, [columnPx, gapPx, ref]);
  return columns;
}
