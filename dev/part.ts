import type { Command, DeathSignal } from './bound-process.ts';

/** One process of the stack: how it is run, known to be ready, and stopped. */
export interface Part {
  readonly name: string;
  readonly port?: number;
  readonly command: Command;
  /** Clears the way before each start, such as a leftover of an earlier run. */
  readonly beforeStart?: () => Promise<void>;
  /** Asked again and again until true; a rejection counts as "not yet". */
  readonly isReady: () => Promise<boolean>;
  readonly readyWithinMs: number;
  readonly stopSignal: NodeJS.Signals;
  readonly stopWithinMs: number;
  /** What it gets when we die without stopping it. */
  readonly deathSignal: DeathSignal;
  /** Picks from its output what a person should see in the terminal. */
  readonly worthShowing?: (line: string) => string | undefined;
}

/** How a process ended, in words. */
export function describeExit(exit: Exit): string {
  if (exit.problem !== undefined) return exit.problem;
  return exit.signal === null ? `exit code ${exit.code}` : `killed by ${exit.signal}`;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Set when it could not be started at all. */
  readonly problem?: string;
}
