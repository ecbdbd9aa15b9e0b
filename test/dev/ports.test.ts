import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { settlePorts } from '../../dev/ports.ts';

describe('ports', () => {
  let busy: Server | undefined;
  afterEach(() => busy?.close());

  async function takePort(host: string): Promise<number> {
    const server = createServer((socket) => socket.on('error', () => {}));
    busy = server;
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const address: AddressInfo | string | null = server.address();
    return typeof address === 'object' ? (address?.port ?? 0) : 0;
  }

  it.each(['127.0.0.1', '0.0.0.0'])('names a port taken on %s with the variable that moves it', async (host) => {
    const port = await takePort(host);
    await expect(settlePorts([{ variable: 'TEMPORAL_UI_PORT', port, use: 'Temporal UI' }])).rejects.toThrow(
      `Port ${port} (Temporal UI) is taken by another program; set TEMPORAL_UI_PORT to a free one, or to 0 to have one chosen.`,
    );
  });

  it('names everything that is taken at once, and ports given twice', async () => {
    const port = await takePort('127.0.0.1');
    const wishes = [
      { variable: 'PORT', port, use: 'API' },
      { variable: 'A_PORT', port: 18_999, use: 'A' },
      { variable: 'B_PORT', port: 18_999, use: 'B' },
    ];
    await expect(settlePorts(wishes)).rejects.toThrow(/Port \d+ \(API\)[\s\S]*A_PORT and B_PORT are both 18999/);
  });

  it('chooses free and different ports for 0', async () => {
    const ports = await settlePorts([
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

    /** Calls a port until it is let in, sends a request, does `then`, and calls again. */
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
      ['go away', (client: Socket) => void client.end()],
    ])('settles ports whose clients send a request and %s', async (_, then) => {
      const wishes = Object.entries(
        await settlePorts(['A', 'B', 'C', 'D'].map((variable) => ({ variable, port: 0, use: variable }))),
      ).map(([variable, port = 0]) => ({ variable, port, use: variable }));
      isCalling = true;
      for (const { port } of wishes) call(port, then);
      const settled = Object.fromEntries(wishes.map(({ variable, port }) => [variable, port]));
      for (let round = 0; round < 20; round += 1) expect(await settlePorts(wishes)).toEqual(settled);
    });

    it('waits for a port that a connection of a client occupies for a moment', async () => {
      const served = await takePort('127.0.0.1');
      const client = connect({ port: served, host: '127.0.0.1' });
      await once(client, 'connect');
      const port = client.localPort ?? 0;
      // Reset, so that the system does not keep the port for a minute.
      client.setTimeout(200, () => client.resetAndDestroy());
      expect(await settlePorts([{ variable: 'PORT', port, use: 'API' }])).toEqual({ PORT: port });
    });
  });
});
