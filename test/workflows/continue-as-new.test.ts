import { expect, test } from 'vitest';
import * as messages from '../../workflows/messages.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();

test('a nudge moves a sleeping store to a new run with the whole state of the old one', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    const consentId = await store.consent();
    await fixture.sleepDays(10);
    const before = await store.handle.describe();
    await store.handle.signal(messages.nudge);
    await fixture.sleepDays(1);
    const after = await store.handle.describe();
    expect(after.runId).not.toBe(before.runId);
    await store.consent(consentId);
    await fixture.sleepDays(400);
    expect(harness.messages).toHaveLength(8);
    expect(harness.changes.filter(({ entry }) => entry.what === 'authorization_received')).toHaveLength(1);
    await store.delete();
  });
});

test('no signal is lost while runs continue as new', async () => {
  await fixture.run(async (harness) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    for (let round = 0; round < 40; round += 1) {
      await store.handle.signal(messages.nudge);
      await store.handle.signal(messages.enabledChanged, { enabled: round % 2 === 1 });
    }
    await store.delete();
    const toggles = harness.changes.filter(({ entry }) => entry.what === 'enabled' || entry.what === 'disabled');
    expect(toggles).toHaveLength(40);
  });
});

test('a nudge waits until the verification has finished', async () => {
  await fixture.run(async (harness) => {
    let away = true;
    harness.override({
      verifyConnection: async () => {
        if (away) throw new Error('Amazon is away');
        return { outcome: 'verified', suspendedListings: false };
      },
    });
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(0.01);
    const before = await store.handle.describe();
    await store.handle.signal(messages.nudge);
    await fixture.sleepDays(0.01);
    expect((await store.handle.describe()).runId).toBe(before.runId);
    away = false;
    await fixture.sleepDays(0.1);
    expect((await store.handle.describe()).runId).not.toBe(before.runId);
    expect(harness.changes.at(-1)?.status).toBe('active');
    await store.delete();
  });
});
