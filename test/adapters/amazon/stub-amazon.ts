import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

export interface StubResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
  /** `stall`: sends headers and half a body, then nothing. `drop`: closes the connection. */
  readonly failure?: 'stall' | 'drop';
}

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A real HTTP server with a prepared response per path. It records requests. */
export async function startStubAmazon() {
  const received: Received[] = [];
  const responses = new Map<string, StubResponse>();
  const server = createServer((request, response) => void respond(request, response));
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const path = request.url ?? '';
    received.push({ method: request.method ?? '', path, headers: request.headers, body });
    const prepared = responses.get(path) ?? { status: 500, body: 'no response prepared' };
    if (prepared.failure === 'drop') {
      request.socket.destroy();
      return;
    }
    response.writeHead(prepared.status, prepared.headers);
    if (prepared.failure === 'stall') {
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
    prepare: (path: string, response: StubResponse) => responses.set(path, response),
    reset() {
      responses.clear();
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
