import { queryOptions } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { api, dataOf } from './client.ts';

export type Alarm = components['schemas']['Alarm'];

/** Open alarms. The event stream does not carry them, so they are polled. */
export const openAlarmsQuery = queryOptions({
  queryKey: ['open-alarms'],
  queryFn: async ({ signal }) => {
    const { items } = await dataOf(api.GET('/v1/alarms', { params: { query: { limit: 20 } }, signal }));
    return items.filter(({ closedAt }) => closedAt === undefined);
  },
  refetchInterval: 30_000,
});
