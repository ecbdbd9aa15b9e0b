import type { Store } from '../../adapters/postgres/stores/store.ts';
import { reasonText } from '../../locales/reason-text.ts';
import { isProblemCode } from '../contract/problem-kinds.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';

/** @throws {Problem} 404; for a store that was refused after its 202, with the code of the refusal. */
export async function findStore(stores: ApiDeps['stores'], id: string): Promise<Store> {
  const result = await stores.findStore(id);
  if (result && 'store' in result) return result.store;
  if (!result) throw new Problem('store_not_found', 'No store has this id.');
  const code = isProblemCode(result.refused.code) ? result.refused.code : 'store_not_found';
  throw new Problem(code, reasonText(result.refused, 'en'), { status: 404 });
}

/** @throws {Problem} 404, or 409 for a store that is not recorded yet or was deleted. */
export async function findLiveStore(stores: ApiDeps['stores'], id: string): Promise<Store> {
  const store = await findStore(stores, id);
  if (store.status === 'deleted') throw new Problem('store_deleted');
  if (store.status === 'creating') throw new Problem('store_creating');
  return store;
}
