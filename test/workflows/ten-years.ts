import * as messages from '../../workflows/messages.ts';
import type { StoreWorld } from './store-harness.ts';
import type { Fixture } from './time-skipping.ts';

/** A store whose seller renews at the second request of every year, ten times, and which is deleted in the eleventh. */
export async function liveTenYears(fixture: Fixture, world: StoreWorld): Promise<messages.StoreOutcome> {
  const store = await fixture.start();
  let renewals = 0;
  world.onMessage = async (message) => {
    if (message.kind !== 'renewal' || message.days !== -14) return;
    if (renewals === 10) return store.handle.signal(messages.deletionRequested);
    renewals += 1;
    await store.consent();
  };
  await store.consent();
  return store.handle.result();
}
