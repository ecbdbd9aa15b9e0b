/** Measures the time a campaign has run. It stands still during a pause, so that everything due later moves back. */
export interface Stopwatch {
  /** Milliseconds it had run when it was last stopped. */
  readonly ranMs: number;
  /** When it was last started, milliseconds since 1970; absent while it stands still. */
  readonly runningSinceMs?: number;
}

export function elapsedMs({ ranMs, runningSinceMs }: Stopwatch, nowMs: number): number {
  return runningSinceMs === undefined ? ranMs : ranMs + Math.max(0, nowMs - runningSinceMs);
}

export function stopStopwatch(stopwatch: Stopwatch, nowMs: number): Stopwatch {
  return { ranMs: elapsedMs(stopwatch, nowMs) };
}

export function startStopwatch(stopwatch: Stopwatch, nowMs: number): Stopwatch {
  return stopwatch.runningSinceMs === undefined ? { ...stopwatch, runningSinceMs: nowMs } : stopwatch;
}
