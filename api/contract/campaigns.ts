import { z } from 'zod';
import { campaignProgresses, campaignStates } from '../../domain/campaign.ts';
import { idempotencyHeaders, idParams, pageOf, pageQuery, queryList, timestamp } from './fields.ts';
import { newCampaign } from './new-campaign.ts';
import { defaults, defineOperation, jsonBodyProblems } from './operation.ts';
import { country } from './store-settings.ts';
import { storeStatus } from './stores.ts';

const campaignState = z.enum(campaignStates).meta({
  id: 'CampaignState',
  description:
    '`scheduled`: waits for its start. `running`: sends e-mails. `paused`: sends nothing, and its schedule stands still. `finished`: every seller has consented or has received a request and a reminder. `cancelled`: stopped for good.',
});
const progress = z.enum(campaignProgresses).meta({
  id: 'CampaignProgress',
  description:
    '`planned`: the request has not been sent yet. `waiting`: the request has been sent; no consent yet. `consented`: consented after the request. `skipped`: no request was sent, or none is needed any more.',
});
const count = z.int();

export const campaignPreview = z
  .object({
    stores: count.meta({ description: 'Stores that match now.' }),
    authorizations: count.meta({ description: 'Authorizations of these stores, one per seller and region.' }),
    messages: count.meta({ description: 'First e-mails, one per authorization.' }),
    reminders: count.meta({
      description: 'The maximum number of reminders, for sellers without consent after a week.',
    }),
  })
  .meta({ id: 'CampaignPreview', description: 'What a campaign would do if it started now.' });

export const campaign = z
  .object({
    id: z.uuid(),
    name: z.string(),
    reason: z.string(),
    stores: z
      .object({
        country: z.array(country).optional(),
        website: z.string().optional(),
        status: z.array(storeStatus).optional(),
        authorizedBefore: timestamp.optional(),
        ids: z.array(z.uuid()).optional(),
      })
      .meta({ description: 'The selection, as requested.' }),
    overDays: count,
    startsAt: timestamp,
    state: campaignState,
    counts: z
      .object({
        authorizations: count,
        planned: count,
        waiting: count,
        consented: count,
        skipped: count,
        messages: z.object({
          sent: count,
          queued: count.meta({ description: 'Not yet accepted by the mail server.' }),
          failed: count.meta({ description: 'Rejected, or not delivered within three days.' }),
        }),
      })
      .meta({
        description:
          'Every authorization counts in exactly one state. All zero before the start, because the selection is made at the start.',
      }),
    nextMessageAt: timestamp.optional().meta({ description: 'Absent while no e-mail is planned.' }),
    endedAt: timestamp.optional(),
    workflowId: z.string().meta({ description: 'The workflow id in Temporal.' }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .meta({ id: 'Campaign', description: 'A campaign and its progress.' });
export type Campaign = z.output<typeof campaign>;

const campaignAuthorization = z
  .object({
    id: z.uuid().meta({ description: 'The id of the authorization.' }),
    sellerId: z.string(),
    region: z.enum(['NA', 'EU']),
    state: progress,
    stores: z.array(z.object({ id: z.uuid(), name: z.string(), country, website: z.string(), status: storeStatus })),
    reason: z
      .object({ code: z.enum(['renewed', 'stores_gone', 'cancelled']), text: z.string() })
      .optional()
      .meta({ description: 'Why it was skipped.' }),
    askedAt: timestamp.optional(),
    remindedAt: timestamp.optional(),
    consentedAt: timestamp.optional(),
    message: z
      .enum(['queued', 'sent', 'failed'])
      .optional()
      .meta({ description: 'The delivery status of the last e-mail.' }),
  })
  .meta({
    id: 'CampaignAuthorization',
    description: 'A seller and region. The seller gets one request for all of its stores in the region.',
  });
export type CampaignAuthorizationView = z.output<typeof campaignAuthorization>;

export const campaignPage = pageOf(campaign).meta({ id: 'CampaignPage' });
export const campaignAuthorizationPage = pageOf(campaignAuthorization).meta({ id: 'CampaignAuthorizationPage' });

const campaignParams = idParams('campaign');
const commandResponses = {
  200: { description: 'The campaign in the requested state.', schema: campaign },
  202: { description: 'Accepted; the change is in progress.', schema: campaign },
};
const commandProblems = ['campaign_not_found', 'campaign_over', 'temporal_unavailable'] as const;

export const addCampaign = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/campaigns',
  operationId: 'addCampaign',
  role: 'admin',
  tag: 'Campaigns',
  summary: 'Create a campaign',
  description:
    'Asks sellers to consent again, for example after the application gained a role at Amazon. Each seller gets one e-mail per region that names all of its stores, and one reminder after a week. ' +
    'After a failure, repeat the request with the same `Idempotency-Key` and body: it creates the campaign only once.',
  headers: idempotencyHeaders,
  body: newCampaign,
  responses: {
    201: { description: 'The campaign.', schema: campaign, headers: { Location: 'URL of the campaign.' } },
  },
  problems: [...jsonBodyProblems, 'invalid_header', 'idempotency_key_reused', 'temporal_unavailable'],
});

export const previewCampaign = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/campaigns/preview',
  operationId: 'previewCampaign',
  changesNothing: true,
  role: 'viewer',
  tag: 'Campaigns',
  summary: 'Preview a campaign',
  description:
    'Counts the stores and e-mails of a campaign. Takes the same body and changes nothing. The selection is made when the campaign starts, so the counts may change until then.',
  body: newCampaign,
  responses: { 200: { description: 'The counts as of now.', schema: campaignPreview } },
  problems: jsonBodyProblems,
});

