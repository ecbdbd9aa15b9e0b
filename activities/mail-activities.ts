import type { MailActivities } from './contract.ts';
import { asFailure } from './failures.ts';
import type { Mailer, MessageRecords } from './ports.ts';
import { MailFault } from './ports.ts';

export function createMailActivities(messages: MessageRecords, mailer: Mailer): MailActivities {
  return {
    async deliverMessage(messageId) {
      const message = await messages.loadMessage(messageId);
      if (!message) return;
      try {
        await mailer.send(message);
      } catch (error) {
        if (error instanceof MailFault) await messages.noteMessageTrouble(messageId, 'delayed');
        throw asFailure(error);
      }
      await messages.markMessageSent(messageId);
    },
    giveUpMessage: (messageId) => messages.noteMessageTrouble(messageId, 'failed'),
  };
}
