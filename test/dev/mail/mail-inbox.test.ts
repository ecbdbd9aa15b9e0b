import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startMailInbox } from '../../../dev/mail/mail-inbox.ts';
import type { MailInbox } from '../../../dev/mail/mail-inbox.ts';

const listed = z.array(
  z.looseObject({
    id: z.string(),
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    date: z.iso.datetime(),
    text: z.string(),
    html: z.string(),
    headers: z.record(z.string(), z.string()),
    attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), size: z.number() })),
  }),
);

describe('startMailInbox', () => {
  let dir: string;
  let inbox: MailInbox;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'inbox-'));
    inbox = await startMailInbox({ dir, smtpPort: 0, uiPort: 0 });
  });

  afterEach(async () => {
    await inbox.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const urlOf = (path: string): string => `http://127.0.0.1:${inbox.uiPort}${path}`;
  const list = async (query = ''): Promise<z.output<typeof listed>> =>
    listed.parse(await (await fetch(urlOf(`/api/messages${query}`))).json());

  async function send(to: string, subject: string, html = '<p>Hello</p>'): Promise<void> {
    const transport = createTransport({ host: '127.0.0.1', port: inbox.smtpPort });
    await transport.sendMail({
      from: 'Perennial <perennial@localhost>',
      to,
      subject,
      text: 'Hello',
      html,
      messageId: '<one@perennial>',
      attachments: [{ filename: 'renewals.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }],
    });
    transport.close();
  }

  it('stores a mail and serves all of it', async () => {
    await send('seller@example.com', 'Vernieuw uw winkel ✓');
    const [message] = await list();
    expect(message).toMatchObject({
      from: '"Perennial" <perennial@localhost>',
      to: ['seller@example.com'],
      subject: 'Vernieuw uw winkel ✓',
      html: '<p>Hello</p>',
      headers: { messageId: '<one@perennial>' },
      attachments: [{ filename: 'renewals.ics', contentType: 'text/calendar', size: 15 }],
    });
    expect(message?.text.trim()).toBe('Hello');
  });

  it('lists mails newest first, and filters by recipient, subject and id', async () => {
    await send('a@example.com', 'First');
    await send('b@example.com', 'Second');
    expect((await list()).map(({ subject }) => subject)).toEqual(['Second', 'First']);
    expect((await list('?to=A@example.com')).map(({ subject }) => subject)).toEqual(['First']);
    expect((await list('?subject=sec')).map(({ to }) => to)).toEqual([['b@example.com']]);
    const [newest, oldest] = await list();
    expect(await list(`?after=${oldest?.id}`)).toEqual([newest]);
    expect(await list(`?after=${newest?.id}`)).toEqual([]);
  });

  it('still has every mail after a restart, until they are deleted', async () => {
    await send('a@example.com', 'First');
    await inbox.stop();
    inbox = await startMailInbox({ dir, smtpPort: 0, uiPort: 0 });
    expect(await list()).toHaveLength(1);
    expect((await fetch(urlOf('/api/messages'), { method: 'DELETE' })).status).toBe(204);
    expect(await list()).toEqual([]);
  });

  it('shows the HTML of a mail without running its scripts', async () => {
    await send('a@example.com', '<b>bold</b>', '<script>alert(1)</script><a href="https://example.com">x</a>');
    const id = (await list())[0]?.id ?? '';
    expect(await (await fetch(urlOf('/'))).text()).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(await (await fetch(urlOf(`/messages/${id}`))).text()).toMatch(
      /<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/,
    );
    const framed = await fetch(urlOf(`/messages/${id}/html`));
    expect(framed.headers.get('content-security-policy')).toMatch(/^sandbox (?!.*allow-scripts).*default-src 'none'/);
  });

  it('rejects requests to any other host name than localhost', async () => {
    const status = await new Promise((resolve, reject) => {
      const options = {
        port: inbox.uiPort,
        host: '127.0.0.1',
        headers: { host: 'evil.example.com' },
        path: '/api/messages',
      };
      request(options, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});
