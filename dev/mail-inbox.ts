import { once } from 'node:events';
import type { Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import type { Express } from 'express';
import { SMTPServer } from 'smtp-server';
import { framedHtml, listPage, messagePage, messagePolicy, pagePolicy } from './mail-pages.ts';
import { MailStore } from './mail-store.ts';

const maxMessageBytes = 10 * 1024 * 1024;
/** A client that stays connected keeps the inbox from stopping for this long. */
const closeTimeoutMs = 1000;
const loopback = '127.0.0.1';

export interface MailInbox {
  readonly smtpPort: number;
  readonly uiPort: number;
  stop(): Promise<void>;
}

/** A mail server that keeps everything and delivers nothing, with a page and JSON to read it; loopback only. Port 0: any. */
export async function startMailInbox(options: { dir: string; smtpPort: number; uiPort: number }): Promise<MailInbox> {
  const store = await MailStore.open(options.dir);
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
  // A client that hangs up in the middle is its own affair.
  smtp.on('error', (error) => console.error(`Error: ${error.message}`));
  const smtpServer = smtp.listen(options.smtpPort, loopback);
  await once(smtpServer, 'listening');
  const ui = createPages(store).listen(options.uiPort, loopback);
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

function createPages(store: MailStore): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    response.set('Content-Security-Policy', pagePolicy);
    // A web page elsewhere must not read mails by giving a name of its own our address.
    if (/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) return next();
    response.status(403).type('text').send('The inbox answers to localhost only.');
  });
  app.get('/', (_request, response) => void response.send(listPage(store.find())));
  app.get('/messages/:id', (request, response) => {
    const message = store.get(request.params.id);
    if (message === undefined) response.status(404).type('text').send('There is no such message.');
    else response.send(messagePage(message));
  });
  app.get('/messages/:id/html', (request, response) => {
    const message = store.get(request.params.id);
    if (message === undefined) response.status(404).type('text').send('There is no such message.');
    else response.set('Content-Security-Policy', messagePolicy).send(framedHtml(message));
  });
  app.get('/api/messages', (request, response) => {
    const { to, subject, after } = request.query;
    response.json(
      store.find({
        ...(typeof to === 'string' && { to }),
        ...(typeof subject === 'string' && { subject }),
        ...(typeof after === 'string' && { after }),
      }),
    );
  });
  app.delete('/api/messages', (_request, response) => {
    store.clear();
    response.status(204).end();
  });
  return app;
}

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
