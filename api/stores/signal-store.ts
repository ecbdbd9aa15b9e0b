import type { SignalResult, StoreSignal } from '../../adapters/temporal/api-gateway.ts';
import type { ApiDeps } from '../deps.ts';

/**
 * Signals the workflow of a store. When it has ended although the store exists, because somebody terminated it, it is
 * started again from the store's row first. `gone`: the store itself has ended.
 */
export async function signalStore<Args extends unknown[]>(
  { stores, temporal }: Pick<ApiDeps, 'stores' | 'temporal'>,
  storeId: string,
  signal: StoreSignal<Args>,
  ...args: Args
): Promise<SignalResult> {
  const sent = await temporal.signalStore(storeId, signal, ...args);
  if (sent.kind === 'sent') return sent;
  const isRestarted = await stores.restartStore(storeId, (restart) => temporal.restartStore(restart));
  return isRestarted ? temporal.signalStore(storeId, signal, ...args) : sent;
}
