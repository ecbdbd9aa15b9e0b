import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withHeartbeat } from '../../activities/with-heartbeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('sends heartbeats during the work, and none afterwards', async () => {
  const environment = new MockActivityEnvironment();
  let heartbeats = 0;
  environment.on('heartbeat', () => (heartbeats += 1));
  const work = () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), 30_000));
  const running = environment.run(() => withHeartbeat(work));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(heartbeats).toBeGreaterThan(5);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await running).toBe('done');
  const before = heartbeats;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(heartbeats).toBe(before);
});
