import { ICalCalendar, ICalCalendarMethod } from 'ical-generator';
import { marketplaces } from '../../domain/marketplaces.ts';
import { formatUtc } from '../../locales/format-utc.ts';
import * as contract from '../contract/renewals.ts';
import type { ApiDeps } from '../deps.ts';
import { route } from '../http/route.ts';

export function getRenewalCalendar({ stores, publicUrl }: ApiDeps) {
  return route(contract.getRenewalCalendar, async ({ query, response }) => {
    const calendar = new ICalCalendar({
      name: 'Amazon renewals',
      prodId: { company: 'Perennial', product: 'Perennial', language: 'EN' },
      method: ICalCalendarMethod.PUBLISH,
    });
    for (const store of await stores.listRenewals(query)) {
      if (!store.expiresAt) continue;
      calendar.createEvent({
        // The store's own, so that a renewal moves the event instead of adding one.
        id: `renewal-${store.id}@perennial`,
        stamp: new Date(store.updatedAt),
        start: new Date(store.expiresAt),
        end: new Date(store.expiresAt),
        summary: `Amazon authorization of ${store.name} ends`,
        description:
          `${store.name} (${marketplaces[store.country].name}, website ${store.website}) is authorized until ` +
          `${formatUtc(store.expiresAt)}. Renew it before then with a connect link.`,
        url: `${publicUrl}/`,
      });
    }
    response.set('Content-Disposition', 'inline; filename="renewals.ics"');
    response.type('text/calendar').send(calendar.toString());
    return undefined;
  });
}
