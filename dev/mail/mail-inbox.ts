import { once } from 'node:events';
import type { Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import type { Express, RequestHandler } from 'express';
import { SMTPServer } from 'smtp-server';
import { framedHtml, listPage, messagePage, messagePolicy, pagePolicy } from './mail-pages.ts';
import { MailStore } from './mail-store.ts';

const maxMessageBytes = 10 * 1024 * 1024;
/** How long a connected SMTP client may delay `stop`. */
const closeTimeoutMs = 1000;
const loopback = '127.0.0.1';

export interface MailInbox {
  readonly smtpPort: number;
  readonly uiPort: number;
  stop(): Promise<void>;
}

/** A mail server on loopback that stores every mail, delivers none, and serves them as pages and JSON. Port 0: any. */
export async function startMailInbox(options: { dir: string; smtpPort: number; uiPort: number }): Promise<MailInbox> {
  const store = await MailStore.open(options.dir);
  const smtp = createSmtpServer(store);
  const smtpServer = smtp.listen(options.smtpPort, loopback);
  await once(smtpServer, 'listening');
  const ui = createApp(store).listen(options.uiPort, loopback);
  await once(ui, 'listening');
  return {
    smtpPort: portOf(smtpServer),
    uiPort: portOf(ui),
    stop: async () => {
      ui.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => ui.close(resolve)),
        new Promise<void>((resolve) => smtp.close(() => resolve())),
      ]);
    },
  };
}

function createSmtpServer(store: MailStore): SMTPServer {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'anyone' }),
    size: maxMessageBytes,
    closeTimeout: closeTimeoutMs,
    logger: false,
    onData: (stream, _session, callback) => {
      buffer(stream)
        .then((raw) => store.add(raw))
        .then(
          () => callback(),
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  // A client that disconnects in the middle of a mail must not end the inbox.
  smtp.on('error', (error) => console.error(`Error: ${error.message}`));
  return smtp;
}

function createApp(store: MailStore): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders, requireLocalHost);
  app.get('/', (_request, response) => void response.send(listPage(store.list())));
  app.get('/messages/:id', (request, response) => {
    const message = store.get(request.params.id);
    if (message === undefined) response.status(404).type('text').send('Message not found.');
    else response.send(messagePage(message));
  });
  app.get('/messages/:id/html', (request, response) => {
    const message = store.get(request.params.id);
    if (message === undefined) response.status(404).type('text').send('Message not found.');
    else response.set('Content-Security-Policy', messagePolicy).send(framedHtml(message));
  });
  app.get('/api/messages', (request, response) => {
    const { to, subject, after } = request.query;
    response.json(store.list({ to: stringOf(to), subject: stringOf(subject), after: stringOf(after) }));
  });
  app.delete('/api/messages', (_request, response) => {
    store.clear();
    response.status(204).end();
  });
  return app;
}

const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': pagePolicy,
  });
  next();
};

/** Prevents DNS rebinding: a website whose name resolves to our address cannot read mails. */
const requireLocalHost: RequestHandler = (request, response, next) => {
  if (/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) next();
  else response.status(403).type('text').send('The mail inbox is available at localhost only.');
};

function stringOf(parameter: unknown): string | undefined {
  return typeof parameter === 'string' ? parameter : undefined;
}

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
