import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object travels as JSON. */
  readonly body?: unknown;
  /** `stall`: headers and half a body, then nothing. `drop`: the connection is cut. */
  readonly manner?: 'stall' | 'drop';
}

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A real HTTP server that gives the answers of a list, by path, and keeps what it was asked. */
export async function startStubAmazon() {
  const received: Received[] = [];
  const answers = new Map<string, Answer>();
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const path = request.url ?? '';
    received.push({ method: request.method ?? '', path, headers: request.headers, body });
    const prepared = answers.get(path) ?? { status: 500, body: 'no answer prepared' };
    if (prepared.manner === 'drop') {
      request.socket.destroy();
      return;
    }
    response.writeHead(prepared.status, prepared.headers);
    if (prepared.manner === 'stall') {
      response.write('{"half":');
      return;
    }
    response.end(typeof prepared.body === 'string' ? prepared.body : JSON.stringify(prepared.body ?? {}));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stub has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    answer: (path: string, answer: Answer) => answers.set(path, answer),
    reset() {
      answers.clear();
      received.length = 0;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type StubAmazon = Awaited<ReturnType<typeof startStubAmazon>>;
