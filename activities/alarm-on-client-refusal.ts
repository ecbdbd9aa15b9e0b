import { log } from '@temporalio/activity';
import type { Alarms } from './alarms.ts';
import type { AmazonSeller } from './ports.ts';
import { AmazonFault } from './ports.ts';

/**
 * The one place where Amazon's refusal of our own client id or secret becomes an alarm of operators, and its first
 * whole answer ends it: an exchanged code says nothing yet about the Selling Partner API.
 */
export function reportRefusals(amazon: AmazonSeller, alarms: Alarms): AmazonSeller {
  async function watched<T>(call: Promise<T>, isWhole: (answer: T) => boolean): Promise<T> {
    try {
      const answer = await call;
      if (isWhole(answer)) await quietly(alarms.close('application_refused'));
      return answer;
    } catch (error) {
      if (error instanceof AmazonFault && error.refusesClient)
        await quietly(alarms.open({ kind: 'application_refused', params: { answer: error.message } }));
      throw error;
    }
  }

  return {
    exchangeCode: (code, redirectUri) => watched(amazon.exchangeCode(code, redirectUri), () => false),
    listParticipations: (refreshToken, region) =>
      watched(amazon.listParticipations(refreshToken, region), ({ kind }) => kind === 'participations'),
  };
}

/** An answer of Amazon is worth more than what is said about it; the next call says it again. */
async function quietly(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => log.warn('An alarm could not be recorded', { error }));
}
