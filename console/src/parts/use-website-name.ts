import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { websitesQuery } from '../api/look-ups.ts';

/** Tells a website as Commerce names it; by its code while that is unknown. */
export function useWebsiteName(): (code: string) => string {
  const { data } = useQuery(websitesQuery);
  const names = useMemo(() => new Map(data?.items.map(({ code, name }) => [code, name])), [data]);
  return useCallback((code) => names.get(code) ?? code, [names]);
}
