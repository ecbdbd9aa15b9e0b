/** How slow this machine is now. Loaded by vitest.config.ts too, so nothing here may import vitest. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** On the machine with two idle processors for which the years and limits of the tests were chosen. */
const referenceMs = 175;
/** A product and its test keep two processors busy: where there is one, two processes take twice as long. */
const processCount = 2;
/** A sample below this ends the measurement: a faster one would change little. */
const quietSlowness = 1.15;
const minSlowness = 0.9;
/** One processor of half the speed; with longer years a run would take too long to be of use. */
export const maxSlowness = 4;

/** What servers in JavaScript do all day: a process starts; objects are written, read and sorted. */
const work = `
  const rows = Array.from({ length: 500 }, (_, n) => ({ id: String((n * 7919) % 500), name: 'Store ' + n, at: new Date(n) }));
  for (let round = 0; round < 120; round += 1)
    JSON.parse(JSON.stringify(rows)).sort((a, b) => a.id.localeCompare(b.id));`;

/**
 * 1 on the reference machine, 2 where everything takes twice as long, be it slower, busier or with one processor. The
 * fastest of `maxSamples` counts: one interruption is not a slow machine.
 */
export async function measureSlowness(maxSamples: number): Promise<number> {
  let fastest = Number.POSITIVE_INFINITY;
  for (let sample = 0; sample < maxSamples && fastest > quietSlowness; sample += 1)
    fastest = Math.min(fastest, (await timeWorkMs()) / referenceMs);
  return Math.max(minSlowness, fastest);
}

async function timeWorkMs(): Promise<number> {
  const startedAtMs = performance.now();
  const processes = Array.from({ length: processCount }, () =>
    spawn(process.execPath, ['--eval', work], { stdio: 'ignore' }),
  );
  await Promise.all(processes.map((child) => once(child, 'exit')));
  return performance.now() - startedAtMs;
}
