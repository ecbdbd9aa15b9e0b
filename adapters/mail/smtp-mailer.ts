import { createTransport, type Transporter } from 'nodemailer';
import type { DeliveryReport, MailFault, Mailer } from '../../activities/ports.ts';
import { describeFaults, joinMailFaults, toMailFault } from './mail-fault.ts';
import { renderCalendar } from './render-calendar.ts';
import { renderMessage } from './render-message.ts';
import { renderNotice } from './render-notice.ts';

export interface SmtpMailerOptions {
  /** `smtp://` or `smtps://`, with user and password if the server requires them. */
  readonly smtpUrl: string;
  /** Sends nothing before the connection is encrypted and the server's certificate is verified. */
  readonly requireTls?: boolean;
  readonly from: string;
  /** Of each step of a delivery; 10 seconds by default. */
  readonly timeoutMs?: number;
}

type Message = Parameters<Mailer['send']>[0];

/** How many partly delivered messages are remembered. */
const maxRemembered = 1000;

/**
 * Sends over SMTP, one e-mail per address, so that recipients do not see each other. A retry in the same process skips
 * the addresses that were reached; after a retry in another process, mail servers recognize the Message-ID.
 */
export class SmtpMailer implements Mailer {
  private readonly from: string;
  private readonly transport: Transporter;
  /** The addresses that were reached, by the id of a partly delivered message. */
  private readonly reachedAddresses = new Map<string, Set<string>>();

  constructor({ smtpUrl, requireTls = false, from, timeoutMs = 10_000 }: SmtpMailerOptions) {
    this.from = from;
    this.transport = createTransport({
      url: smtpUrl,
      requireTLS: requireTls,
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
  }

  async send(message: Message): Promise<DeliveryReport> {
    const { messageId } = message;
    const mail = composeMail(message, this.from);
    const results = new Map<string, MailFault | undefined>();
    for (const address of this.reachedAddresses.get(messageId) ?? []) results.set(address, undefined);
    await this.deliverToAll(mail, message.to, results);
    const { refused } = reportOf(results);
    const substitutes = 'substitutes' in message ? (message.substitutes ?? []) : [];
    const instead = substitutes.filter((substitute) => refused.includes(substitute.instead));
    await this.deliverToAll(
      mail,
      instead.map(({ to }) => to),
      results,
    );
    this.reachedAddresses.delete(messageId);
    const report = reportOf(results);
    const faults = [...results.values()].flatMap((fault) => (fault && !fault.permanent ? [fault] : []));
    if (faults.length === 0) return report;
    if (report.reached.length > 0) this.remember(messageId, new Set(report.reached));
    throw joinMailFaults(faults, results.size);
  }

  close(): void {
    this.transport.close();
  }

  private async deliver(mail: ReturnType<typeof composeMail>, address: string): Promise<MailFault | undefined> {
    try {
      // As an object, so that an address is never parsed as a list.
      await this.transport.sendMail({ ...mail, to: { name: '', address } });
      return undefined;
    } catch (error) {
      return toMailFault(error);
    }
  }

  /** Adds the result of each address that has none. */
  private async deliverToAll(
    mail: ReturnType<typeof composeMail>,
    to: readonly string[],
    results: Map<string, MailFault | undefined>,
  ): Promise<void> {
    const addresses = [...new Set(to)].filter((address) => !results.has(address));
    await Promise.all(addresses.map(async (address) => results.set(address, await this.deliver(mail, address))));
  }

  private remember(messageId: string, reached: Set<string>): void {
    this.reachedAddresses.set(messageId, reached);
    const [oldest] = this.reachedAddresses.keys();
    if (this.reachedAddresses.size > maxRemembered && oldest !== undefined) this.reachedAddresses.delete(oldest);
  }
}

function reportOf(results: ReadonlyMap<string, MailFault | undefined>): DeliveryReport {
  const entries = [...results];
  return {
    reached: entries.flatMap(([address, fault]) => (fault ? [] : [address])),
    refused: entries.flatMap(([address, fault]) => (fault?.permanent ? [address] : [])),
    replies: describeFaults(entries.flatMap(([, fault]) => (fault?.permanent ? [fault] : []))),
  };
}

function composeMail(message: Message, from: string) {
  const isNotice = 'alarm' in message;
  const calendar = isNotice ? undefined : renderCalendar(message);
  return {
    ...(isNotice ? renderNotice(message) : renderMessage(message)),
    from,
    messageId: `<${message.messageId}@perennial>`,
    // RFC 3834: suppresses out-of-office replies.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: calendar === undefined ? [] : [calendarAttachment(calendar)],
  };
}

function calendarAttachment(content: string) {
  return {
    filename: 'authorization.ics',
    content,
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  };
}
