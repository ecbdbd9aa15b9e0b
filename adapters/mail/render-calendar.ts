import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { OutgoingMessage } from '../../activities/ports.ts';
import { locales, messages } from '../../locales/index.ts';

/**
 * The end of the year as a calendar entry, as long as it is in the future. Every reminder of a year has the same UID, so
 * that importing a later one updates the entry. It has no link, because calendars are shared more widely than e-mail.
 */
export function renderCalendar({ content, stores }: OutgoingMessage): string | undefined {
  if (content.kind !== 'renewal' || content.days >= 0) return undefined;
  const names = stores.map(({ name }) => name).join(', ');
  const calendar = ical({
    name: 'Perennial',
    prodId: { company: 'Perennial', product: 'Perennial' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${eventKey(stores, content.expiresAt)}@perennial`,
    start: new Date(content.expiresAt),
    summary: messages.en.calendar.summary(names),
    description: locales.map((locale) => messages[locale].calendar.description).join('\n'),
  });
  return calendar.toString();
}

function eventKey(stores: OutgoingMessage['stores'], expiresAt: string): string {
  const ids = stores.map(({ storeId }) => storeId).toSorted();
  return createHash('sha256')
    .update(JSON.stringify([expiresAt, ids]))
    .digest('hex')
    .slice(0, 32);
}
