/** Timeouts and retries of the activities: one proxy for each policy. */
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

/** Short database activities: local, hence no round trip to the server, and retried until PostgreSQL answers. */
const databaseOptions: LocalActivityOptions = {
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '1 minute',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '10 seconds' },
};
export const storeActivities = proxyLocalActivities<StoreActivities>(databaseOptions);
export const secretActivities = proxyLocalActivities<ApplicationActivities>(databaseOptions);

/** A round queues several messages, each in a transaction of its own. */
export const campaignActivities = proxyLocalActivities<CampaignActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '1 minute',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '10 seconds' },
});

const amazonRetry: RetryPolicy = { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' };

/**
 * A code is valid for five minutes, hence the short intervals; Amazon's `Retry-After` overrides them. It is sent once:
 * storing the answer may take as long as PostgreSQL is away. The missing heartbeat reveals a worker that has died.
 */
export const exchangeActivities = proxyActivities<Pick<AmazonActivities, 'exchangeAuthorizationCode'>>({
  summary: "exchange the seller's authorization code",
  startToCloseTimeout: '3 days',
  heartbeatTimeout: '15 seconds',
  retry: amazonRetry,
});

export const verificationActivities = proxyActivities<Pick<AmazonActivities, 'verifyConnection' | 'verifyReuse'>>({
  summary: 'verify that the seller takes part in the marketplace',
  startToCloseTimeout: '30 seconds',
  retry: { ...amazonRetry, maximumInterval: '1 minute' },
});

/** Gives up after a day: an outage changes no status, and the fleet watch checks again anyway. */
export const checkActivities = proxyActivities<Pick<AmazonActivities, 'checkConnection'>>({
  summary: 'check the connection',
  startToCloseTimeout: '30 seconds',
  scheduleToCloseTimeout: '1 day',
  retry: { ...amazonRetry, maximumInterval: '10 minutes' },
});

/** A round limits itself to a third of this; the missing heartbeat reveals a worker that has died. */
export const watchActivities = proxyActivities<WatchActivities>({
  summary: 'check the connections that are due',
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** A batch takes as long as its rate limit says; the missing heartbeat reveals a worker that has died. */
export const importActivities = proxyActivities<ImportActivities>({
  summary: 'process the next rows of the import',
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

export const mailActivities = proxyActivities<Pick<MailActivities, 'deliverMessage'>>({
  summary: 'deliver the e-mail',
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '15 seconds',
  scheduleToCloseTimeout: '3 days',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '30 minutes' },
});

export const mailRecordActivities = proxyActivities<Pick<MailActivities, 'giveUpMessage'>>({
  startToCloseTimeout: '10 seconds',
});
