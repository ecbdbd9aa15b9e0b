import { describe, expect, test } from 'vitest';
import { dropReasons } from '../../domain/message-judgement.ts';
import { reason } from '../../domain/reasons.ts';
import { type TimelineCode, timelineCodes, type TimelineEntry, timelineEntry } from '../../domain/timeline.ts';
import { locales } from '../../locales/index.ts';
import { timelineText } from '../../locales/timeline-text.ts';

const at = '2027-10-25T14:03:09.000Z';
const next = { what: 'renewal_request', at } as const;
const why = reason('authorization_revoked', { sellerId: 'A1' });

const entries: { readonly [C in TimelineCode]: readonly TimelineEntry<C>[] } = {
  created: [timelineEntry('created', {})],
  authorization_received: [timelineEntry('authorization_received', {})],
  authorization_reused: [timelineEntry('authorization_reused', { sellerId: 'A1' })],
  authorization_refused: [
    timelineEntry('authorization_refused', { reason: why, isConnected: true, next }),
    timelineEntry('authorization_refused', { reason: why, isConnected: false }),
  ],
  active: [timelineEntry('active', { sellerId: 'A1', expiresAt: at, next })],
  renewed: [timelineEntry('renewed', { sellerId: 'A1', expiresAt: at, next })],
  renewal_requested: [
    timelineEntry('renewal_requested', { daysLeft: 14, expiresAt: at, next: { what: 'renewal_reminder', at } }),
    timelineEntry('renewal_requested', { daysLeft: 1, expiresAt: at, next: { what: 'expiry', at } }),
    timelineEntry('renewal_requested', {}),
  ],
  expired: [timelineEntry('expired', { reason: reason('authorization_expired'), next }), timelineEntry('expired', {})],
  check_passed: [timelineEntry('check_passed', { next })],
  check_failed: [timelineEntry('check_failed', { reason: why, next: { what: 'check', at } })],
  check_inconclusive: [timelineEntry('check_inconclusive', { next })],
  recovered: [timelineEntry('recovered', { next })],
  disconnected: [timelineEntry('disconnected', { reason: why })],
  enabled: [timelineEntry('enabled', { next })],
  disabled: [timelineEntry('disabled', {})],
  deleted: [timelineEntry('deleted', {})],
  settings_changed: [
    timelineEntry('settings_changed', {
      changes: [
        { field: 'name', name: 'New' },
        { field: 'email' },
        { field: 'secondEmail', isRemoved: true },
        { field: 'secondEmail', isRemoved: false },
        { field: 'productMapping', mapping: { productIdType: 'asin', attributeCode: 'amazon_asin' } },
        { field: 'productMapping' },
      ],
    }),
  ],
  connect_links_ended: [timelineEntry('connect_links_ended', {})],
  connect_link_created: [timelineEntry('connect_link_created', { validUntil: at })],
  amazon_unavailable: [
    timelineEntry('amazon_unavailable', { cause: 'throttled' }),
    timelineEntry('amazon_unavailable', { cause: 'outage' }),
    timelineEntry('amazon_unavailable', { cause: 'refusal' }),
    timelineEntry('amazon_unavailable', { cause: 'refusal', requestId: 'req-1' }),
  ],
  application_refused: [timelineEntry('application_refused', {})],
  message_sent: [
    timelineEntry('message_sent', { email: 'renewal' }),
    timelineEntry('message_sent', { email: 'renewal', onlyTo: 'secondEmail' }),
  ],
  message_delayed: [timelineEntry('message_delayed', { email: 'connect_link' })],
  message_failed: [
    timelineEntry('message_failed', { email: 'connect_again' }),
    timelineEntry('message_failed', { email: 'connect_again', isRefused: true }),
  ],
  authorization_undone: [
    timelineEntry('authorization_undone', { sellerId: 'A1', isConnected: true, next }),
    timelineEntry('authorization_undone', { sellerId: 'A1', isConnected: false }),
  ],
  message_dropped: dropReasons.map((why) => timelineEntry('message_dropped', { email: 'renewal', why })),
  campaign_asked: [
    timelineEntry('campaign_asked', { email: 'first', campaignReason: 'We read orders now.', linkValidUntil: at }),
    timelineEntry('campaign_asked', { email: 'reminder', campaignReason: 'We read orders now.', linkValidUntil: at }),
  ],
};

describe.each(timelineCodes)('an entry %s', (code) => {
  test('is one or more whole sentences in every language, all different', () => {
    const texts = locales.flatMap((locale) => entries[code].map((entry: TimelineEntry) => timelineText(entry, locale)));
    for (const text of texts) {
      expect(text).toMatch(/^[A-Z].{10,}\.$/);
      expect(text).not.toMatch(/undefined|null|NaN|[{}]| {2}/);
    }
    expect(new Set(texts).size).toBe(texts.length);
  });
});

test('an entry says what happens next', () => {
  expect(timelineText(timelineEntry('check_passed', { next }), 'en')).toBe(
    'The connection was checked and works. Next: a renewal request at 2027-10-25 14:03:09 UTC.',
  );
});

test('an entry stored with sentences keeps them, in English where a language is missing', () => {
  const entry = {
    what: 'created',
    text: 'The store was created.',
    translations: { nl: 'De winkel is aangemaakt.' },
  } as const;
  expect(timelineText(entry, 'en')).toBe(entry.text);
  expect(timelineText(entry, 'nl')).toBe(entry.translations.nl);
  expect(timelineText({ what: 'created', text: entry.text }, 'nl')).toBe(entry.text);
});
