import { expect, it } from 'vitest';
import type { OperatorNotice } from '../../../activities/ports.ts';
import { renderNotice } from '../../../adapters/mail/render-notice.ts';

const notice: OperatorNotice = {
  messageId: 'm',
  to: ['operators@example.com'],
  event: 'opened',
  alarm: { kind: 'application_refused', params: { answer: '401 <invalid_client>' } },
  openedAt: '2027-01-31T12:00:00.000Z',
};

it('states what is wrong, what to do, and since when', () => {
  const { subject, text, html } = renderNotice(notice);
  expect(subject).toBe('Alarm: Amazon rejects our application');
  expect(text).toMatch(/401 <invalid_client>[^]+PUT \/v1\/application\/secret[^]+Since 2027-01-31T12:00:00\.000Z/);
  expect(html).toContain('401 &lt;invalid_client&gt;');
});

it('states that it is over, how long it lasted, and what it was', () => {
  const { subject, text } = renderNotice({ ...notice, event: 'closed', closedAt: '2027-01-31T13:00:00.000Z' });
  expect(subject).toBe('Resolved: Amazon rejects our application');
  expect(text).toMatch(/accepts our application again[^]+to 2027-01-31T13:00:00\.000Z[^]+401 <invalid_client>/);
});
