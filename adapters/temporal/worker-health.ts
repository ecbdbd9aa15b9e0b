import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { NativeConnection } from '@temporalio/worker';
import { isServing } from './health-checks.ts';
import type { WorkerGroup } from './worker-group.ts';

const timeoutMs = 1000;

/** Workers are RUNNING even while the server is down, hence the health check. */
export async function isWorkerReady(
  workers: Pick<WorkerGroup, 'isRunning'>,
  connection: NativeConnection,
): Promise<boolean> {
  if (!workers.isRunning()) return false;
  try {
    return await connection.withDeadline(Date.now() + timeoutMs, () => isServing(connection));
  } catch {
    return false;
  }
}

export interface WorkerHealth {
  readonly isReady: () => Promise<boolean>;
  /** The text that Prometheus scrapes. */
  readonly readMetrics: () => Promise<string>;
  /** Whether a request with this `Authorization` header may read the metrics. */
  readonly mayReadMetrics: (authorization: string | undefined) => boolean;
}

/** `GET /healthz` (the process is alive), `GET /readyz` (it polls and Temporal answers) and `GET /metrics`. */
export function serveWorkerHealth(port: number, health: WorkerHealth): Server {
  const server = createServer((request, response) => {
    if (request.url === '/healthz') return void response.writeHead(200).end('alive\n');
    if (request.url === '/readyz') return void answerReadiness(response, health);
    if (request.url === '/metrics') return void answerMetrics(request, response, health);
    response.writeHead(404).end();
  });
  return server.listen(port);
}

async function answerReadiness(response: ServerResponse, { isReady }: WorkerHealth): Promise<void> {
  const ready = await isReady();
  response.writeHead(ready ? 200 : 503).end(ready ? 'ready\n' : 'not ready\n');
}

async function answerMetrics(request: IncomingMessage, response: ServerResponse, health: WorkerHealth): Promise<void> {
  if (!health.mayReadMetrics(request.headers.authorization)) {
    response.writeHead(401, { 'WWW-Authenticate': 'Bearer realm="Perennial metrics"' });
    return void response.end('Send "Authorization: Bearer" with METRICS_TOKEN.\n');
  }
  response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  response.end(await health.readMetrics());
}
