import * as messages from '../../workflows/messages.ts';
import type { StoreHarness } from './store-harness.ts';
import type { TimeSkippingFixture } from './time-skipping.ts';

/** A store whose seller renews after the second request of every year, ten times, and which is deleted in the eleventh. */
export async function runTenYears(fixture: TimeSkippingFixture, harness: StoreHarness): Promise<messages.StoreOutcome> {
  const store = await fixture.start();
  let renewals = 0;
  harness.onMessage = async (message) => {
    if (message.kind !== 'renewal' || message.days !== -14) return;
    if (renewals === 10) return store.handle.signal(messages.deletionRequested);
    renewals += 1;
    await store.consent();
  };
  await store.consent();
  return store.handle.result();
}
