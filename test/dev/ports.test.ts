import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { allocatePorts } from '../../dev/ports.ts';

describe('allocatePorts', () => {
  let busy: Server | undefined;
  afterEach(() => busy?.close());

  async function takePort(host: string): Promise<number> {
    const server = createServer((socket) => socket.on('error', () => {}));
    busy = server;
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const address: AddressInfo | string | null = server.address();
    return typeof address === 'object' ? (address?.port ?? 0) : 0;
  }

  it.each(['127.0.0.1', '0.0.0.0'])('names a port taken on %s with the variable that changes it', async (host) => {
    const port = await takePort(host);
    await expect(allocatePorts([{ variable: 'TEMPORAL_UI_PORT', port, use: 'Temporal UI' }])).rejects.toThrow(
      `Port ${port} (Temporal UI) is taken by another program; set TEMPORAL_UI_PORT to a free port, or to 0 for any free port.`,
    );
  });

  it('names all taken ports at once, and ports requested twice', async () => {
    const port = await takePort('127.0.0.1');
    const requests = [
      { variable: 'PORT', port, use: 'API' },
      { variable: 'A_PORT', port: 18_999, use: 'A' },
      { variable: 'B_PORT', port: 18_999, use: 'B' },
    ];
    await expect(allocatePorts(requests)).rejects.toThrow(/Port \d+ \(API\)[\s\S]*A_PORT and B_PORT are both 18999/);
  });

  it('allocates free and different ports for 0', async () => {
    const ports = await allocatePorts([
      { variable: 'A', port: 0, use: 'A' },
      { variable: 'B', port: 0, use: 'B' },
    ]);
    for (const port of [ports.A, ports.B]) {
      expect(port).toBeGreaterThan(1023);
      expect(port).toBeLessThan(32_768);
    }
    expect(ports.A).not.toBe(ports.B);
  });

  describe('while clients call them', () => {
    const clients = new Set<Socket>();
    let isCalling = false;
    afterEach(() => {
      isCalling = false;
      for (const client of clients) client.destroy();
    });

    /** Connects to a port until it succeeds, sends a request, calls `then`, and starts over when disconnected. */
    function call(port: number, then: (client: Socket) => void): void {
      if (!isCalling) return;
      const client = connect({ port, host: '127.0.0.1' }, () => {
        client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', () => then(client));
      });
      clients.add(client);
      client.on('error', () => {});
      client.on('close', () => {
        clients.delete(client);
        setImmediate(() => call(port, then));
      });
    }

    it.each([
      ['stay connected', () => {}],
      ['disconnect', (client: Socket) => void client.end()],
    ])('allocates ports whose clients send a request and %s', async (_, then) => {
      const requests = Object.entries(
        await allocatePorts(['A', 'B', 'C', 'D'].map((variable) => ({ variable, port: 0, use: variable }))),
      ).map(([variable, port = 0]) => ({ variable, port, use: variable }));
      isCalling = true;
      for (const { port } of requests) call(port, then);
      const requested = Object.fromEntries(requests.map(({ variable, port }) => [variable, port]));
      for (let round = 0; round < 20; round += 1) expect(await allocatePorts(requests)).toEqual(requested);
    });

    it('waits for a port that a client connection occupies for a moment', async () => {
      const served = await takePort('127.0.0.1');
      // Not a port of the system's choice, which another program's connection may share.
      const { PORT: port = 0 } = await allocatePorts([{ variable: 'PORT', port: 0, use: 'API' }]);
      const client = connect({ port: served, host: '127.0.0.1', localPort: port });
      await once(client, 'connect');
      // Reset, so that the system does not keep the port for a minute.
      client.setTimeout(200, () => client.resetAndDestroy());
      expect(await allocatePorts([{ variable: 'PORT', port, use: 'API' }])).toEqual({ PORT: port });
    });
  });
});
