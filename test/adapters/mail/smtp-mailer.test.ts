import { once } from 'node:events';
import { createServer } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MailFault, type OutgoingMessage } from '../../../activities/ports.ts';
import { SmtpMailer } from '../../../adapters/mail/smtp-mailer.ts';

const inbox: { to: readonly string[]; mail: ParsedMail }[] = [];
/** SMTP reply codes by recipient. Every other recipient is accepted. */
const refusals = new Map<string, number>();
let onDataCode: number | undefined;
let server: SMTPServer;
let mailer: SmtpMailer;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onAuth: (_auth, _session, done) => done(smtpError(535, 'Authentication failed')),
    onRcptTo({ address }, _session, done) {
      const code = refusals.get(address);
      done(code === undefined ? undefined : smtpError(code, `mailbox ${address} says no`));
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        if (onDataCode !== undefined) return done(smtpError(onDataCode, 'looks like spam'));
        inbox.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
        return done();
      }, done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  mailer = new SmtpMailer({
    smtpUrl: `smtp://127.0.0.1:${portOf(server.server)}`,
    from: 'Perennial <perennial@example.com>',
  });
});
afterEach(() => {
  mailer.close();
  inbox.length = 0;
  refusals.clear();
  onDataCode = undefined;
});

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function portOf(listening: { address(): unknown }): number {
  const address = listening.address();
  if (typeof address === 'object' && address !== null && 'port' in address && typeof address.port === 'number')
    return address.port;
  throw new Error('No port');
}

function messageOf(more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    messageId: 'message-1',
    to: ['one@example.com'],
    stores: [
      { storeId: 's1', name: 'Store, USA; é', country: 'US', website: 'base' },
      { storeId: 's2', name: 'Store Canada', country: 'CA', website: 'base' },
    ],
    link: 'http://localhost:3000/connect/token-1',
    linkValidUntil: '2027-10-11T14:03:09.000Z',
    content: { kind: 'renewal', days: -14, expiresAt: '2027-10-25T14:03:09.000Z' },
    ...more,
  };
}

const renewal = (days: number) =>
  messageOf({ content: { kind: 'renewal', days, expiresAt: '2027-10-25T14:03:09.000Z' } });

async function faultOf(message: OutgoingMessage): Promise<MailFault> {
  const error: unknown = await mailer.send(message).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MailFault)) throw new Error(`Not a MailFault: ${String(error)}`);
  expect(error.cause).toBeUndefined();
  expect(`${error.message}${error.stack}`).not.toContain('@example.com');
  return error;
}

const recipients = () => inbox.flatMap(({ to }) => to).toSorted();

