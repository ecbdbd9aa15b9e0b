import { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { useTimeSkipping } from './time-skipping.ts';

const fixture = useTimeSkipping();
const deliver = () => fixture.deliver('message-1');

test('an e-mail is delivered when the mail server is back, days later', async () => {
  await fixture.run(async (harness) => {
    let attempts = 0;
    harness.override({
      deliverMessage: async () => {
        attempts += 1;
        if (attempts < 100) throw new Error('The mail server is away');
      },
    });
    await deliver();
    expect(attempts).toBe(100);
    expect(harness.calls).not.toContain('giveUpMessage');
  });
});

test('an e-mail that is not accepted for three days is given up, which the timeline shows', async () => {
  await fixture.run(async (harness) => {
    harness.override({ deliverMessage: () => Promise.reject(new Error('The mail server is away')) });
    await deliver();
    expect(harness.calls.at(-1)).toBe('giveUpMessage');
  });
});

test('an e-mail with a permanent error is given up at once', async () => {
  await fixture.run(async (harness) => {
    harness.override({ deliverMessage: () => Promise.reject(ApplicationFailure.nonRetryable('550 no such mailbox')) });
    await deliver();
    expect(harness.calls).toEqual(['deliverMessage', 'giveUpMessage']);
  });
});
