import type { Logger } from 'pino';
import { pauseBeforeRetryMs, type WebhookRetries } from '../../domain/webhook-retries.ts';
import type { Bell } from './bell.ts';
import type { AttemptResult, DueDelivery, EndpointWork, WebhookOutbox } from './ports.ts';
import type { SendWebhook, WebhookAnswer } from './send-webhook.ts';
import { signWebhook } from './sign-webhook.ts';

export interface LaneDeps {
  readonly outbox: WebhookOutbox;
  readonly send: SendWebhook;
  readonly retries: WebhookRetries;
  readonly log: Logger;
}

interface Lane {
  readonly webhookId: string;
  /** Rung when something may be due. */
  readonly bell: Bell;
  /** Nothing new is begun. */
  readonly isStopping: () => boolean;
  /** What is under way is cut off. */
  readonly cut: AbortSignal;
}

const deliveriesAtOnce = 25;
const longestSleepMs = 60_000;

/**
 * Delivers to one endpoint until nothing waits for it. Stores go beside each other; of one store the next event is
 * begun when the result of the one before is noted. A result is noted after the answer: a process that dies in between
 * sends the same once more.
 */
export async function runLane(
  { outbox, send, retries, log }: LaneDeps,
  { webhookId, bell, isStopping, cut }: Lane,
): Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  const finished: (AttemptResult & { readonly answer: WebhookAnswer })[] = [];
  let failingForMs = 0;
  for (;;) {
    await noteFinished();
    if (cut.aborted) break;
    const sleepMs = isStopping() ? undefined : await beginDue();
    if (sleepMs === undefined && underWay.size === 0) break;
    await bell.sleep(sleepMs ?? longestSleepMs);
  }
  await Promise.all(underWay.values());
  await noteFinished();

  /** Answers how long nothing else is due; undefined when nothing waits. */
  async function beginDue(): Promise<number | undefined> {
    const room = deliveriesAtOnce - underWay.size;
    if (room <= 0) return longestSleepMs;
    const work = await outbox.loadWork(webhookId, room, [...underWay.keys()]);
    if (!work || work.deliveries.length === 0) return undefined;
    ({ failingForMs } = work);
    for (const delivery of work.deliveries) {
      if (delivery.dueInMs > 0) return Math.min(delivery.dueInMs, longestSleepMs);
      underWay.set(delivery.id, attempt(work, delivery));
    }
    return longestSleepMs;
  }

  async function attempt({ url, secrets }: EndpointWork, delivery: DueDelivery): Promise<void> {
    const at = new Date();
    const { id, eventId, body } = delivery;
    const headers = signWebhook({ eventId, body, at }, secrets);
    const answer = await send({ url, headers, body, signal: cut });
    const durationMs = Date.now() - at.getTime();
    const noted = { at: at.toISOString(), ...whatHappened(answer), durationMs };
    if (answer.kind === 'cut') underWay.delete(id);
    else finished.push({ id, answer, attempt: noted, outcome: outcomeOf(answer, delivery, durationMs) });
    bell.ring();
  }

  function outcomeOf(answer: WebhookAnswer, delivery: DueDelivery, durationMs: number): AttemptResult['outcome'] {
    if (isDelivered(answer)) return 'delivered';
    const asked = answer.kind === 'answered' ? answer.askedPauseMs : undefined;
    const attemptNumber = delivery.tries + 1;
    const sinceFirstMs = delivery.tries === 0 ? 0 : delivery.sinceFirstMs + durationMs;
    const failed = { attempt: attemptNumber, sinceFirstMs, askedPauseMs: asked, chance: Math.random() };
    const retryInMs = pauseBeforeRetryMs(failed, retries);
    return retryInMs === undefined ? 'failed' : { retryInMs };
  }

  async function noteFinished(): Promise<void> {
    const noted = finished.splice(0);
    if (noted.length === 0) return;
    await outbox.noteResults(webhookId, noted);
    for (const { id } of noted) underWay.delete(id);
    await noteHealth(noted.map(({ answer }) => answer));
  }

  async function noteHealth(answers: readonly WebhookAnswer[]): Promise<void> {
    if (answers.some((answer) => answer.kind === 'answered' && answer.statusCode === 410)) return disable('gone');
    if (answers.some(isDelivered)) {
      if (failingForMs > 0) await outbox.markAnswering(webhookId);
      failingForMs = 0;
    } else if (failingForMs >= retries.disableAfterMs) await disable('failing');
    else if (failingForMs === 0) await outbox.markFailing(webhookId);
  }

  async function disable(reason: 'gone' | 'failing'): Promise<void> {
    await outbox.disable(webhookId, reason);
    log.warn({ webhookId, reason }, 'A webhook was disabled; it gets nothing until it is enabled again');
  }
}

function isDelivered(answer: WebhookAnswer): boolean {
  return answer.kind === 'answered' && answer.statusCode >= 200 && answer.statusCode < 300;
}

function whatHappened(answer: WebhookAnswer): { statusCode?: number; error?: string } {
  if (answer.kind === 'cut') return {};
  if (answer.kind === 'unreachable') return { error: answer.error };
  const { statusCode } = answer;
  if (isDelivered(answer)) return { statusCode };
  const more = statusCode >= 300 && statusCode < 400 ? '; redirects are not followed' : '';
  return { statusCode, error: `The endpoint answered ${statusCode}${more}.` };
}
