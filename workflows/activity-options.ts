/** How steps are carried out: one proxy for each way of failing. */
import type { RetryPolicy } from '@temporalio/common';
import { type LocalActivityOptions, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type {
  ApplicationActivities,
  AmazonActivities,
  CampaignActivities,
  ImportActivities,
  MailActivities,
  StoreActivities,
  WatchActivities,
} from '../activities/contract.ts';

/** Short database steps: no round trip to the server, retried until PostgreSQL answers. */
const databaseStep: LocalActivityOptions = {
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '1 minute',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '10 seconds' },
};
export const steps = proxyLocalActivities<StoreActivities>(databaseStep);
export const applicationSteps = proxyLocalActivities<ApplicationActivities>(databaseStep);

/** A round queues several messages, each in a step of its own. */
export const campaignSteps = proxyLocalActivities<CampaignActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '1 minute',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

const amazonPace: RetryPolicy = { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' };

/** A code lives five minutes, so retries stay close; Amazon's `Retry-After` overrides the pause of a failure. */
export const amazonExchange = proxyActivities<Pick<AmazonActivities, 'exchangeAuthorizationCode'>>({
  summary: "exchange the seller's authorization code",
  startToCloseTimeout: '30 seconds',
  retry: amazonPace,
});

export const amazonVerification = proxyActivities<Pick<AmazonActivities, 'verifyConnection' | 'verifyReuse'>>({
  summary: 'verify that the seller takes part in the marketplace',
  startToCloseTimeout: '30 seconds',
  retry: { ...amazonPace, maximumInterval: '1 minute' },
});

/** Gives up after a day: an outage changes nothing, and the next check comes anyway. */
export const amazonCheck = proxyActivities<Pick<AmazonActivities, 'checkConnection'>>({
  summary: 'check the connection',
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '1 day',
  retry: { ...amazonPace, maximumInterval: '10 minutes' },
});

/** A round ends by itself within a third of this; a worker that died is noticed by its silence. */
export const watchRound = proxyActivities<WatchActivities>({
  summary: 'check the connections that are due',
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** A batch takes as long as the pace says; one whose worker died is noticed by its silence. */
export const importBatch = proxyActivities<ImportActivities>({
  summary: 'take the next rows of the import',
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

export const mail = proxyActivities<Pick<MailActivities, 'deliverMessage'>>({
  summary: 'deliver the message',
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '3 days',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '30 minutes' },
});

export const mailRecords = proxyActivities<Pick<MailActivities, 'giveUpMessage'>>({
  startToCloseTimeout: '10 seconds',
});
