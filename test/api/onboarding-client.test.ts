import { randomUUID } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOnboardingClient, type OnboardingClient } from '../../api/onboarding-client.ts';
import { TemporalUnavailable } from '../../api/onboarding.ts';
import type { StoreOnboardingInput } from '../../workflows/messages.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { type ApiWorld, startApiWorld, uniqueName } from './api-world.ts';
import { storeOf } from './http-client.ts';
import { temporalAddress } from '../setup/temporal.ts';

let api: ApiWorld;
beforeAll(async () => {
  api = await startApiWorld();
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
  it('is never started a second time, and a deleted one answers as before but has nobody left to tell', async () => {
    const { onboarding } = api.deps;
    const { id } = storeOf(await api.addStore());
    expect(await onboarding.createStore(inputOf(id))).toEqual({ kind: 'created' });
    storeOf(await api.call('DELETE', `/v1/stores/${id}`));
    await eventually(async () => expect(await onboarding.checkRequested(id)).toEqual({ kind: 'gone' }));
    expect(await onboarding.createStore(inputOf(id))).toEqual({ kind: 'created' });
    expect(await onboarding.checkRequested(id)).toEqual({ kind: 'gone' });
  });

  it('answers why a store was refused', async () => {
    const { name } = storeOf(await api.addStore());
    const storeId = randomUUID();
    const request = { website: 'base', email: 'a@example.com', name, country: 'US' } as const;
    await api.records.requests.noteRequest({ storeId, fingerprint: 'f', request });
    const refused = await api.deps.onboarding.createStore(inputOf(storeId));
    expect(refused).toMatchObject({ kind: 'refused', reason: { code: 'store_name_taken' } });
  });

  it('that never was has nobody to tell', async () => {
    expect(await api.deps.onboarding.disconnectRequested(randomUUID())).toEqual({ kind: 'gone' });
  });
});

describe('Temporal that does not answer', () => {
  it('is given up within the promised time, whether it refuses or says nothing', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    for (const port of [portOf(silent), 1]) {
      const client = clientAt(`127.0.0.1:${port}`);
      const startedAt = performance.now();
      const [creation, signal, health] = await Promise.all([
        client.createStore(inputOf(randomUUID())).catch((error: unknown) => error),
        client.checkRequested(randomUUID()).catch((error: unknown) => error),
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

  it('is used again within seconds when it is back', async () => {
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

  it('ends no process when a client closes in the middle of its calls', async () => {
    const client = clientAt('127.0.0.1:1');
    const call = client.createStore({ ...inputOf(randomUUID()), name: uniqueName() }).catch((error: unknown) => error);
    await client.close();
    expect(await call).toBeInstanceOf(TemporalUnavailable);
  });
});

function clientAt(address: string): OnboardingClient {
  return createOnboardingClient({ address, namespace: 'default', tls: false, taskQueue: api.taskQueue });
}

/** A way to Temporal that can be cut, on one port. */
function createProxy() {
  const sockets = new Set<Socket>();
  let server: Server;
  let port = 0;
  return {
    async start(): Promise<number> {
      const [host = '', targetPort] = temporalAddress().split(':');
      server = createServer((socket) => {
        const target = connect(Number(targetPort), host);
        for (const each of [socket, target]) {
          sockets.add(each);
          each.on('error', () => undefined);
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
