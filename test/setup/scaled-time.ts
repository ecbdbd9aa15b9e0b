/** Durations of tests, chosen for the machine of `machine-speed.ts` and scaled to this one. */
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** As measured before the run; absent where a configuration sets limits of its own. */
    slowness?: number;
  }
}

/** A limit of so many milliseconds, longer on a slow machine and never shorter. */
export function limitMs(referenceMs: number): number {
  return Math.round(referenceMs * Math.max(1, inject('slowness') ?? 1));
}

/** The year of a whole product, in which somebody has to act in time: whole seconds, shorter on a fast machine too. */
export function scaledYearMs(referenceMs: number): number {
  return Math.ceil((referenceMs * (inject('slowness') ?? 1)) / 1000) * 1000;
}
