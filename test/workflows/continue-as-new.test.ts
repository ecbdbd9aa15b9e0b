import { expect, test } from 'vitest';
import * as messages from '../../workflows/messages.ts';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();

test('a nudge moves a sleeping store to a new run that knows everything the old one knew', async () => {
  await fixture.run(async (world) => {
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
    expect(world.messages).toHaveLength(8);
    expect(world.changes.filter(({ entry }) => entry.what === 'authorization_received')).toHaveLength(1);
    await store.delete();
  });
});

test('no message is lost while runs follow each other', async () => {
  await fixture.run(async (world) => {
    const store = await fixture.start();
    await store.consent();
    await fixture.sleepDays(1);
    for (let round = 0; round < 40; round += 1) {
      await store.handle.signal(messages.nudge);
      await store.handle.signal(messages.enabledChanged, { enabled: round % 2 === 1 });
    }
    await store.delete();
    const toggles = world.changes.filter(({ entry }) => entry.what === 'enabled' || entry.what === 'disabled');
    expect(toggles).toHaveLength(40);
  });
});

test('a nudge waits for the verification under way', async () => {
  await fixture.run(async (world) => {
    let away = true;
    world.override({
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
    expect(world.changes.at(-1)?.status).toBe('active');
    await store.delete();
  });
});
