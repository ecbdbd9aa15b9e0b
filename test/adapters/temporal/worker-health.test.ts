import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { DefaultLogger, type NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { connectWorker } from '../../../adapters/temporal/connect-worker.ts';
import { isWorkerReady, serveWorkerHealth } from '../../../adapters/temporal/worker-health.ts';
import { eventually } from '../../setup/eventually.ts';
import { temporalAddress, uniqueTaskQueue, workflowBundle } from '../../setup/temporal.ts';

/** A wire to the real server that can be cut and mended. */
class Wire {
  readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  port = 0;

  async mend(): Promise<void> {
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

  cut(): void {
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }
}

const wire = new Wire();
beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
});
afterEach(() => wire.cut());

const address = () => ({ address: `127.0.0.1:${wire.port}`, namespace: 'default', tls: false });

test('a first connection is tried until the server is there', async () => {
  await wire.mend();
  wire.cut();
  const failures: unknown[] = [];
  const connecting = connectWorker(address(), (error) => failures.push(error), new AbortController().signal);
  await eventually(async () => expect(failures.length).toBeGreaterThan(0));
  await wire.mend();
  const connection = await connecting;
  expect(connection).toBeDefined();
  await connection?.close();
});

test('a first connection is given up when the process is told to end', async () => {
  await wire.mend();
  wire.cut();
  const stopping = new AbortController();
  const connecting = connectWorker(address(), () => stopping.abort(), stopping.signal);
  expect(await connecting).toBeUndefined();
});

test('a worker is ready while it polls and the server answers, and says so over HTTP', async () => {
  await wire.mend();
  const connection = (await connectWorker(address(), () => {}, new AbortController().signal)) as NativeConnection;
  const worker = await Worker.create({ connection, taskQueue: uniqueTaskQueue(), workflowBundle: workflowBundle() });
  expect(await isWorkerReady(worker, connection)).toBe(false);
  const running = worker.run();
  const health = serveWorkerHealth(0, () => isWorkerReady(worker, connection));
  await once(health, 'listening');
  const { port } = health.address() as AddressInfo;
  const answers = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;

  await eventually(async () => expect(await answers('/readyz')).toBe(200));
  wire.cut();
  await eventually(async () => expect(await answers('/readyz')).toBe(503));
  expect(worker.getState()).toBe('RUNNING');
  expect([await answers('/healthz'), await answers('/elsewhere')]).toEqual([200, 404]);
  await wire.mend();
  await eventually(async () => expect(await answers('/readyz')).toBe(200));

  worker.shutdown();
  await running;
  health.close();
  await connection.close();
});
