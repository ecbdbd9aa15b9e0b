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
  /** Requests that are not signed as they have to be, or cannot be read. */
  readonly invalidRequests: readonly string[];
  /** From the answer to the registration. */
  trust(secret: string): void;
  close(): Promise<void>;
}

/** A listener of webhooks that verifies them, and refuses every tenth request to see it come again. */
export async function startReceiver(): Promise<Receiver> {
  const deliveries: ObservedDelivery[] = [];
  const strange: string[] = [];
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
        strange.push(String(error));
        response.writeHead(400).end();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    deliveries,
    invalidRequests: strange,
    trust(secret) {
      verifier = new Webhook(secret);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
