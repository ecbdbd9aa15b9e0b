/** Queues, timeouts and retries of the activities: one proxy for each policy. */
import type { RetryPolicy } from '@temporalio/common';
import { proxyActivities } from '@temporalio/workflow';
import type {
  ApplicationActivities,
  AmazonActivities,
  CampaignActivities,
  ImportActivities,
  MailActivities,
  StoreActivities,
  WatchActivities,
} from '../activities/contract.ts';
import { proxyDatabaseSteps } from './database-steps.ts';
import { proxyOnQueue } from './proxy-on-queue.ts';

/** Short database activities, retried until PostgreSQL answers. */
export const storeActivities = proxyDatabaseSteps<StoreActivities>('10 seconds');
export const secretActivities = proxyDatabaseSteps<ApplicationActivities>('10 seconds');

/** A round queues several messages, each in a transaction of its own. */
export const campaignActivities = proxyDatabaseSteps<CampaignActivities>('30 seconds');

const amazonRetry: RetryPolicy = { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' };

/**
 * On the queue of the workflows, where nothing hangs. A code is valid for five minutes, hence the short intervals; Amazon's `Retry-After` overrides them. It is sent once:
 * storing the answer may take as long as PostgreSQL is away. The missing heartbeat reveals a worker that has died.
 */
export const exchangeActivities = proxyActivities<Pick<AmazonActivities, 'exchangeAuthorizationCode'>>({
  summary: "exchange the seller's authorization code",
  startToCloseTimeout: '3 days',
  heartbeatTimeout: '15 seconds',
  retry: amazonRetry,
});

export const verificationActivities = proxyOnQueue<Pick<AmazonActivities, 'verifyConnection' | 'verifyReuse'>>(
  'amazon',
  {
    summary: 'verify that the seller takes part in the marketplace',
    startToCloseTimeout: '30 seconds',
    retry: { ...amazonRetry, maximumInterval: '1 minute' },
  },
);

/** Gives up after a day: an outage changes no status, and the fleet watch checks again anyway. */
export const checkActivities = proxyOnQueue<Pick<AmazonActivities, 'checkConnection'>>('amazon', {
  summary: 'check the connection',
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '1 day',
  retry: { ...amazonRetry, maximumInterval: '10 minutes' },
});

/** A round limits itself to a third of this; the missing heartbeat reveals a worker that has died. */
export const watchActivities = proxyOnQueue<WatchActivities>('amazon', {
  summary: 'check the connections that are due',
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** A batch takes as long as its rate limit says; the missing heartbeat reveals a worker that has died. */
export const importActivities = proxyOnQueue<ImportActivities>('imports', {
  summary: 'process the next rows of the import',
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

export const mailActivities = proxyOnQueue<Pick<MailActivities, 'deliverMessage'>>('mail', {
  summary: 'deliver the e-mail',
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '3 days',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '30 minutes' },
});

export const mailRecordActivities = proxyActivities<Pick<MailActivities, 'giveUpMessage'>>({
  startToCloseTimeout: '10 seconds',
});
