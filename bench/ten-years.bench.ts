import { test } from 'vitest';
import { useTimeSkipping } from '../test/workflows/time-skipping.ts';
import { report, timed } from './report.ts';
import * as messages from '../workflows/messages.ts';

const fixture = useTimeSkipping();

/** One store that is created and deleted: the server, the worker and the wire, without a year. */
async function noYear(): Promise<void> {
  await fixture.run(async () => void (await (await fixture.start()).delete()));
}

async function tenYears(): Promise<void> {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    let renewals = 0;
    world.onMessage = async (message) => {
      if (message.kind !== 'renewal' || message.days !== -14) return;
      if (renewals === 10) return store.handle.signal(messages.deletionRequested);
      renewals += 1;
      await store.consent();
    };
    await store.consent();
    await store.handle.result();
  });
}

test('ten years of a store', async () => {
  await noYear();
  const floor = await timed(noYear, 5);
  const years = await timed(tenYears, 5);
  report('ten years of a store, time skipping', years, 'a store created and deleted', floor);
});
