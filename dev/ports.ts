import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { acceptsConnections } from './process/accepts-connections.ts';
import { pollUntil } from './process/poll-until.ts';

/** How long to wait for a port on which no server answers: the connections of clients that occupy it end within moments. */
const clientGraceMs = 3000;
/** Below the ports that systems use for outgoing connections: no connection can occupy one before its service listens. */
const [minFreePort, maxFreePort] = [10_000, 32_000];
const maxAttempts = 100;

/** A port that a variable asks for; 0 means any free port. */
export interface PortRequest<Name extends string> {
  readonly variable: Name;
  readonly port: number;
  /** Who will listen there, for the error message. */
  readonly use: string;
}

class PortUnavailable extends Error {}

/**
 * Allocates all ports at once. Each port is bound for a moment and released before the next is tried: a server that
 * stayed open would accept the connections of waiting clients and could not close before they leave.
 * @throws PortUnavailable naming all ports that are taken or requested twice.
 */
export async function allocatePorts<Name extends string>(
  requests: readonly PortRequest<Name>[],
): Promise<Partial<Record<Name, number>>> {
  const reserved = new Set(requests.map(({ port }) => port));
  const problems: string[] = [];
  const ports: Partial<Record<Name, number>> = {};
  for (const { variable, port, use } of requests) {
    const twin = requests.find((other) => other.variable !== variable && other.port === port && port !== 0);
    if (twin !== undefined) problems.push(`${variable} and ${twin.variable} are both ${port}; give each its own.`);
    else if (port === 0) ports[variable] = await reserveFreePort(reserved);
    else if (await isFree(port)) ports[variable] = port;
    else
      problems.push(
        `Port ${port} (${use}) is taken by another program; set ${variable} to a free port, or to 0 for any free port.`,
      );
  }
  if (problems.length > 0) throw new PortUnavailable(problems.join('\n'));
  return ports;
}

async function reserveFreePort(reserved: Set<number>): Promise<number> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const port = randomInt(minFreePort, maxFreePort);
    if (reserved.has(port) || (await hasServer(port)) || (await tryBind(port)) !== undefined) continue;
    reserved.add(port);
    return port;
  }
  throw new PortUnavailable(`No free port was found between ${minFreePort} and ${maxFreePort - 1}.`);
}

async function isFree(port: number): Promise<boolean> {
  let isBound = false;
  await pollUntil(async () => {
    if (await hasServer(port)) return true;
    const problem = await tryBind(port);
    isBound = problem === undefined;
    return problem !== 'EADDRINUSE';
  }, clientGraceMs);
  return isBound;
}

/** Some systems let us bind a port even though a server listens on all addresses or on the other loopback address. */
async function hasServer(port: number): Promise<boolean> {
  return (await acceptsConnections('127.0.0.1', port)) || (await acceptsConnections('::1', port));
}

/** Binds the port for a moment; returns the error code when that fails. */
function tryBind(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // An accepted connection that is not closed would keep the server from closing.
    const server = createServer((socket) => socket.on('error', () => {}).resetAndDestroy());
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(undefined)));
  });
}
