import { queryOptions } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { api, dataOf } from './client.ts';

export type Renewal = components['schemas']['Renewal'];

export const renewalsQuery = queryOptions({
  queryKey: ['renewals'],
  queryFn: ({ signal }) => dataOf(api.GET('/v1/renewals', { signal })),
});

/** Creates a link each time, because its URL is shown only once. */
export function addCalendarLink(): Promise<components['schemas']['CalendarLink'] & { url: string }> {
  return dataOf(api.POST('/v1/calendar-links'));
}
