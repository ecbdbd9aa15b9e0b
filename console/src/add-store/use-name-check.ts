import { useQuery } from '@tanstack/react-query';
import { fewStoresQuery } from '../api/stores.ts';
import { useDebounced } from './use-debounced.ts';

type NameCheck = 'unknown' | 'free' | 'taken';

/** Whether another store bears this name, whatever its case; asked once typing rests. `ownId`: the store that may. */
export function useNameCheck(name: string, ownId?: string): NameCheck {
  const wanted = nameKey(name);
  const rested = useDebounced(wanted);
  const { data } = useQuery({ ...fewStoresQuery({ q: rested }), enabled: rested !== '' });
  if (wanted === '' || rested !== wanted || !data) return 'unknown';
  if (data.items.some((store) => store.id !== ownId && nameKey(store.name) === wanted)) return 'taken';
  return data.more ? 'unknown' : 'free';
}

function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
