import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '../contract.d.ts';
import { answer, api } from './client.ts';

export type Campaign = components['schemas']['Campaign'];
export type CampaignAuthorization = components['schemas']['CampaignAuthorization'];
export type CampaignProgress = components['schemas']['CampaignProgress'];
export type NewCampaign = components['schemas']['NewCampaign'];
export type CampaignOrder = 'pause' | 'resume' | 'cancel';

/** Events tell of stores only, so a campaign is looked at again while it may move. */
const lookAgainMs = 3000;
const pageSize = 50;

export function isOver({ state }: Pick<Campaign, 'state'>): boolean {
  return state === 'finished' || state === 'cancelled';
}

export const campaignsQuery = infiniteQueryOptions({
  queryKey: ['campaigns'],
  queryFn: ({ pageParam, signal }) =>
    answer(
      api.GET('/v1/campaigns', {
        params: { query: { limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
  staleTime: 0,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some((campaign) => !isOver(campaign))) ? lookAgainMs : false,
});

export function campaignQuery(id: string) {
  return queryOptions({
    queryKey: ['campaign', id],
    queryFn: ({ signal }) => answer(api.GET('/v1/campaigns/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : lookAgainMs),
  });
}

export function campaignAuthorizationsQuery(id: string, progress: CampaignProgress | undefined, isMoving: boolean) {
  return infiniteQueryOptions({
    queryKey: ['campaign', id, 'authorizations', progress ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/v1/campaigns/{id}/authorizations', {
          params: {
            path: { id },
            query: { limit: pageSize, ...(progress && { state: [progress] }), ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: isMoving ? lookAgainMs : false,
  });
}

/** Whom a campaign would ask; its name and reason make no difference. */
export function campaignPreviewQuery({ stores, overDays }: Pick<NewCampaign, 'stores' | 'overDays'>) {
  return queryOptions({
    queryKey: ['campaign-preview', stores],
    queryFn: ({ signal }) =>
      answer(api.POST('/v1/campaigns/preview', { body: { name: '–', reason: '–', stores, overDays }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

export function addCampaign(body: NewCampaign, idempotencyKey: string): Promise<Campaign> {
  return answer(api.POST('/v1/campaigns', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body }));
}

export function orderCampaign(id: string, order: CampaignOrder): Promise<Campaign> {
  const params = { path: { id } };
  switch (order) {
    case 'pause':
      return answer(api.POST('/v1/campaigns/{id}/pause', { params }));
    case 'resume':
      return answer(api.POST('/v1/campaigns/{id}/resume', { params }));
    case 'cancel':
      return answer(api.POST('/v1/campaigns/{id}/cancel', { params }));
  }
}
