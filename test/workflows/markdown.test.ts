import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownText } from '../../domain/markdown-text.ts';
import { reason } from '../../domain/reasons.ts';
import { newStore, type StoreState } from '../../domain/store-life.ts';
import { campaignDetails } from '../../workflows/campaign/details.ts';
import { currentDetails } from '../../workflows/store/details.ts';

const token = fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ019_-')), minLength: 32, maxLength: 60 });
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...Array.from('\\`*_{}[]()<>#+-!|~&@.:/\n\u202e 1a')) }),
      fc.emailAddress(),
      fc.webUrl(),
      token,
      token.map((text) => `prn_${text}`),
      fc.constantFrom(
        'Atzr|IwEB',
        '![x](http://a.b)',
        '[x](javascript:a)',
        '<img src=x>',
        '\n# title',
        '1. one',
        'a@b',
      ),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

/** What of a Markdown text is still markup: everything special without a backslash in front of it. */
const markup = (text: string) =>
  text.replaceAll(/\\[\\`*_{}[\]()<>#+\-!|~&.]/g, 'x').match(/[\\`*_{}[\]()<>#+\-!|~&]|^\d+\./g);
const shown = (text: string) => text.replaceAll('\\', '');

describe('text of a stranger in Temporal UI', () => {
  it('is text: no markup, link, line break, e-mail address or token', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const result = markdownText(text);
        expect(markup(result)).toBeNull();
        expect(shown(result)).not.toMatch(/@|:\/\/|www\.|[\w|+/=.~-]{32}|prn_\S|Atzr\||[\n\r\u202e]/);
        // Three of them fit into the 400 bytes that Temporal accepts as a summary.
        expect(Buffer.byteLength(result)).toBeLessThan(300);
      }),
    );
  });

  it('adds nothing to the details of a store or a campaign but text', () => {
    const store = (params: string): StoreState => ({
      ...newStore,
      sellerId: params,
      reason: reason('store_exists', { sellerId: 'A1', country: 'US', existing: params }),
    });
    const ours = markup(currentDetails({ name: 'a', country: 'US', website: 'base' }, store('x')));
    const ofCampaign = markup(campaignDetails('a', 'paused', undefined));
    fc.assert(
      fc.property(hostile, (text) => {
        const details = currentDetails({ name: text, country: 'US', website: text }, store(text));
        expect(markup(details)).toEqual(ours);
        expect(details).not.toMatch(/@/);
        expect(markup(campaignDetails(text, 'paused', undefined))).toEqual(ofCampaign);
      }),
    );
  });

  it('stays readable', () => {
    expect(markdownText('Amazon Store USA')).toBe('Amazon Store USA');
    expect(markdownText('Café "Zon" – 東京 🛒')).toBe('Café "Zon" – 東京 🛒');
    expect(markdownText('1. *Best* of jan@example.com')).toBe(String.raw`1\. \*Best\* of …`);
    const requestId = 'f0f3bb95-8f2a-4a17-9b6d-6a4a3f6f2a11';
    expect(shown(markdownText(`request ID ${requestId}`))).toBe(`request ID ${requestId}`);
  });
});
