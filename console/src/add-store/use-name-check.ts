import { useQuery } from '@tanstack/react-query';
import { fewStoresQuery } from '../api/stores.ts';
import { useDebounced } from './use-debounced.ts';

type NameCheck = 'unknown' | 'free' | 'taken';

/** Whether another store has this name, ignoring case. `excludedId`: the store that is being renamed. */
export function useNameCheck(name: string, excludedId?: string): NameCheck {
  const key = nameKey(name);
  const debouncedKey = useDebounced(key);
  const { data } = useQuery({ ...fewStoresQuery({ q: debouncedKey }), enabled: debouncedKey !== '' });
  if (key === '' || debouncedKey !== key || !data) return 'unknown';
  if (data.items.some((store) => store.id !== excludedId && nameKey(store.name) === key)) return 'taken';
  return data.isComplete ? 'free' : 'unknown';
}

function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
