import type { ApiDeps } from '../deps.ts';
import type { Locale } from '../../domain/reasons.ts';
import type { Reply } from '../http/route.ts';
import type { Delivery } from '../onboarding.ts';
import type { StoreRecord } from '../ports.ts';
import { Problem } from '../http/problem.ts';
import { findStore } from './find-store.ts';
import { toStore } from './store-view.ts';
import { waitUntil } from '../http/wait-until.ts';

const patienceMs = 1500;

/**
 * Tells a store's workflow what an admin wants and waits a moment for the read model to show it: 200 when it does, else
 * 202, for it will. What is so already is told to nobody.
 */
export async function signalAndWait(
  stores: ApiDeps['stores'],
  store: StoreRecord,
  locale: Locale,
  isDone: (store: StoreRecord) => boolean,
  tell: () => Promise<Delivery>,
): Promise<Reply> {
  if (isDone(store)) return { status: 200, body: toStore(store, locale) };
  const { kind } = await tell();
  let now = store;
  const done = await waitUntil(patienceMs, async () => {
    now = await findStore(stores, store.id);
    return isDone(now);
  });
  // A workflow that has just ended may have been asked by somebody else in the same moment.
  if (!done && kind === 'gone') throw new Problem('store_workflow_gone');
  return { status: done ? 200 : 202, body: toStore(now, locale) };
}
