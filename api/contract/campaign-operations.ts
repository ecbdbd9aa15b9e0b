import * as campaigns from './campaigns.ts';
import { operation, plain } from './operation.ts';
import { idempotencyHeaders } from './stores.ts';

const bodyProblems = ['invalid_json', 'body_too_large', 'unsupported_media_type', 'invalid_body'] as const;
const campaignNow = {
  200: { description: 'It is so.', schema: campaigns.campaign },
  202: { description: 'It will be so.', schema: campaigns.campaign },
};
const steering = ['campaign_not_found', 'campaign_over', 'temporal_unavailable'] as const;

export const addCampaign = operation({
  ...plain,
  method: 'post',
  path: '/v1/campaigns',
  operationId: 'addCampaign',
  role: 'admin',
  tag: 'Campaigns',
  summary: 'Ask many sellers to agree again',
  description:
    'For example when the application gained a role at Amazon. Each seller gets one message per region, naming all its stores, and one reminder after a week. ' +
    'Repeat it with the same `Idempotency-Key` and body after any failure: it is the same campaign.',
  headers: idempotencyHeaders,
  body: campaigns.newCampaign,
  answers: {
    201: {
      description: 'The campaign.',
      schema: campaigns.campaign,
      headers: { Location: 'Address of the campaign.' },
    },
  },
  problems: [...bodyProblems, 'invalid_header', 'idempotency_key_reused', 'temporal_unavailable'],
});

export const previewCampaign = operation({
  ...plain,
  method: 'post',
  path: '/v1/campaigns/preview',
  operationId: 'previewCampaign',
  role: 'viewer',
  tag: 'Campaigns',
  summary: 'Count whom a campaign would ask',
  description: 'Takes the body of a campaign and changes nothing. Whom a campaign asks is fixed when it starts.',
  body: campaigns.newCampaign,
  answers: { 200: { description: 'The counts as of now.', schema: campaigns.campaignPreview } },
  problems: bodyProblems,
});

export const listCampaigns = operation({
  ...plain,
  method: 'get',
  path: '/v1/campaigns',
  operationId: 'listCampaigns',
  tag: 'Campaigns',
  summary: 'List campaigns',
  description: 'The newest first.',
  query: campaigns.campaignQuery,
  answers: { 200: { description: 'One page of campaigns.', schema: campaigns.campaignPage } },
  problems: ['invalid_query'],
});

export const getCampaign = operation({
  ...plain,
  method: 'get',
  path: '/v1/campaigns/{id}',
  operationId: 'getCampaign',
  tag: 'Campaigns',
  summary: 'Look at a campaign',
  description: 'How far it is, and when the next message leaves.',
  params: campaigns.campaignId,
  answers: { 200: { description: 'The campaign.', schema: campaigns.campaign } },
  problems: ['campaign_not_found'],
});

export const listCampaignAuthorizations = operation({
  ...plain,
  method: 'get',
  path: '/v1/campaigns/{id}/authorizations',
  operationId: 'listCampaignAuthorizations',
  tag: 'Campaigns',
  summary: 'Whom a campaign asks',
  description: 'Each seller and region with its stores, in the order of their turns. Empty before the start.',
  params: campaigns.campaignId,
  query: campaigns.campaignAuthorizationQuery,
  answers: { 200: { description: 'One page of authorizations.', schema: campaigns.campaignAuthorizationPage } },
  problems: ['campaign_not_found', 'invalid_query'],
});

export const pauseCampaign = operation({
  ...plain,
  method: 'post',
  path: '/v1/campaigns/{id}/pause',
  operationId: 'pauseCampaign',
  role: 'operator',
  tag: 'Campaigns',
  summary: 'Pause a campaign',
  description: 'Stops its clock: nobody is asked, and what was due later stays as much later. Repeating it is 200.',
  params: campaigns.campaignId,
  answers: campaignNow,
  problems: steering,
});

export const resumeCampaign = operation({
  ...plain,
  method: 'post',
  path: '/v1/campaigns/{id}/resume',
  operationId: 'resumeCampaign',
  role: 'admin',
  tag: 'Campaigns',
  summary: 'Resume a campaign',
  description: 'Goes on where it was, without making up for the pause. Repeating it is 200.',
  params: campaigns.campaignId,
  answers: campaignNow,
  problems: steering,
});

export const cancelCampaign = operation({
  ...plain,
  method: 'post',
  path: '/v1/campaigns/{id}/cancel',
  operationId: 'cancelCampaign',
  role: 'operator',
  tag: 'Campaigns',
  summary: 'End a campaign',
  description: 'Nobody is asked any more; links that were sent still work. It cannot be undone. Repeating it is 200.',
  params: campaigns.campaignId,
  answers: campaignNow,
  problems: steering,
});
