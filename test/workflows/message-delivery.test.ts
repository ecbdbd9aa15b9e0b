import { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const deliver = () => fixture.deliver('message-1');

test('a message is delivered once the mail server is back, days later', async () => {
  await fixture.run(async (world) => {
    let attempts = 0;
    world.override({
      deliverMessage: async () => {
        attempts += 1;
        if (attempts < 100) throw new Error('The mail server is away');
      },
    });
    await deliver();
    expect(attempts).toBe(100);
    expect(world.calls).not.toContain('giveUpMessage');
  });
});

test('a message that nobody takes for three days is given up, and that is said', async () => {
  await fixture.run(async (world) => {
    world.override({ deliverMessage: () => Promise.reject(new Error('The mail server is away')) });
    await deliver();
    expect(world.calls.at(-1)).toBe('giveUpMessage');
  });
});

test('a message that is refused for good is given up at once', async () => {
  await fixture.run(async (world) => {
    world.override({ deliverMessage: () => Promise.reject(ApplicationFailure.nonRetryable('550 no such mailbox')) });
    await deliver();
    expect(world.calls).toEqual(['deliverMessage', 'giveUpMessage']);
  });
});