export const listCampaigns = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/campaigns',
  operationId: 'listCampaigns',
  tag: 'Campaigns',
  summary: 'List campaigns',
  description: 'Newest first.',
  query: pageQuery,
  responses: { 200: { description: 'One page of campaigns.', schema: campaignPage } },
  problems: ['invalid_query'],
});

export const getCampaign = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/campaigns/{id}',
  operationId: 'getCampaign',
  tag: 'Campaigns',
  summary: 'Retrieve a campaign',
  description: 'Includes its progress and the time of the next e-mail.',
  params: campaignParams,
  responses: { 200: { description: 'The campaign.', schema: campaign } },
  problems: ['campaign_not_found'],
});

export const listCampaignAuthorizations = defineOperation({
  ...defaults,
  method: 'get',
  path: '/v1/campaigns/{id}/authorizations',
  operationId: 'listCampaignAuthorizations',
  tag: 'Campaigns',
  summary: "List a campaign's authorizations",
  description: 'Each seller and region with its stores, in the order of the planned requests. Empty before the start.',
  params: campaignParams,
  query: pageQuery.extend({ state: queryList(campaignProgresses, 'Only authorizations in these states.') }),
  responses: { 200: { description: 'One page of authorizations.', schema: campaignAuthorizationPage } },
  problems: ['campaign_not_found', 'invalid_query'],
});

export const pauseCampaign = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/campaigns/{id}/pause',
  operationId: 'pauseCampaign',
  role: 'operator',
  tag: 'Campaigns',
  summary: 'Pause a campaign',
  description:
    'Sends no e-mails until it is resumed; everything planned moves by the length of the pause. Pausing a paused campaign responds with 200.',
  params: campaignParams,
  responses: commandResponses,
  problems: commandProblems,
});

export const resumeCampaign = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/campaigns/{id}/resume',
  operationId: 'resumeCampaign',
  role: 'admin',
  tag: 'Campaigns',
  summary: 'Resume a campaign',
  description: 'Continues at the same pace as before the pause. Resuming a running campaign responds with 200.',
  params: campaignParams,
  responses: commandResponses,
  problems: commandProblems,
});

export const cancelCampaign = defineOperation({
  ...defaults,
  method: 'post',
  path: '/v1/campaigns/{id}/cancel',
  operationId: 'cancelCampaign',
  role: 'operator',
  tag: 'Campaigns',
  summary: 'Cancel a campaign',
  description:
    'Sends no more e-mails; links that were already sent keep working. This cannot be undone. Cancelling a cancelled campaign responds with 200.',
  params: campaignParams,
  responses: commandResponses,
  problems: commandProblems,
});
