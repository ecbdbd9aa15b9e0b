import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOneHour, openStoreHarness, type StoreHarness } from '../store-harness.ts';

const admin = { adminFingerprint: 'admin' };
let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

describe('a sign-in code', () => {
  it('works once, also when it is used concurrently', async () => {
    const { code } = await harness.signInCodes.createCode(inOneHour(), admin);
    const uses = await Promise.all([1, 2, 3].map(() => harness.signInCodes.useCode(code, 'admin')));
    expect(uses.filter(Boolean)).toHaveLength(1);
    expect(await harness.signInCodes.useCode(code, 'admin')).toBeUndefined();
  });

  it('does not work when it has expired or was never created', async () => {
    const { code } = await harness.signInCodes.createCode(new Date(Date.now() - 1000).toISOString(), admin);
    expect(await harness.signInCodes.useCode(code, 'admin')).toBeUndefined();
    expect(await harness.signInCodes.useCode('made-up', 'admin')).toBeUndefined();
  });
});
