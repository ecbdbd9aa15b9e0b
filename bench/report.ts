/** Returns the milliseconds of each run. */
export async function timed(work: () => Promise<unknown>, runs: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  return times;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Prints the median and its ratio to the floor of the same run. */
export function report(what: string, times: readonly number[], floorOf: string, floor: readonly number[]): void {
  const ratio = median(times) / median(floor);
  console.log(
    `${what}: ${median(times).toFixed(1)} ms, ${ratio.toFixed(1)} × ${floorOf} (${median(floor).toFixed(1)} ms)`,
  );
}
