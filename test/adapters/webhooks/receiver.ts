import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly type: string;
  /** The name that `namedEntry` was given; `created` for a new store. */
  readonly name: string;
  readonly data: Record<string, unknown>;
  readonly atMs: number;
}

export type Respond = (received: Received, response: ServerResponse, count: number) => void;

/** A real HTTP server that records requests. Responds with 204 unless `respond`, which may be replaced, does otherwise. */
export async function startReceiver(respond: Respond = () => undefined) {
  const received: Received[] = [];
  const receiver = { url: '', received, respond, close };
  const server = createServer((request, response) => void receive(request, response));
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { type, data } = JSON.parse(body);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const name = /^Seller (\w+) /.exec(String(data.text))?.[1] ?? 'created';
    const event: Received = { headers, body, type, name, data, atMs: performance.now() };
    received.push(event);
    receiver.respond(event, response, received.length);
    if (!response.headersSent && !hanging.has(response)) response.writeHead(204).end();
  }
  async function close(): Promise<void> {
    server.closeAllConnections();
    server.close();
    if (server.listening) await once(server, 'close');
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port');
  receiver.url = `http://127.0.0.1:${address.port}/hook`;
  return receiver;
}

const hanging = new WeakSet<ServerResponse>();

export function status(code: number, headers: Record<string, string> = {}): Respond {
  return (_received, response) => void response.writeHead(code, headers).end();
}

/** Never responds. */
export const hang: Respond = (_received, response) => void hanging.add(response);

/** Fails the first requests. */
export function failing(times: number): Respond {
  return (_received, response, count) => {
    if (count <= times) response.writeHead(500).end();
  };
}
