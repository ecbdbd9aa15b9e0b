import type { Command, DeathSignal } from './spawn-tied.ts';

/** One process of the stack: how it is run, when it is ready, how it is stopped. */
export interface Service {
  readonly name: string;
  readonly port?: number;
  readonly command: Command;
  /** Runs before each start and restart. */
  readonly beforeStart?: () => Promise<void>;
  /** Polled until it returns true; a rejection counts as "not yet". */
  readonly isReady: () => Promise<boolean>;
  readonly readyWithinMs: number;
  readonly stopSignal: NodeJS.Signals;
  readonly stopWithinMs: number;
  /** Sent when `npm start` itself dies without stopping the service. */
  readonly deathSignal: DeathSignal;
  /** Selects the lines of its output that also belong in the terminal. */
  readonly filterForConsole?: (line: string) => string | undefined;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Set when the process could not be started. */
  readonly problem?: string;
}

export function describeExit(exit: Exit): string {
  if (exit.problem !== undefined) return exit.problem;
  return exit.signal === null ? `exit code ${exit.code}` : `killed by ${exit.signal}`;
}
