import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** How long a port may be in use while no server answers there: a client's connections end within moments. */
const clientGraceMs = 3000;
const pollMs = 50;

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
 * Settles every wish at once. Each port is listened on for one moment and given back before the next one is looked at:
 * a server that stayed open would accept the connections of waiting clients, and could not close before they leave.
 * (get-port does the same for one port; it knows neither the range of `anyFree` nor a server on another address, and
 * takes a client's connection for a server.)
 * @throws TakenPorts naming all that are taken, or wished for twice.
 */
export async function settlePorts<Name extends string>(
  wishes: readonly PortWish<Name>[],
): Promise<Partial<Record<Name, number>>> {
  const reserved = new Set(wishes.map(({ port }) => port));
  const problems: string[] = [];
  const settled: Partial<Record<Name, number>> = {};
  for (const { variable, port, use } of wishes) {
    const twin = wishes.find((other) => other.variable !== variable && other.port === port && port !== 0);
    if (twin !== undefined) problems.push(`${variable} and ${twin.variable} are both ${port}; give each its own.`);
    else if (port === 0) settled[variable] = await anyFree(reserved);
    else if (await isFree(port)) settled[variable] = port;
    else problems.push(taken(variable, port, use));
  }
  if (problems.length > 0) throw new TakenPorts(problems.join('\n'));
  return settled;
}

function taken(variable: string, port: number, use: string): string {
  return `Port ${port} (${use}) is taken by another program; set ${variable} to a free one, or to 0 to have one chosen.`;
}

/**
 * Any free port below those that systems take for outgoing connections: between now and the moment in which the part
 * listens there, none of these could take it away again. Adds it to `reserved`.
 */
async function anyFree(reserved: Set<number>): Promise<number> {
  for (let attempts = 0; attempts < 100; attempts += 1) {
    const port = randomInt(10_000, 32_000);
    if (reserved.has(port) || (await hasServer(port)) || (await tryToListen(port)) !== undefined) continue;
    reserved.add(port);
    return port;
  }
  throw new TakenPorts('No free port was found between 10000 and 31999.');
}

/** Whether we could listen there; a port that only a client's connection occupies becomes free within moments. */
async function isFree(port: number): Promise<boolean> {
  for (const deadline = Date.now() + clientGraceMs; ;) {
    if (await hasServer(port)) return false;
    const problem = await tryToListen(port);
    if (problem === undefined) return true;
    if (problem !== 'EADDRINUSE' || Date.now() > deadline) return false;
    await delay(pollMs);
  }
}

/** Where a server listens on all addresses, or on the other loopback address only, we could still listen on some systems. */
async function hasServer(port: number): Promise<boolean> {
  return (await answers('127.0.0.1', port)) || (await answers('::1', port));
}

/** Listens for one moment; the code of the error when that is not possible. */
function tryToListen(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A connection that nothing reads would keep the server from ever closing.
    const server = createServer((socket) => socket.on('error', () => {}).resetAndDestroy());
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}

/** Whether a server accepts connections at this address. */
export function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(500, () => settle(false));
    socket.once('connect', () => {
      // Among the ports for outgoing connections the system may choose the very one that we call: then we have met
      // ourselves. A reset leaves nothing behind that would occupy the port.
      if (socket.localPort !== port) return settle(true);
      socket.resetAndDestroy();
      resolve(false);
    });
    // Also after it has been settled: a reset may arrive late.
    socket.on('error', () => settle(false));
  });
}
