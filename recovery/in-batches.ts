import type { Finding } from './finding.ts';

/** Before the first id. */
const start = '00000000-0000-0000-0000-000000000000';
const concurrency = 8;

/** Reads ids in their order, batch by batch, and examines some at a time. */
export async function* inBatches(
  listAfter: (afterId: string) => Promise<readonly string[]>,
  examine: (id: string) => Promise<Finding | undefined>,
): AsyncGenerator<Finding> {
  for (let ids = await listAfter(start); ids.length > 0; ids = await listAfter(ids.at(-1) ?? start))
    for (let from = 0; from < ids.length; from += concurrency)
      for (const finding of await Promise.all(ids.slice(from, from + concurrency).map(examine)))
        if (finding) yield finding;
}
