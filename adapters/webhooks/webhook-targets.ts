import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import ipaddr from 'ipaddr.js';
import type { WebhookTargets } from '../../api/webhook-ports.ts';

const registrationLookupMs = 2000;
const globalUnicastV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** A place that nothing is sent to. Its message is a sentence for whoever registered it. */
export class RefusedTarget extends Error {
  override readonly name = 'RefusedTarget';
}

export interface GuardedTargets extends WebhookTargets {
  /** @throws {RefusedTarget} for what an address says by itself, before anything is looked up. */
  check(url: URL): void;
  /** For sockets: answers only addresses that may be spoken to, so that a name cannot lead elsewhere in between. */
  readonly lookup: LookupFunction;
}

/** Where webhooks may go: anywhere, or only by https to addresses of the public internet. */
export function createWebhookTargets(allowPrivate: boolean): GuardedTargets {
  const underWay = new Map<string, Promise<readonly LookupAddress[]>>();

  /** One look-up per name at a time: slow ones of one endpoint must not take all threads that look names up. */
  function addressesOf(hostname: string): Promise<readonly LookupAddress[]> {
    const asked = underWay.get(hostname);
    if (asked) return asked;
    const answer = promisify(lookup)(hostname, { all: true }).finally(() => underWay.delete(hostname));
    underWay.set(hostname, answer);
    return answer;
  }

  async function permitted(hostname: string): Promise<readonly LookupAddress[]> {
    const addresses = await addressesOf(hostname);
    const open = allowPrivate ? addresses : addresses.filter(({ address }) => isPublic(address));
    if (open.length > 0) return open;
    throw new RefusedTarget(notPublic(hostname));
  }

  function check(url: URL): void {
    if (allowPrivate) return;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'https:') throw new RefusedTarget('Only https addresses are sent to. Give one.');
    if (isIP(host) > 0 && !isPublic(host)) throw new RefusedTarget(notPublic(host));
  }

  return {
    check,

    lookup(hostname, options, callback) {
      permitted(hostname).then(
        (addresses) => {
          const family = options.family === 'IPv4' ? 4 : options.family === 'IPv6' ? 6 : (options.family ?? 0);
          const fitting = addresses.filter((each) => family === 0 || each.family === family);
          const [first] = fitting;
          if (options.all) callback(null, fitting);
          else if (first) callback(null, first.address, first.family);
          else callback(new RefusedTarget(`${hostname} has no address that can be used.`), '', 0);
        },
        (error: NodeJS.ErrnoException) => callback(error, '', 0),
      );
    },

    async whyRefused(url) {
      const target = new URL(url);
      try {
        check(target);
        if (isIP(target.hostname) === 0) await Promise.race([permitted(target.hostname), patience()]);
        return undefined;
      } catch (error) {
        // A name that leads nowhere yet may do so later: it is looked up again for every connection.
        return error instanceof RefusedTarget ? error.message : undefined;
      }
    },
  };
}

function notPublic(host: string): string {
  return `${host} is no address of the public internet. Give one that is, or let whoever runs Perennial set WEBHOOKS_ALLOW_PRIVATE.`;
}

/** Loopback, private, link-local, multicast and every other special range are not. */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicastV6);
}

function patience(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, registrationLookupMs).unref();
  });
}
