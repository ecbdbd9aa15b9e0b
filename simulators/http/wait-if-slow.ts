import { setTimeout as delay } from 'node:timers/promises';
import type { FaultKind, Faults } from '../controls/faults.ts';

const usualDelayMs = 5000;

/** Waits as long as a fault of slowness wants; in real time, because callers measure it. */
export async function waitIfSlow(
  faults: Faults,
  kind: FaultKind & ('slow' | 'commerce_slow'),
  seller?: string,
): Promise<void> {
  const fault = faults.take(kind, seller);
  if (fault !== undefined) await delay(fault.delayMs ?? usualDelayMs, undefined, { ref: false });
}
