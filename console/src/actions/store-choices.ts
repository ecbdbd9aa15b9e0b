import { type Operation, useMay } from '../api/access.ts';
import type { Store, StoreOrder } from '../api/stores.ts';

export type StoreChoice = StoreOrder | 'renew' | 'link' | 'delete';

const operationOf: Readonly<Record<StoreChoice, Operation>> = {
  renew: 'addConnectLink',
  link: 'addConnectLink',
  check: 'checkStore',
  activate: 'activateStore',
  deactivate: 'deactivateStore',
  disconnect: 'disconnectStore',
  delete: 'deleteStore',
};

/** What can be done to a store as it is, and by this reader, in the order it is shown. */
export function useStoreChoices(store: Store): readonly StoreChoice[] {
  const may = useMay();
  return choicesFor(store).filter((choice) => may(operationOf[choice]));
}

function choicesFor({ status, enabled, sellerId }: Store): readonly StoreChoice[] {
  if (status === 'creating' || status === 'deleted') return [];
  const isConnected = status === 'active' || status === 'renewal_due';
  return [
    ...(status === 'active' ? (['renew'] as const) : []),
    'link',
    ...(isConnected ? (['check'] as const) : []),
    ...(sellerId === undefined ? [] : [enabled ? ('deactivate' as const) : ('activate' as const)]),
    ...(isConnected ? (['disconnect'] as const) : []),
    'delete',
  ];
}
