import { createServer, type Server } from 'node:http';
import type { NativeConnection, Worker } from '@temporalio/worker';

/** `worker.getStatus()` says RUNNING while the server is gone, hence the second question. Bounded to a second. */
export async function isWorkerReady(worker: Worker, connection: NativeConnection): Promise<boolean> {
  if (worker.getState() !== 'RUNNING') return false;
  const service = 'temporal.api.workflowservice.v1.WorkflowService';
  try {
    const answer = await connection.withDeadline(Date.now() + 1_000, () => connection.healthService.check({ service }));
    // grpc.health.v1.HealthCheckResponse.ServingStatus.SERVING
    return answer.status === 1;
  } catch {
    return false;
  }
}

/** `GET /healthz` (alive) and `GET /readyz` (polling, and Temporal answers) for the platform a worker runs on. */
export function serveWorkerHealth(port: number, isReady: () => Promise<boolean>): Server {
  const server = createServer((request, response) => {
    if (request.url === '/healthz') return void response.writeHead(200).end('alive\n');
    if (request.url !== '/readyz') return void response.writeHead(404).end();
    void isReady().then((ready) => response.writeHead(ready ? 200 : 503).end(ready ? 'ready\n' : 'not ready\n'));
  });
  return server.listen(port);
}
