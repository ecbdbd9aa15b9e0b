import { join } from 'node:path';
import { z } from 'zod';
import { DurableMap } from '../state/durable-map.ts';
import { isSameSecret } from '../state/same-secret.ts';

const schema = z.object({ madeAtMs: z.number(), endsAtMs: z.number().optional() });

/** Days at Amazon, where nothing is scaled. */
const defaultOverlapSeconds = 7 * 86_400;

/** The client secrets of the application: a rotated one works at once, and the ones before for an overlap. */
export class ApplicationSecrets {
  readonly #now: () => number;
  readonly #secrets: DurableMap<z.infer<typeof schema>>;

  /** @param given that of the start; one that was never seen is accepted like a rotated one. */
  constructor(folder: string, given: string, now: () => number) {
    this.#now = now;
    this.#secrets = new DurableMap(join(folder, 'application-secrets.jsonl'), schema);
    if (this.#secrets.get(given) === undefined) this.#secrets.put(given, { madeAtMs: now() });
  }

  isAccepted(secret: string): boolean {
    return this.#secrets
      .entries()
      .some(([known, { endsAtMs }]) => isSameSecret(secret, known) && !this.#isOver(endsAtMs));
  }

  rotate(secret: string, overlapSeconds = defaultOverlapSeconds): void {
    this.#endAll(this.#now() + overlapSeconds * 1000);
    this.#secrets.put(secret, { madeAtMs: this.#now() });
  }

  /** Every secret has expired: Amazon refuses the application until one is made. */
  expire(): void {
    this.#endAll(this.#now());
  }

  /** Their dates, without the secrets. */
  list(): object[] {
    return this.#secrets.entries().map(([, { madeAtMs, endsAtMs }]) => ({
      madeAt: new Date(madeAtMs).toISOString(),
      ...(endsAtMs !== undefined && { endsAt: new Date(endsAtMs).toISOString() }),
      isAccepted: !this.#isOver(endsAtMs),
    }));
  }

  close(): void {
    this.#secrets.close();
  }

  #endAll(endsAtMs: number): void {
    for (const [secret, { madeAtMs, endsAtMs: known = Number.POSITIVE_INFINITY }] of this.#secrets.entries())
      this.#secrets.put(secret, { madeAtMs, endsAtMs: Math.min(known, endsAtMs) });
  }

  #isOver(endsAtMs: number | undefined): boolean {
    return endsAtMs !== undefined && endsAtMs <= this.#now();
  }
}
