import type { Store } from '../../adapters/postgres/stores/store.ts';
import type { SignalResult } from '../../adapters/temporal/api-gateway.ts';
import type { Locale } from '../../locales/index.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import type { Reply } from '../http/route.ts';
import { waitUntil } from '../http/wait-until.ts';
import { findStore } from './find-store.ts';
import { toStore } from './store-view.ts';

const timeoutMs = 1500;

/**
 * Signals the workflow of a store and waits until its row shows the requested state: 200, or 202 after the timeout. A
 * store that is already in that state gets no signal.
 */
export async function signalAndWait(
  stores: ApiDeps['stores'],
  store: Store,
  locale: Locale,
  isDone: (store: Store) => boolean,
  signal: () => Promise<SignalResult>,
): Promise<Reply> {
  if (isDone(store)) return { status: 200, body: toStore(store, locale) };
  const { kind } = await signal();
  let current = store;
  const done = await waitUntil(timeoutMs, async () => {
    current = await findStore(stores, store.id);
    return isDone(current);
  });
  // A workflow that has just ended may have reached the state through another request.
  if (!done && kind === 'gone') throw new Problem('store_workflow_gone');
  return { status: done ? 200 : 202, body: toStore(current, locale) };
}
