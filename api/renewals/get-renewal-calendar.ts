import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import { countryName } from '../../locales/format.ts';
import { messages } from '../../locales/index.ts';
import * as contract from '../contract/renewals.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getRenewalCalendar({ stores, publicUrl }: ApiDeps) {
  return route(contract.getRenewalCalendar, async ({ query, locale, response }) => {
    const t = messages[locale].renewalCalendar;
    const calendar = new ICalCalendar({
      name: t.name,
      prodId: { company: 'Perennial', product: 'Perennial', language: locale.toUpperCase() },
      method: ICalCalendarMethod.PUBLISH,
    });
    for (const store of await stores.listRenewals(query)) {
      if (!store.expiresAt) continue;
      calendar.createEvent({
        // Stable per store, so that a renewal moves the event instead of adding one.
        id: `renewal-${store.id}@perennial`,
        stamp: new Date(store.updatedAt),
        start: new Date(store.expiresAt),
        end: new Date(store.expiresAt),
        summary: t.summary(store.name),
        description: t.description(
          messages[locale].emails.store(store.name, countryName(store.country, locale), store.website),
          store.expiresAt,
        ),
        url: `${publicUrl}/`,
      });
    }
    response.set('Content-Disposition', 'inline; filename="renewals.ics"');
    response.type('text/calendar').send(calendar.toString());
    return undefined;
  });
}
