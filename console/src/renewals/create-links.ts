import type { Renewal } from '../api/renewals.ts';
import { addConnectLink, mailConnectLink } from '../api/stores.ts';

export type LinkDelivery = 'copy' | 'mail';

export interface CreatedLinks {
  /** A line per store: its name, its link and the link's expiry, separated by tabs. */
  readonly lines: readonly string[];
  readonly failures: readonly unknown[];
}

/** Creates a connect link for each store, one after the other, to stay below the rate limit. */
export async function createLinks(
  renewals: readonly Renewal[],
  delivery: LinkDelivery,
  onProgress: (done: number) => void,
): Promise<CreatedLinks> {
  const create = delivery === 'mail' ? mailConnectLink : addConnectLink;
  const lines: string[] = [];
  const failures: unknown[] = [];
  for (const [index, { storeId, name }] of renewals.entries()) {
    try {
      const { url, expiresAt } = await create(storeId);
      lines.push([name, url, expiresAt].join('\t'));
    } catch (error) {
      failures.push(error);
    }
    onProgress(index + 1);
  }
  return { lines, failures };
}
