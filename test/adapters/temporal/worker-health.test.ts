import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { DefaultLogger, type NativeConnection, Runtime } from '@temporalio/worker';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { connectWorker } from '../../../adapters/temporal/connect-worker.ts';
import { isWorkerReady, serveWorkerHealth } from '../../../adapters/temporal/worker-health.ts';
import { WorkerMetrics } from '../../../adapters/temporal/worker-metrics.ts';
import { WorkerGroup } from '../../../adapters/temporal/worker-group.ts';
import { eventually } from '../../setup/eventually.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../../setup/temporal.ts';

/** A proxy to the real server that can be stopped and started. */
class TcpProxy {
  readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  port = 0;

  async start(): Promise<void> {
    const [host = '', port = ''] = temporalAddress().split(':');
    this.server = createServer((near) => {
      const far = connect(Number(port), host);
      near.pipe(far).pipe(near);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }
}

const proxy = new TcpProxy();
let metrics: WorkerMetrics;
beforeAll(async () => {
  metrics = await WorkerMetrics.create();
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: metrics.telemetry });
});
afterEach(() => proxy.stop());

const address = () => ({ address: `127.0.0.1:${proxy.port}`, namespace: 'default', tls: false });

test('the first connection is retried until the server is available', async () => {
  await proxy.start();
  proxy.stop();
  const failures: unknown[] = [];
  const connecting = connectWorker(address(), (error) => failures.push(error), new AbortController().signal);
  await eventually(async () => expect(failures.length).toBeGreaterThan(0));
  await proxy.start();
  const connection = await connecting;
  expect(connection).toBeDefined();
  await connection?.close();
});

test('the first connection is given up when the process shuts down', async () => {
  await proxy.start();
  proxy.stop();
  const stopping = new AbortController();
  const connecting = connectWorker(address(), () => stopping.abort(), stopping.signal);
  expect(await connecting).toBeUndefined();
});

test('a worker is ready while it polls and the server answers, as its HTTP endpoints show', async () => {
  await proxy.start();
  const connection = (await connectWorker(address(), () => {}, new AbortController().signal)) as NativeConnection;
  const worker = await WorkerGroup.create({
    connection,
    taskQueue: uniqueTaskQueue(),
    workflowBundle: workflowBundle(),
    activities: { anActivity: async () => undefined },
  });
  expect(await isWorkerReady(worker, connection)).toBe(false);
  const running = worker.run();
  const health = serveWorkerHealth(0, {
    isReady: () => isWorkerReady(worker, connection),
    readMetrics: () => metrics.read(),
    mayReadMetrics: (authorization) => authorization === 'Bearer metrics',
  });
  await once(health, 'listening');
  const { port } = health.address() as AddressInfo;
  const answers = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;

  await eventually(async () => expect(await answers('/readyz')).toBe(200));
  metrics.countFailingSteps(() => 3);
  await eventually(async () => {
    const headers = { authorization: 'Bearer metrics' };
    const page = await (await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).text();
    expect(page).toMatch(/^temporal_worker_task_slots_available\{.*worker_type="ActivityWorker".*\} \d+$/m);
    expect(page).toContain('perennial_failing_database_steps 3');
    expect(page).toMatch(/^process_cpu_seconds_total /m);
  });
  proxy.stop();
  await eventually(async () => expect(await answers('/readyz')).toBe(503));
  expect(worker.isRunning()).toBe(true);
  expect([await answers('/healthz'), await answers('/elsewhere'), await answers('/metrics')]).toEqual([200, 404, 401]);
  await proxy.start();
  await eventually(async () => expect(await answers('/readyz')).toBe(200));

  worker.shutdown();
  await running;
  health.close();
  await connection.close();
});
