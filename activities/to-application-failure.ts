import { ApplicationFailure } from '@temporalio/activity';
import { AmazonFault, MailFault } from './ports.ts';

/**
 * The one place where an adapter's fault becomes a failure of Temporal. Faults of Amazon are retried until they pass,
 * after the time that Amazon asks for, but `maxRetryDelayMs` at most. Any other error is a bug and stays as it is.
 */
export function toApplicationFailure(error: unknown, { maxRetryDelayMs = Infinity } = {}): unknown {
  if (error instanceof AmazonFault) {
    return ApplicationFailure.create({
      type: `amazon_${error.kind}`,
      message: error.message,
      details: error.requestId ? [{ amazonRequestId: error.requestId }] : [],
      nextRetryDelay: error.retryAfterMs === undefined ? undefined : Math.min(error.retryAfterMs, maxRetryDelayMs),
    });
  }
  if (error instanceof MailFault) {
    return ApplicationFailure.create({
      type: 'mail',
      message: error.message,
      nonRetryable: error.permanent,
    });
  }
  return error;
}
