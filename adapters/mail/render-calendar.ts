import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { OutgoingMessage } from '../../activities/ports.ts';

/**
 * The end of the year as a calendar entry, while it lies ahead. Every reminder of a year brings the same entry (by its
 * UID), so importing a later one does not make a second. It carries no link: calendars are shared further than mail.
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
    summary: `Amazon authorization ends: ${names}`,
    description: [
      'Renew before this moment with the link of our latest message.',
      'Verleng vóór dit moment met de link in ons laatste bericht.',
    ].join('\n'),
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
