import { queryOptions } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { answer, api } from './client.ts';

export type Alarm = components['schemas']['Alarm'];

/** Those that are open now. No event tells of them, so they are asked for again and again. */
export const openAlarmsQuery = queryOptions({
  queryKey: ['open-alarms'],
  queryFn: async ({ signal }) => {
    const { items } = await answer(api.GET('/v1/alarms', { params: { query: { limit: 20 } }, signal }));
    return items.filter(({ closedAt }) => closedAt === undefined);
  },
  refetchInterval: 30_000,
});
