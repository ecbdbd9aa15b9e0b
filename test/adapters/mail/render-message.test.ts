import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../../../activities/ports.ts';
import { renderMessage } from '../../../adapters/mail/render-message.ts';
import { reason } from '../../../domain/reasons.ts';
import { reasonText } from '../../../locales/reason-text.ts';
import { reminderDays } from '../../../domain/renewal-schedule.ts';

const link = 'http://localhost:3000/connect/token-1';

function messageOf(more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    messageId: 'message-1',
    to: ['seller@example.com'],
    stores: [{ storeId: 's1', name: 'Amazon Store USA', country: 'US', website: 'base' }],
    link,
    linkValidUntil: '2027-10-11T14:03:09.000Z',
    content: { kind: 'renewal', days: -30, expiresAt: '2027-10-25T14:03:09.000Z' },
    ...more,
  };
}

const withDays = (days: number) =>
  renderMessage(messageOf({ content: { kind: 'renewal', days, expiresAt: '2027-10-25T14:03:09.000Z' } }));

describe('a notification e-mail', () => {
  it('states in English, then in Dutch, the store, the date and the one thing to do', () => {
    const { text } = renderMessage(messageOf());
    const [english = '', dutch = ''] = text.split('---');
    expect(english).toContain('- Amazon Store USA (United States, website base)');
    expect(english).toContain('25 October 2027 at 14:03 UTC');
    expect(english).toContain('is valid until 11 October 2027 at 14:03 UTC');
    expect(dutch).toContain('- Amazon Store USA (Verenigde Staten, website base)');
    expect(dutch).toContain('25 oktober 2027 om 14:03 UTC');
    for (const part of [english, dutch]) expect(part.split(link)).toHaveLength(2);
  });

  it.each([
    [-30, 'ends in 30 days', 'verloopt over 30 dagen', 'keeps working'],
    [-14, 'ends in 14 days', 'verloopt over 14 dagen', 'keeps working'],
    [-7, 'ends in 7 days', 'verloopt over 7 dagen', 'keeps working'],
    [-3, 'ends in 3 days', 'verloopt over 3 dagen', 'keeps working'],
    [-1, 'ends in 1 day', 'verloopt over 1 dag', 'keeps working'],
    [0, 'ended today', 'is vandaag verlopen', 'settings of the store are kept'],
    [7, 'ended 7 days ago', 'is 7 dagen geleden verlopen', 'settings of the store are kept'],
    [30, 'ended 30 days ago', 'is 30 dagen geleden verlopen', 'settings of the store are kept'],
  ])('sent %i days from the end states this in subject, text and HTML', (days, english, dutch, reassurance) => {
    const { subject, text, html } = withDays(days);
    expect(subject).toBe(
      `Amazon Store USA: Amazon authorization ${english} / Amazon Store USA: Amazon-autorisatie ${dutch}`,
    );
    for (const rendered of [text, html]) {
      expect(rendered).toContain(`authorization of this store ${english}: `);
      expect(rendered).toContain(`autorisatie van deze winkel ${dutch}: `);
      expect(rendered).toContain(reassurance);
    }
  });

  it('has a subject of its own for every reminder', () => {
    expect(new Set(reminderDays.map((days) => withDays(days).subject)).size).toBe(reminderDays.length);
  });

  it('names all of its stores, and keeps the subject short', () => {
    const long = 'Very long name '.repeat(10);
    const { subject, text } = renderMessage(
      messageOf({
        stores: [
          { storeId: 's1', name: long, country: 'CA', website: 'ca' },
          { storeId: 's2', name: 'México', country: 'MX', website: 'mx' },
          { storeId: 's3', name: 'London', country: 'GB', website: 'uk' },
        ],
      }),
    );
    expect(subject).toContain('and 2 more: Amazon authorization');
    expect(subject.length).toBeLessThan(200);
    for (const line of [
      `- ${long} (Canada`,
      '- México (Mexico',
      '- London (United Kingdom',
      '- London (Verenigd Koninkrijk',
    ])
      expect(text).toContain(line);
    expect(text).toContain('authorization of these stores');
  });

  it('to reconnect contains the reason in both languages', () => {
    const why = reason('authorization_revoked', { sellerId: 'A1SELLER' });
    const { subject, text, html } = renderMessage(messageOf({ content: { kind: 'connect_again', reason: why } }));
    expect(subject).toBe('Amazon Store USA: reconnect to Amazon / Amazon Store USA: koppel opnieuw aan Amazon');
    for (const rendered of [text, html]) {
      expect(rendered).toContain(reasonText(why, 'en'));
      expect(rendered).toContain(reasonText(why, 'nl'));
    }
  });

  it.each([
    ['kept', 'The existing one stays in force', 'De bestaande autorisatie blijft geldig'],
    ['none_yet', 'was not completed', 'niet voltooid'],
  ] as const)('about a consent that failed never says that a connection ended: %s', (connection, english, dutch) => {
    const why = reason('no_refresh_token');
    const content = { kind: 'connect_again', reason: why, connection } as const;
    const { subject, text } = renderMessage(messageOf({ content }));
    for (const part of [english, dutch, reasonText(why, 'en'), reasonText(why, 'nl')]) expect(text).toContain(part);
    expect(`${subject} ${text}`).not.toMatch(/no longer|niet langer|reconnect|opnieuw koppelen/i);
  });

  it('of a campaign quotes the reason of its author, and a reminder says that it is one', () => {
    const reason = 'We now also read your <shipping> settings.';
    const of = (ask: 'first' | 'reminder') =>
      renderMessage(messageOf({ content: { kind: 'campaign', ask, reason, startsAt: '2027-09-01T00:00:00.000Z' } }));
    const { subject, text, html } = of('first');
    expect(subject).toBe(
      'Amazon Store USA: please authorize again at Amazon / Amazon Store USA: geef opnieuw toestemming bij Amazon',
    );
    expect(text.split(reason)).toHaveLength(3);
    expect(html).toContain('We now also read your &lt;shipping&gt; settings.');
    expect(text).toContain('Please authorize this store at Amazon again.');
    expect(text).toContain('Wilt u deze winkel opnieuw autoriseren bij Amazon?');
    expect(text).toContain('is valid until 11 October 2027');
    for (const prefix of ['Reminder:', 'Ter herinnering:']) {
      expect(text).not.toContain(prefix);
      expect(of('reminder').text).toContain(prefix);
    }
  });

  it('escapes what people typed and loads nothing from outside', () => {
    const name = `<img src=x onerror="a('&')">`;
    const { html, text } = renderMessage(
      messageOf({ stores: [{ storeId: 's1', name, country: 'US', website: '<b>' }] }),
    );
    expect(html).not.toMatch(/<(img|b|script|link|style)\b/);
    expect(html).toContain('&lt;img src=x onerror=&quot;a(&#39;&amp;&#39;)&quot;&gt;');
    expect(text).toContain(name);
    const addresses = [...html.matchAll(/https?:[^"\s<]+/g)].map(([address]) => address);
    expect(addresses).toEqual([link, link]);
  });

  it('marks the language of each part for screen readers', () => {
    const { html } = renderMessage(messageOf());
    expect(html).toMatch(/<html lang="en">[\s\S]*<div lang="en">[\s\S]*<div lang="nl">[\s\S]*deze winkel/);
  });

  it('has the contrast that WCAG AA requires', () => {
    const { html } = renderMessage(messageOf());
    const pairs = [...html.matchAll(/background-color:(#\w{6});color:(#\w{6})/g)];
    expect(pairs).toHaveLength(3);
    for (const [, ground = '', ink = ''] of pairs) expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5);
  });
});

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
