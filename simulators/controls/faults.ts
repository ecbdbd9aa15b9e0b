import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { countryCodes } from '../amazon/marketplaces.ts';
import { DurableMap } from '../state/durable-map.ts';

export const commerceFaultKinds = ['commerce_outage', 'commerce_slow', 'commerce_unauthorized'] as const;
export const faultKinds = [
  'revoked',
  'false_403',
  'forbidden',
  'invalid_client',
  'throttled',
  'outage',
  'slow',
  'code_expired',
  'no_refresh_token',
  'no_fees_role',
  'suspended',
  'not_participating',
  ...commerceFaultKinds,
] as const;
export type FaultKind = (typeof faultKinds)[number];

const faultSchema = z.object({
  kind: z.enum(faultKinds),
  /** E-mail of the seller it is limited to. */
  seller: z.string().optional(),
  country: z.enum(countryCodes).optional(),
  /** How late a slow answer comes. */
  delayMs: z.number().optional(),
  /** When it begins. */
  setAtMs: z.number(),
  endsAtMs: z.number().optional(),
  /** Requests it still hits. */
  remaining: z.number().optional(),
});
export type Fault = z.infer<typeof faultSchema>;

export interface FaultFilter {
  readonly kind?: FaultKind | undefined;
  readonly seller?: string | undefined;
}

/** What is to go wrong, for whom and for how long. Outlives a restart. */
export class Faults {
  readonly #now: () => number;
  readonly #faults: DurableMap<Fault>;

  constructor(path: string, now: () => number) {
    this.#now = now;
    this.#faults = new DurableMap(path, faultSchema);
  }

  set(fault: Fault): { id: string } & Fault {
    const id = randomUUID();
    this.#faults.put(id, fault);
    return { id, ...fault };
  }

  /** Those of now and those that are still to begin. */
  active(): ({ id: string } & Fault)[] {
    for (const [id, fault] of this.#faults.entries()) {
      if (fault.endsAtMs !== undefined && fault.endsAtMs <= this.#now()) this.#faults.drop(id);
    }
    return this.#faults.entries().map(([id, fault]) => ({ id, ...fault }));
  }

  /** The first fault of a kind that hits this request, which counts as one of its requests. */
  take(kind: FaultKind, seller?: string, hits: (fault: Fault) => boolean = () => true): Fault | undefined {
    const nowMs = this.#now();
    const found = this.active().find(
      (fault) =>
        fault.kind === kind &&
        fault.setAtMs <= nowMs &&
        (fault.seller === undefined || fault.seller === seller) &&
        hits(fault),
    );
    if (found?.remaining === undefined) return found;
    const { id, ...fault } = found;
    if (found.remaining <= 1) this.#faults.drop(id);
    else this.#faults.put(id, { ...fault, remaining: found.remaining - 1 });
    return found;
  }

  /** Ends every fault that fits the filter; answers how many. */
  clear({ kind, seller }: FaultFilter): number {
    const fitting = this.active().filter(
      (fault) => (kind === undefined || fault.kind === kind) && (seller === undefined || fault.seller === seller),
    );
    for (const { id } of fitting) this.#faults.drop(id);
    return fitting.length;
  }

  close(): void {
    this.#faults.close();
  }
}
