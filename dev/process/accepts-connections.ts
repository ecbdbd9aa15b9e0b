import { connect } from 'node:net';

/** Whether a server accepts connections at this address. */
export function acceptsConnections(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(500, () => settle(false));
    socket.once('connect', () => {
      // The system may choose the called port as the port of our own connection, which then connects to itself. A reset
      // frees the port at once.
      if (socket.localPort !== port) return settle(true);
      socket.resetAndDestroy();
      resolve(false);
    });
    // A reset may also arrive after the result is known.
    socket.on('error', () => settle(false));
  });
}
