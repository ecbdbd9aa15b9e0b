import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { api, dataOf } from './client.ts';
import { valuesOf } from './values-of.ts';

export type Campaign = components['schemas']['Campaign'];
export type CampaignAuthorization = components['schemas']['CampaignAuthorization'];
export type CampaignProgress = components['schemas']['CampaignProgress'];
export type NewCampaign = components['schemas']['NewCampaign'];
export type CampaignCommand = 'pause' | 'resume' | 'cancel';

export const campaignProgresses = valuesOf<CampaignProgress>({
  planned: true,
  waiting: true,
  consented: true,
  skipped: true,
});

/** The event stream does not carry campaigns, so they are polled until they are over. */
const pollIntervalMs = 3000;
const pageSize = 50;

export function isOver({ state }: Pick<Campaign, 'state'>): boolean {
  return state === 'finished' || state === 'cancelled';
}

export const campaignsQuery = infiniteQueryOptions({
  queryKey: ['campaigns'],
  queryFn: ({ pageParam, signal }) =>
    dataOf(
      api.GET('/v1/campaigns', {
        params: { query: { limit: pageSize, cursor: pageParam || undefined } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
  staleTime: 0,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some((campaign) => !isOver(campaign))) ? pollIntervalMs : false,
});

export function campaignQuery(id: string) {
  return queryOptions({
    queryKey: ['campaign', id],
    queryFn: ({ signal }) => dataOf(api.GET('/v1/campaigns/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : pollIntervalMs),
  });
}

export function campaignAuthorizationsQuery(id: string, progress: CampaignProgress | undefined, isRunning: boolean) {
  return infiniteQueryOptions({
    queryKey: ['campaign', id, 'authorizations', progress ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/v1/campaigns/{id}/authorizations', {
          params: {
            path: { id },
            query: { limit: pageSize, state: progress && [progress], ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: isRunning ? pollIntervalMs : false,
  });
}

/** Which sellers a campaign would contact. Name and reason make no difference, but the API requires them. */
export function campaignPreviewQuery({ stores, overDays }: Pick<NewCampaign, 'stores' | 'overDays'>) {
  return queryOptions({
    queryKey: ['campaign-preview', stores],
    queryFn: ({ signal }) =>
      dataOf(api.POST('/v1/campaigns/preview', { body: { name: '–', reason: '–', stores, overDays }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export function addCampaign(body: NewCampaign, idempotencyKey: string): Promise<Campaign> {
  return dataOf(api.POST('/v1/campaigns', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }));
}

export function runCampaignCommand(id: string, command: CampaignCommand): Promise<Campaign> {
  const params = { path: { id } };
  switch (command) {
    case 'pause':
      return dataOf(api.POST('/v1/campaigns/{id}/pause', { params }));
    case 'resume':
      return dataOf(api.POST('/v1/campaigns/{id}/resume', { params }));
    case 'cancel':
      return dataOf(api.POST('/v1/campaigns/{id}/cancel', { params }));
  }
}
