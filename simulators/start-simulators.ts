/**
 * Simulators of Amazon (consent pages, Login with Amazon, Sellers API, Product Fees API) and Adobe Commerce (REST,
 * OAuth 1.0a) in one HTTP server. They import nothing of Perennial, so that the product has no test mode of its own.
 * Two choices of ours: an individual account gets through the consent and is refused by the token exchange
 * (`access_denied`), and a `revoked` fault without an end revokes for good what was granted before it. State outlives
 * `kill -9`.
 */
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { createApp } from './app.ts';
import { openSimulation } from './simulation.ts';
import type { SimulatorOptions } from './simulation.ts';

export type { SimulatorOptions } from './simulation.ts';

export interface RunningSimulators {
  /** Base of every address, without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/** @throws the system's error when the port cannot be had. */
export async function startSimulators(options: SimulatorOptions): Promise<RunningSimulators> {
  const { port = 0, host = loopback } = options;
  const server = createServer();
  // First the port, then the state: an accidental second start ends here, before it touches the first one's files.
  await listen(server, port, host);
  const simulation = openSimulation(options);
  server.on('request', createApp(simulation));
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host === loopback ? host : 'localhost'}:${boundPort}`,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        // A server that is stopping does not wait for its slow answers.
        server.closeAllConnections();
      });
      simulation.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
