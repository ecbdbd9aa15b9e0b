import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorMessage } from '../process/error-message.ts';
import { temporalCliWheel } from './install-wheel.ts';
import type { Wheel } from './install-wheel.ts';

const timeoutMs = 120_000;

/** Downloads the same program through Temporal's SDK, which does so only when it starts a server. */
export async function downloadWithSdk(wheel: Wheel, dir: string): Promise<string> {
  // Imported on demand: rarely needed, and slow to load.
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const server = { executable: { type: 'cached-download', downloadDir: dir, version: `v${wheel.version}` } } as const;
  const starting =
    wheel === temporalCliWheel
      ? TestWorkflowEnvironment.createLocal({ server })
      : TestWorkflowEnvironment.createTimeSkipping({ server });
  const ended = new AbortController();
  const timeout = delay(timeoutMs, undefined, { signal: ended.signal, ref: false });
  try {
    const environment = await Promise.race([starting, timeout]);
    if (environment === undefined) throw new Error(`no answer within ${timeoutMs / 1000} s`);
    await environment.teardown();
  } catch (error) {
    throw new Error(`the SDK's download failed: ${errorMessage(error)}`, { cause: error });
  } finally {
    ended.abort();
  }
  const name = (await readdir(dir)).find((entry) => entry.includes(`-v${wheel.version}`));
  if (name === undefined) throw new Error("the SDK's download contained no program");
  return join(dir, name);
}
