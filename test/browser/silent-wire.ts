import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A proxy between a browser and the API that can fall silent: connections stay open and carry nothing. */
export async function openSilentWire(target: string) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isSilent = false;
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => near.destroy());
    if (isSilent) return;
    const far = connect(Number(port), hostname);
    sockets.add(far);
    far.on('error', () => far.destroy());
    far.on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    near.pipe(far);
    far.on('data', (data) => isSilent || near.write(data));
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    fallSilent(): void {
      isSilent = true;
    },
    /** Closes the silent connections; new ones work. */
    restore(): void {
      isSilent = false;
      cut();
    },
    close(): void {
      server.close();
      cut();
    },
  };
}
