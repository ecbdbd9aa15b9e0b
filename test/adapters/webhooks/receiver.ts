import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Received {
  readonly headers: Record<string, string>;
  /** As it came. */
  readonly body: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly atMs: number;
}

export type AnswerRequest = (received: Received, response: ServerResponse, count: number) => void;

/** A real HTTP server that is told things. `answer` may be replaced; it answers 204 unless it says otherwise. */
export async function startReceiver(answer: AnswerRequest = () => undefined) {
  const received: Received[] = [];
  const receiver = { url: '', received, answer, close };
  const server = createServer((request, response) => void take(request, response));
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { type, data } = JSON.parse(body);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const told: Received = { headers, body, type, data, atMs: performance.now() };
    received.push(told);
    receiver.answer(told, response, received.length);
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

export function status(code: number, headers: Record<string, string> = {}): AnswerRequest {
  return (_received, response) => void response.writeHead(code, headers).end();
}

/** Never answers. */
export const hang: AnswerRequest = (_received, response) => void hanging.add(response);

/** Answers so many times with failures first. */
export function failing(times: number): AnswerRequest {
  return (_received, response, count) => {
    if (count <= times) response.writeHead(500).end();
  };
}
