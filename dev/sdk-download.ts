import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporalCliWheel } from './wheel.ts';
import type { Wheel } from './wheel.ts';

const patienceMs = 120_000;

/** The SDK's own download of the same program: its only door to it is starting a server once. */
export async function downloadWithSdk(wheel: Wheel, dir: string): Promise<string> {
  // Rarely needed, and slow to load.
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const server = { executable: { type: 'cached-download', downloadDir: dir, version: `v${wheel.version}` } } as const;
  const started =
    wheel === temporalCliWheel
      ? TestWorkflowEnvironment.createLocal({ server })
      : TestWorkflowEnvironment.createTimeSkipping({ server });
  const abort = new AbortController();
  const tooLate = delay(patienceMs, undefined, { signal: abort.signal, ref: false });
  try {
    const environment = await Promise.race([started, tooLate]);
    if (environment === undefined) throw new Error(`no answer in ${patienceMs / 1000} s`);
    await environment.teardown();
  } catch (error) {
    throw new Error(`the SDK's download failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    abort.abort();
  }
  const name = (await readdir(dir)).find((entry) => entry.includes(`-v${wheel.version}`));
  if (name === undefined) throw new Error("the SDK's download left no program");
  return join(dir, name);
}
