/** Proxies that end TLS in front of a plain server, with a certificate of the tests' own authority. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';

/** For `localhost` and `127.0.0.1`, as a server and as a client; the key protects nothing. */
export const tlsFiles = {
  authority: fileURLToPath(new URL('tls/authority.pem', import.meta.url)),
  certificate: fileURLToPath(new URL('tls/certificate.pem', import.meta.url)),
  key: fileURLToPath(new URL('tls/key.pem', import.meta.url)),
};

const credentials = () => ({
  ca: readFileSync(tlsFiles.authority),
  cert: readFileSync(tlsFiles.certificate),
  key: readFileSync(tlsFiles.key),
});

export interface TlsProxy {
  readonly port: number;
  close(): void;
}

/** Speaks to clients with a certificate of our authority only, and passes their bytes on. */
export async function startMutualTlsProxy(targetAddress: string): Promise<TlsProxy> {
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(targetAddress) ?? [];
  const options = { ...credentials(), requestCert: true, rejectUnauthorized: true, ALPNProtocols: ['h2'] };
  const server = createTlsServer(options, (client) => {
    const target = connect(Number(port), host);
    client.pipe(target).pipe(client);
    for (const [socket, other] of [
      [client, target],
      [target, client],
    ] as const) {
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
  });
  return listen(server);
}

/** Adds the address of its client to `X-Forwarded-For`, as a load balancer does. */
export async function startHttpsProxy(targetUrl: string): Promise<TlsProxy> {
  const server = createServer(credentials(), (incoming, outgoing) => {
    const forwardedFor = [incoming.headers['x-forwarded-for'], incoming.socket.remoteAddress].filter(Boolean);
    const headers = { ...incoming.headers, 'x-forwarded-for': forwardedFor.join(', ') };
    const onward = request(new URL(incoming.url ?? '/', targetUrl), { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  return listen(server);
}

async function listen(server: Server & { closeAllConnections?: () => void }): Promise<TlsProxy> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close() {
      server.close();
      server.closeAllConnections?.();
    },
  };
}
