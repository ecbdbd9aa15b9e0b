import type { Renewal } from '../api/look-ups.ts';
import { addConnectLink, mailConnectLink } from '../api/stores.ts';

export interface MadeLinks {
  /** A line per store: its name, its link, and until when that is valid. */
  readonly lines: readonly string[];
  readonly failures: readonly unknown[];
}

/** A connect link for each store, one after the other: thousands at once would meet the limit of requests. */
export async function makeLinks(
  renewals: readonly Renewal[],
  how: 'copy' | 'mail',
  onProgress: (done: number) => void,
): Promise<MadeLinks> {
  const make = how === 'mail' ? mailConnectLink : addConnectLink;
  const lines: string[] = [];
  const failures: unknown[] = [];
  for (const [index, { storeId, name }] of renewals.entries()) {
    try {
      const { url, expiresAt } = await make(storeId);
      lines.push([name, url, expiresAt].join('\t'));
    } catch (error) {
      failures.push(error);
    }
    onProgress(index + 1);
  }
  return { lines, failures };
}
