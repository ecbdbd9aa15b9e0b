import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { ObservedDelivery } from './fleet-record.ts';

const event = z.object({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.object({ id: z.string().default('') }),
});
const headers = z.object({
  'webhook-id': z.string(),
  'webhook-timestamp': z.string(),
  'webhook-signature': z.string(),
});

export interface Receiver {
  readonly url: string;
  readonly deliveries: readonly ObservedDelivery[];
  /** Errors of requests with a wrong signature or an unreadable body. */
  readonly invalidRequests: readonly string[];
  /** `secret` is part of the answer to the registration. */
  trust(secret: string): void;
  close(): Promise<void>;
}

/** A webhook endpoint that verifies signatures, and refuses every tenth request so that it is retried. */
export async function startReceiver(): Promise<Receiver> {
  const deliveries: ObservedDelivery[] = [];
  const invalidRequests: string[] = [];
  let verifier: Webhook | undefined;
  let requests = 0;
  const server = createServer((request, response) => {
    void text(request)
      .then((body) => {
        const signed = headers.parse(request.headers);
        const { type, timestamp, data } = event.parse(verifier?.verify(body, signed));
        requests += 1;
        const isAccepted = requests % 10 !== 0;
        const id = signed['webhook-id'];
        deliveries.push({ id, storeId: data.id, type, atMs: Date.parse(timestamp), isAccepted, body });
        response.writeHead(isAccepted ? 204 : 503).end();
      })
      .catch((error: unknown) => {
        invalidRequests.push(String(error));
        response.writeHead(400).end();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    deliveries,
    invalidRequests,
    trust(secret) {
      verifier = new Webhook(secret);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
