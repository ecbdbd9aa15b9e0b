import { randomUUID } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiGateway } from '../../../adapters/temporal/api-gateway.ts';
import { TemporalUnavailable } from '../../../adapters/temporal/temporal-unavailable.ts';
import { checkRequested, disconnectRequested, type StoreOnboardingInput } from '../../../workflows/messages.ts';
import { eventually } from '../../setup/eventually.ts';
import { limitMs } from '../../setup/scaled-time.ts';
import { type ApiHarness, startApiHarness, uniqueName } from '../../api/api-harness.ts';
import { storeOf } from '../../api/http-client.ts';
import { temporalAddress } from '../../setup/temporal.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

const inputOf = (storeId: string): StoreOnboardingInput => ({
  v: 1,
  storeId,
  name: 'A',
  website: 'base',
  country: 'US',
});

describe('the workflow of a store', () => {
  it('is started once; after the deletion a creation has the same result and a signal has no receiver', async () => {
    const { temporal } = api.deps;
    const { id } = storeOf(await api.addStore());
    expect(await temporal.createStore(inputOf(id))).toEqual({ kind: 'created' });
    storeOf(await api.call('DELETE', `/v1/stores/${id}`));
    await eventually(async () => expect(await temporal.signalStore(id, checkRequested)).toEqual({ kind: 'gone' }));
    expect(await temporal.createStore(inputOf(id))).toEqual({ kind: 'created' });
    expect(await temporal.signalStore(id, checkRequested)).toEqual({ kind: 'gone' });
  });

  it('returns why a store was refused', async () => {
    const { name } = storeOf(await api.addStore());
    const storeId = randomUUID();
    const request = { website: 'base', email: 'a@example.com', name, country: 'US' } as const;
    await api.records.stores.insertRequest({ storeId, fingerprint: 'f', request });
    const refused = await api.deps.temporal.createStore(inputOf(storeId));
    expect(refused).toMatchObject({ kind: 'refused', reason: { code: 'store_name_taken' } });
  });

  it('is gone for a signal when it never existed', async () => {
    expect(await api.deps.temporal.signalStore(randomUUID(), disconnectRequested)).toEqual({ kind: 'gone' });
  });
});

describe('while Temporal does not answer', () => {
  it('a call fails within three seconds, whether the connection is refused or silent', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    for (const port of [portOf(silent), 1]) {
      const client = clientAt(`127.0.0.1:${port}`);
      const startedAt = performance.now();
      const [creation, signal, health] = await Promise.all([
        client.createStore(inputOf(randomUUID())).catch((error: unknown) => error),
        client.signalStore(randomUUID(), checkRequested).catch((error: unknown) => error),
        client.health(),
      ]);
      expect(performance.now() - startedAt).toBeLessThan(limitMs(3000));
      expect(creation).toBeInstanceOf(TemporalUnavailable);
      expect(signal).toBeInstanceOf(TemporalUnavailable);
      expect([health.temporal.ok, health.worker.ok]).toEqual([false, false]);
      await client.close();
    }
    silent.close();
  });

  it('a client reconnects within seconds after Temporal is back', async () => {
    const proxy = createProxy();
    const client = clientAt(`127.0.0.1:${await proxy.start()}`);
    expect((await client.health()).temporal.ok).toBe(true);
    await proxy.stop();
    expect((await client.health()).temporal.ok).toBe(false);
    await proxy.start();
    await eventually(async () => expect((await client.health()).temporal.ok).toBe(true), { timeoutMs: 5000 });
    await client.close();
    await proxy.stop();
  });

  it('a client that closes during its calls does not crash the process', async () => {
    const client = clientAt('127.0.0.1:1');
    const call = client.createStore({ ...inputOf(randomUUID()), name: uniqueName() }).catch((error: unknown) => error);
    await client.close();
    expect(await call).toBeInstanceOf(TemporalUnavailable);
  });
});

function clientAt(address: string): ApiGateway {
  return new ApiGateway({ address, namespace: 'default', tls: false }, api.taskQueue);
}

/** A proxy to Temporal that can be stopped and started, on one port. */
function createProxy() {
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  return {
    async start(): Promise<number> {
      const [host = '', targetPort] = temporalAddress().split(':');
      server = createServer((socket) => {
        const target = connect(Number(targetPort), host);
        for (const end of [socket, target]) {
          sockets.add(end);
          end.on('error', () => undefined);
        }
        socket.pipe(target).pipe(socket);
      }).listen(port, '127.0.0.1');
      await once(server, 'listening');
      port = portOf(server);
      return port;
    },
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
