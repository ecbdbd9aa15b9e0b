import type { Repositories } from '../adapters/postgres/index.ts';
import type { MailActivities } from './contract.ts';
import { type Mailer, MailFault } from './ports.ts';
import { toApplicationFailure } from './to-application-failure.ts';
import { withHeartbeat } from './with-heartbeat.ts';

export interface MailActivityDeps {
  readonly messages: Pick<
    Repositories['messages'],
    'loadMessage' | 'markMessageSent' | 'markMessageDelayed' | 'markMessageFailed'
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

/** An e-mail to people of a store, whose result the timeline shows, or a notice to operators. */
async function deliverMessage({ messages, notices, mailer }: MailActivityDeps, messageId: string): Promise<void> {
  const message = (await messages.loadMessage(messageId)) ?? (await notices.loadNotice(messageId));
  if (!message) return;
  try {
    await withHeartbeat(() => mailer.send(message));
  } catch (error) {
    if (error instanceof MailFault) await messages.markMessageDelayed(messageId);
    throw toApplicationFailure(error);
  }
  await ('alarm' in message ? notices.markNoticeSent(messageId) : messages.markMessageSent(messageId));
}
