import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

/** A port somebody asked for: 0 is "any free one". */
export interface PortWish<Name extends string> {
  readonly variable: Name;
  readonly port: number;
  /** Who listens there, for the sentence when it is taken. */
  readonly use: string;
}

/** Ports that are not free, each named with the variable that moves it. */
class TakenPorts extends Error {}

/**
 * Settles every wish at once.
 * @throws TakenPorts naming all that are taken, or wished for twice.
 */
export async function settlePorts<Name extends string>(
  wishes: readonly PortWish<Name>[],
): Promise<Partial<Record<Name, number>>> {
  const held: Server[] = [];
  const problems: string[] = [];
  const settled: Partial<Record<Name, number>> = {};
  try {
    for (const { variable, port, use } of wishes) {
      const twin = wishes.find((other) => other.variable !== variable && other.port === port && port !== 0);
      const server = twin === undefined ? await (port === 0 ? holdAny() : hold(port)) : undefined;
      if (server !== undefined) held.push(server);
      if (twin !== undefined) problems.push(`${variable} and ${twin.variable} are both ${port}; give each its own.`);
      else if (server === undefined) problems.push(taken(variable, port, use));
      else settled[variable] = portOf(server);
    }
  } finally {
    await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  }
  if (problems.length > 0) throw new TakenPorts(problems.join('\n'));
  return settled;
}

function taken(variable: string, port: number, use: string): string {
  return `Port ${port} (${use}) is taken by another program; set ${variable} to a free one, or to 0 to have one chosen.`;
}

/**
 * Any free port below those that systems take for outgoing connections: between now and the moment in which the part
 * listens there, none of these could take it away again.
 */
async function holdAny(): Promise<Server | undefined> {
  for (let attempts = 0; attempts < 100; attempts += 1) {
    const server = await hold(randomInt(10_000, 32_000));
    if (server) return server;
  }
  return undefined;
}

/** Listens for a moment; undefined when somebody already answers there, on either loopback address, or we may not. */
async function hold(port: number): Promise<Server | undefined> {
  if ((await answers('127.0.0.1', port)) || (await answers('::1', port))) return undefined;
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(500, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

function portOf(server: Server): number {
  const isInfo = (address: unknown): address is AddressInfo => typeof address === 'object' && address !== null;
  const address = server.address();
  if (!isInfo(address)) throw new Error('a listening server has no port');
  return address.port;
}