describe('sending', () => {
  it('delivers text and HTML from our sender', async () => {
    await mailer.send(messageOf());
    const [{ mail } = { mail: undefined }] = inbox;
    expect(mail?.from?.text).toBe('"Perennial" <perennial@example.com>');
    expect(mail?.subject).toContain('Store, USA; é and 1 more: Amazon authorization ends in 14 days');
    expect(mail?.text).toContain('http://localhost:3000/connect/token-1');
    expect(mail?.html).toContain('href="http://localhost:3000/connect/token-1"');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('has the same Message-ID each time the same message is sent', async () => {
    await mailer.send(messageOf());
    await mailer.send(messageOf());
    await mailer.send(messageOf({ messageId: 'message-2' }));
    expect(inbox.map(({ mail }) => mail.messageId)).toEqual([
      '<message-1@perennial>',
      '<message-1@perennial>',
      '<message-2@perennial>',
    ]);
  });

  it('sends every recipient a separate mail', async () => {
    await mailer.send(messageOf({ to: ['one@example.com', 'two@example.com', 'one@example.com'] }));
    expect(recipients()).toEqual(['one@example.com', 'two@example.com']);
    for (const { to, mail } of inbox) expect([mail.to].flat().map((header) => header?.text)).toEqual(to);
  });
});

describe('the calendar entry', () => {
  it('is attached to a reminder before the end, names the stores and has no link', async () => {
    await mailer.send(messageOf());
    const [attachment] = inbox[0]?.mail.attachments ?? [];
    expect(attachment?.contentType).toBe('text/calendar');
    const calendar = unfold(attachment?.content.toString('utf8') ?? '');
    expect(calendar).toContain('DTSTART:20271025T140309Z');
    expect(calendar).toContain('SUMMARY:Amazon authorization ends: Store\\, USA\\; é\\, Store Canada');
    expect(calendar).not.toContain('/connect/');
  });

  it('is the same entry in every reminder of the year, whatever the order of the stores', async () => {
    await mailer.send(renewal(-30));
    await mailer.send({ ...renewal(-1), stores: messageOf().stores.toReversed() });
    const uids = inbox.map(({ mail }) => /^UID:(.+)$/m.exec(mail.attachments[0]?.content.toString('utf8') ?? '')?.[1]);
    expect(uids[0]).toMatch(/@perennial/);
    expect(uids[1]).toBe(uids[0]);
  });

  it('is omitted once the year has ended', async () => {
    await mailer.send(renewal(0));
    await mailer.send(renewal(7));
    await mailer.send(
      messageOf({ content: { kind: 'connect_again', reason: { code: 'disconnected_by_admin', params: {} } } }),
    );
    expect(inbox.map(({ mail }) => mail.attachments)).toEqual([[], [], []]);
  });
});

describe('a failure', () => {
  it('answered with 450 to the address, or 451 to the message, is retried', async () => {
    refusals.set('one@example.com', 450);
    expect((await faultOf(messageOf())).message).toContain('450 to RCPT TO');
    refusals.clear();
    onDataCode = 451;
    expect((await faultOf(messageOf())).message).toContain('451 to DATA');
  });

  it('answered with 550 to the address, or 554 to the message, is a refusal for good', async () => {
    const to = ['one@example.com', 'two@example.com'];
    refusals.set('one@example.com', 550);
    const report = await mailer.send(messageOf({ to }));
    expect(report).toMatchObject({ reached: ['two@example.com'], refused: ['one@example.com'] });
    expect(report.replies).toBe('The mail server replied 550 to RCPT TO (EENVELOPE)');
    refusals.clear();
    onDataCode = 554;
    expect(await mailer.send(messageOf({ to }))).toMatchObject({ reached: [], refused: to });
  });

  it('for good sends the message to the substitute instead, once', async () => {
    refusals.set('one@example.com', 550);
    const substitutes = [
      { instead: 'one@example.com', to: 'owner@example.com' },
      { instead: 'two@example.com', to: 'other@example.com' },
    ];
    const report = await mailer.send(messageOf({ to: ['one@example.com', 'two@example.com'], substitutes }));
    expect(report.reached.toSorted()).toEqual(['owner@example.com', 'two@example.com']);
    expect(recipients()).toEqual(['owner@example.com', 'two@example.com']);
  });

  it('of our own password is never permanent and never shows it', async () => {
    mailer.close();
    const smtpUrl = `smtp://user:pass-word-1@127.0.0.1:${portOf(server.server)}`;
    mailer = new SmtpMailer({ smtpUrl, from: 'perennial@example.com' });
    const fault = await faultOf(messageOf());
    expect(fault.permanent).toBe(false);
    expect(fault.message).toContain('535 to AUTH');
    expect(fault.message).not.toContain('pass-word-1');
  });

  it('to encrypt, where TLS is required, ends before a password or a message is sent', async () => {
    mailer.close();
    const options = { requireTls: true, from: 'perennial@example.com' };
    mailer = new SmtpMailer({ smtpUrl: `smtp://user:pass-word-1@127.0.0.1:${portOf(server.server)}`, ...options });
    const withoutTls = await faultOf(messageOf());
    expect(withoutTls).toMatchObject({ permanent: false, message: expect.stringContaining('STARTTLS') });

    mailer.close();
    // Its certificate is self-signed.
    const untrusted = new SMTPServer({ authOptional: true, disableReverseLookup: true });
    untrusted.on('error', () => undefined);
    untrusted.listen(0, '127.0.0.1');
    await once(untrusted.server, 'listening');
    mailer = new SmtpMailer({ smtpUrl: `smtp://127.0.0.1:${portOf(untrusted.server)}`, ...options });
    expect((await faultOf(messageOf())).permanent).toBe(false);
    await new Promise<void>((resolve) => untrusted.close(() => resolve()));
    expect(inbox).toEqual([]);
  });

  it('to connect is not permanent', async () => {
    mailer.close();
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const port = portOf(closed);
    closed.close();
    await once(closed, 'close');
    mailer = new SmtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'perennial@example.com' });
    expect((await faultOf(messageOf())).permanent).toBe(false);
  });

  it('of a server that never greets ends after the timeout', async () => {
    mailer.close();
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    mailer = new SmtpMailer({
      smtpUrl: `smtp://127.0.0.1:${portOf(silent)}`,
      from: 'perennial@example.com',
      timeoutMs: 200,
    });
    expect((await faultOf(messageOf())).permanent).toBe(false);
    mailer.close();
    silent.close();
  });

  it('for some addresses is retried for those only', async () => {
    const message = messageOf({ to: ['one@example.com', 'two@example.com', 'three@example.com'] });
    refusals.set('two@example.com', 450);
    const fault = await faultOf(message);
    expect(fault.permanent).toBe(false);
    expect(fault.message).toMatch(/^1 of 3 addresses not reached/);
    expect(recipients()).toEqual(['one@example.com', 'three@example.com']);
    refusals.clear();
    await mailer.send(message);
    expect(recipients()).toEqual(['one@example.com', 'three@example.com', 'two@example.com']);
  });

  it('is retried while one address may still be reached', async () => {
    refusals.set('one@example.com', 550);
    refusals.set('two@example.com', 450);
    expect((await faultOf(messageOf({ to: ['one@example.com', 'two@example.com'] }))).permanent).toBe(false);
  });
});

function unfold(calendar: string): string {
  return calendar.replaceAll(/\r?\n[ \t]/g, '');
}
