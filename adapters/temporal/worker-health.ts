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

/** `GET /healthz` (the process is alive) and `GET /readyz` (it polls and Temporal answers). */
export function serveWorkerHealth(port: number, isReady: () => Promise<boolean>): Server {
  const server = createServer((request, response) => {
    if (request.url === '/healthz') return void response.writeHead(200).end('alive\n');
    if (request.url !== '/readyz') return void response.writeHead(404).end();
    void isReady().then((ready) => response.writeHead(ready ? 200 : 503).end(ready ? 'ready\n' : 'not ready\n'));
  });
  return server.listen(port);
}
