import type { Repositories } from '../adapters/postgres/index.ts';
import { type TimelineEntry, timelineEntry } from '../domain/timeline.ts';
import { AmazonFault } from './ports.ts';
import { toApplicationFailure } from './to-application-failure.ts';

export interface TimelineDeps {
  readonly stores: Pick<Repositories['stores'], 'addTimelineEntry'>;
}

/** Adds a fault that is not the seller's to the timeline, once per `occasion`, and lets Temporal retry it. */
export async function callAmazon<T>(
  { stores }: TimelineDeps,
  storeId: string,
  occasion: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof AmazonFault) await addFault(stores, storeId, occasion, error);
    throw toApplicationFailure(error);
  }
}

/** `occasion`: the timeline names a fault once for it, however often the call is retried. */
export async function addFault(
  stores: TimelineDeps['stores'],
  storeId: string,
  occasion: string,
  fault: AmazonFault,
): Promise<void> {
  const entry = faultEntry(fault);
  await stores.addTimelineEntry(storeId, `${entry.what}/${occasion}`, entry);
}

function faultEntry({ kind, requestId }: AmazonFault): TimelineEntry {
  if (kind === 'application') return timelineEntry('application_refused', {});
  return timelineEntry('amazon_unavailable', { cause: kind, ...(kind === 'refusal' && { requestId }) });
}
