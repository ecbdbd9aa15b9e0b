import { createTransport } from 'nodemailer';
import type { Mailer } from '../../activities/ports.ts';
import { MailFault } from '../../activities/ports.ts';
import { joinMailFaults, toMailFault } from './mail-fault.ts';
import { renderCalendar } from './render-calendar.ts';
import { renderMessage } from './render-message.ts';
import { renderNotice } from './render-notice.ts';

export interface MailerOptions {
  /** `smtp://` or `smtps://`, with user and password if the server requires them. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Of each step of a delivery; 10 seconds by default. */
  readonly timeoutMs?: number;
}

/** How many partly delivered messages are remembered. */
const maxRemembered = 1000;

/**
 * Sends over SMTP, one e-mail per address, so that recipients do not see each other. A retry in the same process skips
 * the addresses that were reached; after a retry in another process, mail servers recognize the Message-ID.
 */
export function createMailer({ smtpUrl, from, timeoutMs = 10_000 }: MailerOptions): Mailer & { close(): void } {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 3,
    // Temporal retries failures; this only covers a pooled connection that the server has closed.
    maxRequeues: 1,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const delivered = new Map<string, Set<string>>();

  return {
    async send(message) {
      const { messageId } = message;
      const calendar = 'alarm' in message ? undefined : renderCalendar(message);
      const mail = {
        ...('alarm' in message ? renderNotice(message) : renderMessage(message)),
        from,
        messageId: `<${messageId}@perennial>`,
        // RFC 3834: suppresses out-of-office replies.
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: calendar
          ? [
              {
                filename: 'authorization.ics',
                content: calendar,
                contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
              },
            ]
          : [],
      };
      const addresses = [...new Set(message.to)];
      const reached = delivered.get(messageId) ?? new Set<string>();
      const faults = await Promise.all(
        addresses
          .filter((address) => !reached.has(address))
          .map(async (address) => {
            try {
              // As an object, so that an address is never parsed as a list.
              await transport.sendMail({ ...mail, to: { name: '', address } });
              reached.add(address);
              return undefined;
            } catch (error) {
              return toMailFault(error);
            }
          }),
      );
      const failed = faults.filter((fault) => fault instanceof MailFault);
      delivered.delete(messageId);
      if (failed.length === 0) return;
      const fault = joinMailFaults(failed, addresses.length);
      if (!fault.permanent && reached.size > 0) remember(messageId, reached);
      throw fault;
    },
    close: () => transport.close(),
  };

  function remember(messageId: string, reached: Set<string>): void {
    delivered.set(messageId, reached);
    const [oldest] = delivered.keys();
    if (delivered.size > maxRemembered && oldest !== undefined) delivered.delete(oldest);
  }
}
