import { CancelledFailure, Context, heartbeat, log, sleep } from '@temporalio/activity';
import type { ConsentToVerify } from '../adapters/postgres/consents/consents.ts';
import type { Repositories } from '../adapters/postgres/index.ts';
import { reason } from '../domain/reasons.ts';
import { addFault, type TimelineDeps } from './call-amazon.ts';
import type { AmazonActivities, Refused } from './contract.ts';
import { AmazonFault, type AmazonSeller } from './ports.ts';
import { toApplicationFailure } from './to-application-failure.ts';
import { withHeartbeat } from './with-heartbeat.ts';

/** Amazon's. Not scaled with the year, because it belongs to a consent. */
const codeLifetimeMs = 5 * 60_000;
/** An exchange that starts later may get its answer too late. */
const lastChanceBeforeEndMs = 15_000;
const [minSaveDelayMs, maxSaveDelayMs] = [200, 10_000];
/** Heartbeat details: Amazon may have taken the code, and its answer is not stored. */
const codeSent = 'code sent';

export interface ExchangeDeps extends TimelineDeps {
  readonly amazon: Pick<AmazonSeller, 'exchangeCode'>;
  readonly consents: Pick<Repositories['consents'], 'loadConsent' | 'saveRefreshToken'>;
}

type Exchange = Awaited<ReturnType<AmazonActivities['exchangeAuthorizationCode']>>;

interface Sending {
  readonly consent: ConsentToVerify;
  /** Decrypted. */
  readonly code: string;
  readonly attempt: number;
  readonly sentAt: number;
  /** An earlier attempt sent the code, and its answer is unknown. */
  readonly wasSent: boolean;
}

/**
 * Amazon takes a code once: its answer is stored however long PostgreSQL is away, and only a worker that ends meanwhile
 * loses it, which the next attempt says. A consent whose code has been exchanged or refused is not sent again.
 */
export async function exchangeAuthorizationCode(deps: ExchangeDeps, consentId: string): Promise<Exchange> {
  const consent = await deps.consents.loadConsent(consentId);
  if (!consent) return refused('disconnected_by_admin');
  // Exchanged by an earlier attempt whose result was lost, or before the workflow was reset.
  if (consent.refreshToken !== undefined || consent.isAdopted) return { outcome: 'exchanged' };
  if (consent.refusal) return { outcome: 'refused', reason: consent.refusal };
  if (consent.code === undefined) return refused('code_expired');
  const { attempt, heartbeatDetails } = Context.current().info;
  const sending = { consent, code: consent.code, attempt, sentAt: Date.now(), wasSent: heartbeatDetails === codeSent };
  try {
    return await withHeartbeat(() => sendCode(deps, sending), codeSent);
  } catch (error) {
    // Cancelled while it was being stored, or Amazon's answer did not arrive.
    const mayBeTaken = error instanceof CancelledFailure || (error instanceof AmazonFault && error.kind === 'outage');
    if (!mayBeTaken && !sending.wasSent) heartbeat();
    if (error instanceof AmazonFault) return retryWhileValid(deps, sending, error);
    throw error;
  }
}

async function sendCode({ amazon, consents }: ExchangeDeps, { consent, code, wasSent }: Sending): Promise<Exchange> {
  const answer = await amazon.exchangeCode(code, consent.redirectUri);
  if (answer.kind === 'code_rejected') return refused(wasSent ? 'exchange_interrupted' : 'code_expired');
  if (answer.kind !== 'exchanged') return refused(answer.kind);
  await retryUntilSaved(() => consents.saveRefreshToken(consent.consentId, answer.refreshToken));
  return { outcome: 'exchanged' };
}

/** Makes Temporal send the code again, after the time that Amazon asks for, but while the code is valid. */
async function retryWhileValid(
  { stores }: ExchangeDeps,
  { consent, attempt, sentAt }: Sending,
  fault: AmazonFault,
): Promise<Exchange> {
  await addFault(stores, consent.storeId, consent.consentId, fault);
  // No seller has to do anything while Amazon refuses our own application.
  if (fault.kind === 'application') throw toApplicationFailure(fault);
  const endsAt = Date.parse(consent.receivedAt) + codeLifetimeMs;
  const leftMs = endsAt - lastChanceBeforeEndMs - Date.now();
  if (leftMs > 0) throw toApplicationFailure(fault, { maxRetryDelayMs: leftMs });
  return refused(attempt === 1 && sentAt > endsAt ? 'code_expired' : 'exchange_timed_out');
}

/** Ends only with the activity: when it is cancelled, or when its worker shuts down. */
async function retryUntilSaved(save: () => Promise<void>): Promise<void> {
  for (let delayMs = minSaveDelayMs; ; delayMs = Math.min(delayMs * 2, maxSaveDelayMs)) {
    try {
      return await save();
    } catch (error) {
      log.warn("Storing Amazon's answer failed; trying again", { delayMs, error: String(error) });
    }
    await sleep(delayMs);
  }
}

function refused(
  code:
    | 'code_expired'
    | 'exchange_interrupted'
    | 'exchange_timed_out'
    | 'no_refresh_token'
    | 'account_not_eligible'
    | 'disconnected_by_admin',
): Refused {
  return { outcome: 'refused', reason: reason(code) };
}
