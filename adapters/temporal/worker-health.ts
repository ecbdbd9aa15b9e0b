import { createServer, type Server } from 'node:http';
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

/** `GET /healthz` (the process is alive), `GET /readyz` (it polls and Temporal answers) and `GET /metrics`. */
export function serveWorkerHealth(
  port: number,
  isReady: () => Promise<boolean>,
  readMetrics: () => Promise<string>,
): Server {
  const server = createServer((request, response) => {
    if (request.url === '/healthz') return void response.writeHead(200).end('alive\n');
    if (request.url === '/metrics') {
      response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
      return void readMetrics().then((metrics) => response.end(metrics));
    }
    if (request.url !== '/readyz') return void response.writeHead(404).end();
    void isReady().then((ready) => response.writeHead(ready ? 200 : 503).end(ready ? 'ready\n' : 'not ready\n'));
  });
  return server.listen(port);
}
