import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileAlive } from '../../activities/with-heartbeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('beats while a step lasts, and no longer', async () => {
  const environment = new MockActivityEnvironment();
  let beats = 0;
  environment.on('heartbeat', () => (beats += 1));
  const step = () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), 30_000));
  const running = environment.run(() => whileAlive(step));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(beats).toBeGreaterThan(5);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await running).toBe('done');
  const before = beats;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(beats).toBe(before);
});
