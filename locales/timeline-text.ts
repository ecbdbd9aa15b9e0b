import type { LegacyTimelineEntry, TimelineCode, TimelineEntry } from '../domain/timeline.ts';
import { formatUtc } from './format-utc.ts';
import { type Locale, messages } from './index.ts';
import { reasonText } from './reason-text.ts';

/** The sentence of a timeline entry. Entries older than 0.3.0 keep the sentences they were stored with. */
export function timelineText(entry: TimelineEntry | LegacyTimelineEntry, locale: Locale): string {
  if (entry.params === undefined) return entry.translations?.[locale] ?? entry.text;
  const next = 'next' in entry.params ? entry.params.next : undefined;
  const sentence = render(entry, locale);
  return next ? `${sentence} ${messages[locale].nextStep[next.what](formatUtc(next.at))}` : sentence;
}

function render<C extends TimelineCode>({ what, params }: TimelineEntry<C>, locale: Locale): string {
  return messages[locale].timeline[what](params, (reason) => reasonText(reason, locale));
}
