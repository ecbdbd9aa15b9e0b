import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { websitesQuery } from '../api/lookups.ts';

/** The name of a website by its code; the code itself until the name is known. */
export function useWebsiteName(): (code: string) => string {
  const { data } = useQuery(websitesQuery);
  const names = useMemo(() => new Map(data?.items.map(({ code, name }) => [code, name])), [data]);
  return useCallback((code) => names.get(code) ?? code, [names]);
}
