import { describe, expect, it } from 'vitest';
import { coalesceCalls } from '../../domain/coalesce.ts';

/** Numbers its calls, and ends each of them on request. */
function countedCalls() {
  const finish: ((error?: Error) => void)[] = [];
  const call = () =>
    new Promise<number>((resolve, reject) => {
      const number = finish.length + 1;
      finish.push((error) => (error ? reject(error) : resolve(number)));
    });
  return { call, finish };
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('calls that may be joined while they run', () => {
  it('are shared until they end', async () => {
    const { call, finish } = countedCalls();
    const shared = coalesceCalls(call, { joinRunning: true });
    const results = [shared(), shared()];
    finish[0]?.();
    expect(await Promise.all(results)).toEqual([1, 1]);
    const later = shared();
    finish[1]?.();
    expect(await later).toBe(2);
  });

  it('keep a result for a while, but no failure', async () => {
    const { call, finish } = countedCalls();
    const shared = coalesceCalls(call, { joinRunning: true, keepMs: 60_000 });
    const failed = shared();
    finish[0]?.(new Error('failed'));
    await expect(failed).rejects.toThrow('failed');
    const second = shared();
    finish[1]?.();
    expect(await second).toBe(2);
    expect(await shared()).toBe(2);
  });
});

describe('calls that may not be joined while they run', () => {
  it('start after the running one has ended, once for all who wait', async () => {
    const { call, finish } = countedCalls();
    const shared = coalesceCalls(call, { joinRunning: false });
    const first = shared();
    await nextTask();
    const waiting = [shared(), shared()];
    await nextTask();
    expect(finish).toHaveLength(1);
    finish[0]?.(new Error('failed'));
    await expect(first).rejects.toThrow('failed');
    await nextTask();
    finish[1]?.();
    expect(await Promise.all(waiting)).toEqual([2, 2]);
  });
});
