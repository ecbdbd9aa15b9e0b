import type { Request } from 'express';
import ipaddr from 'ipaddr.js';

/** The client as the trusted proxies report it, else the peer of the connection. Without the port that some proxies add. */
export function clientAddress(request: Request): string {
  const reported = (request.ip ?? '').replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  return ipaddr.isValid(reported) ? reported : (request.socket.remoteAddress ?? '');
}

/** What a client is counted by. A client with IPv6 has a whole /64 network of addresses. */
export function clientKey(request: Request): string {
  const address = clientAddress(request);
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}
