import fc from 'fast-check';
import { expect, test } from 'vitest';
import { elapsedMs, startStopwatch, stopStopwatch, type Stopwatch } from '../../domain/stopwatch.ts';

test('a stopwatch measures only the time between pauses', () => {
  const spans = fc.array(fc.record({ ranMs: fc.nat(1e9), pausedMs: fc.nat(1e9) }), { maxLength: 20 });
  fc.assert(
    fc.property(spans, (runs) => {
      let nowMs = 1_800_000_000_000;
      let stopwatch: Stopwatch = { ranMs: 0 };
      for (const { ranMs, pausedMs } of runs) {
        stopwatch = startStopwatch(stopwatch, nowMs);
        nowMs += ranMs;
        // Stopping twice changes nothing.
        stopwatch = stopStopwatch(stopStopwatch(stopwatch, nowMs), nowMs + pausedMs);
        nowMs += pausedMs;
      }
      expect(elapsedMs(stopwatch, nowMs)).toBe(runs.reduce((sum, { ranMs }) => sum + ranMs, 0));
      expect(startStopwatch(startStopwatch(stopwatch, nowMs), nowMs + 5)).toEqual(startStopwatch(stopwatch, nowMs));
    }),
  );
});
