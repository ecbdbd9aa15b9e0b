import type { Repositories } from '../adapters/postgres/index.ts';
import type { MailActivities } from './contract.ts';
import { type Mailer, MailFault } from './ports.ts';
import { toApplicationFailure } from './to-application-failure.ts';
import { withHeartbeat } from './with-heartbeat.ts';

export interface MailActivityDeps {
  readonly messages: Pick<
    Repositories['messages'],
    'loadMessage' | 'recordDelivery' | 'markMessageDelayed' | 'markMessageFailed'
  >;
  readonly notices: Pick<Repositories['notices'], 'loadNotice' | 'markNoticeSent'>;
  readonly mailer: Mailer;
}

export function createMailActivities(deps: MailActivityDeps): MailActivities {
  return {
    deliverMessage: (messageId) => deliverMessage(deps, messageId),
    giveUpMessage: (messageId) => deps.messages.markMessageFailed(messageId),
  };
}

/**
 * An e-mail to people of a store, whose result the timeline shows, or a notice to operators. Fails for good when the mail
 * server refuses every address, which by then is recorded.
 */
async function deliverMessage({ messages, notices, mailer }: MailActivityDeps, messageId: string): Promise<void> {
  const message = (await messages.loadMessage(messageId)) ?? (await notices.loadNotice(messageId));
  if (!message) return;
  const report = await withHeartbeat(() => mailer.send(message)).catch(async (error: unknown) => {
    if (error instanceof MailFault) await messages.markMessageDelayed(messageId);
    throw toApplicationFailure(error);
  });
  const isReached = report.reached.length > 0;
  if (!('alarm' in message)) await messages.recordDelivery(messageId, report);
  else if (isReached) await notices.markNoticeSent(messageId);
  if (!isReached) throw toApplicationFailure(new MailFault(`Every address was refused: ${report.replies}`, true));
}
