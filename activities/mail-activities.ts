import type { MailActivities } from './contract.ts';
import { asFailure } from './to-application-failure.ts';
import type { Mailer, MessageRecords, NoticeRecords } from './ports.ts';
import { MailFault } from './ports.ts';
import { whileAlive } from './with-heartbeat.ts';

/** Messages to the people of a store, and notices to operators: a store's timeline says what became of the former. */
export function createMailActivities(messages: MessageRecords, notices: NoticeRecords, mailer: Mailer): MailActivities {
  return {
    async deliverMessage(messageId) {
      const message = (await messages.loadMessage(messageId)) ?? (await notices.loadNotice(messageId));
      if (!message) return;
      try {
        await whileAlive(() => mailer.send(message));
      } catch (error) {
        if (error instanceof MailFault) await messages.noteMessageTrouble(messageId, 'delayed');
        throw asFailure(error);
      }
      await ('alarm' in message ? notices.markNoticeSent(messageId) : messages.markMessageSent(messageId));
    },
    giveUpMessage: (messageId) => messages.noteMessageTrouble(messageId, 'failed'),
  };
}
