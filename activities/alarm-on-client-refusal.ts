import { log } from '@temporalio/activity';
import type { Alarms } from './alarms.ts';
import { AmazonFault, type AmazonSeller } from './ports.ts';

/** Opens an alarm when Amazon refuses our own client id or secret, and closes it when the Selling Partner API answers. */
export function alarmOnClientRefusal(amazon: AmazonSeller, alarms: Alarms): AmazonSeller {
  return {
    exchangeCode: (code, redirectUri) => alarmIfRefused(alarms, amazon.exchangeCode(code, redirectUri)),

    async listParticipations(refreshToken, region) {
      const answer = await alarmIfRefused(alarms, amazon.listParticipations(refreshToken, region));
      if (answer.kind === 'participations') await logFailure(alarms.close('application_refused'));
      return answer;
    },

    identifySeller: (refreshToken, country) => alarmIfRefused(alarms, amazon.identifySeller(refreshToken, country)),
    describeAccount: (refreshToken, region) => alarmIfRefused(alarms, amazon.describeAccount(refreshToken, region)),
  };
}

async function alarmIfRefused<T>(alarms: Alarms, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof AmazonFault && error.refusesClient)
      await logFailure(alarms.open({ kind: 'application_refused', params: { answer: error.message } }));
    throw error;
  }
}

/** Amazon's answer must not get lost because the alarm could not be recorded; the next call records it. */
async function logFailure(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => log.warn('Recording an alarm failed', { error }));
}
