/** Durations of tests, chosen for the machine of `machine-speed.ts` and scaled to this one. */
import { inject } from 'vitest';
import { maxSlowness, measureSlowness } from './machine-speed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** As measured before the run; absent where a configuration sets limits of its own. */
    slowness?: number;
    /** How many files of the project may run at the same time. */
    filesAtOnce?: number;
  }
}

let slownessOfFile = 0;

/** A limit of so many milliseconds, longer on a slow machine and never shorter. */
export function limitMs(referenceMs: number): number {
  return Math.round(referenceMs * Math.max(1, slowness()));
}

/** The year of a whole product, in which a person has to act in time: whole seconds, shorter on a fast machine too. */
export function scaledYearMs(referenceMs: number): number {
  return Math.ceil((referenceMs * slowness()) / 1000) * 1000;
}

/** Before a file begins: other programs may have become busy since the run began. */
export async function measureAtStart(): Promise<void> {
  slownessOfFile = await measureNow();
}

/** Within a file: limits that follow are never shorter than before. */
export async function measureAgain(): Promise<void> {
  slownessOfFile = Math.max(slownessOfFile, await measureNow());
}

/** Years and limits allow for the other files that run at the same time: what those take is not slowness. */
async function measureNow(): Promise<number> {
  return (await measureSlowness(3)) / (inject('filesAtOnce') ?? 1);
}

function slowness(): number {
  return Math.min(maxSlowness, Math.max(inject('slowness') ?? 1, slownessOfFile));
}
