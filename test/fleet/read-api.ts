/** Lists of the API, all pages. */
import { z } from 'zod';
import { storePage } from '../../api/contract/stores.ts';
import { timelinePage } from '../../api/contract/timeline.ts';
import type { Actors } from '../e2e/actors.ts';
import type { ObservedEntry, ObservedStore } from './fleet-record.ts';

const statuses = 'creating,awaiting_authorization,verifying,active,renewal_due,expired,disconnected,deleted';
const deliveries = z.object({
  items: z.array(z.object({ storeId: z.string().optional(), type: z.string(), createdAt: z.iso.datetime() })),
  nextCursor: z.string().optional(),
});
const alarms = z.object({
  items: z.array(z.object({ kind: z.string(), openedAt: z.iso.datetime(), closedAt: z.iso.datetime().optional() })),
  nextCursor: z.string().optional(),
});

type Get = Pick<Actors, 'get'>;

/** Deleted ones too. */
export async function readStores(actors: Get): Promise<ObservedStore[]> {
  const stores = await readPages(actors, `/v1/stores?sort=createdAt&limit=100&status=${statuses}`, storePage);
  return stores.map(({ id, name, country, status, sellerId }) => ({ id, name, country, status, sellerId }));
}

/** Oldest first. */
export async function readTimeline(actors: Get, storeId: string): Promise<ObservedEntry[]> {
  const newestFirst = await readPages(actors, `/v1/stores/${storeId}/timeline?limit=100`, timelinePage);
  return newestFirst.toReversed().map(({ id, at, what, status, reason }) => ({
    id: Number(id),
    storeId,
    atMs: Date.parse(at),
    what,
    status,
    reason: reason?.code,
  }));
}

export function readDeliveries(actors: Get, webhookId: string, status: 'pending' | 'failed') {
  return readPages(actors, `/v1/webhooks/${webhookId}/deliveries?limit=100&status=${status}`, deliveries);
}

export function readAlarms(actors: Get) {
  return readPages(actors, '/v1/alarms?limit=100', alarms);
}

async function readPages<T>(
  { get }: Get,
  path: string,
  schema: z.ZodType<{ items: T[]; nextCursor?: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor = '';
  do {
    const answer = await get(`${path}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    if (answer.status !== 200) throw new Error(answer.text);
    const { items, nextCursor = '' } = schema.parse(answer.body);
    all.push(...items);
    cursor = nextCursor;
  } while (cursor !== '');
  return all;
}
