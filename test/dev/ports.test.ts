import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { settlePorts } from '../../dev/ports.ts';

describe('ports', () => {
  let busy: Server | undefined;
  afterEach(() => busy?.close());

  async function takePort(host: string): Promise<number> {
    const server = createServer();
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
});
