import { reasonText } from '../../domain/reasons.ts';
import type { StoreReader, StoreRecord } from '../ports.ts';
import { isProblemCode, Problem } from '../http/problem.ts';

/** @throws {Problem} 404: there is none, or it was accepted and then refused, which is said. */
export async function findStore(reader: StoreReader, id: string): Promise<StoreRecord> {
  const found = await reader.findStore(id);
  if (found && 'store' in found) return found.store;
  if (!found) throw new Problem('store_not_found', 'No store has this id.');
  const code = isProblemCode(found.refused.code) ? found.refused.code : 'store_not_found';
  throw new Problem(code, reasonText(found.refused), { status: 404 });
}

/** @throws {Problem} 404, or 409 for a store that is not recorded yet or was deleted. */
export async function findLiveStore(reader: StoreReader, id: string): Promise<StoreRecord> {
  const store = await findStore(reader, id);
  if (store.status === 'deleted') throw new Problem('store_deleted');
  if (store.status === 'creating') throw new Problem('store_creating');
  return store;
}
