import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import ipaddr from 'ipaddr.js';

const registrationLookupTimeoutMs = 2000;
const globalUnicastV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Its message is a sentence for the person who registered the URL. */
export class BlockedUrlError extends Error {
  override readonly name = 'BlockedUrlError';
}

/** Which URLs webhooks may be sent to: any, or only HTTPS URLs with a public address. */
export class WebhookUrlPolicy {
  private readonly allowPrivate: boolean;
  private readonly runningLookups = new Map<string, Promise<readonly LookupAddress[]>>();

  constructor(allowPrivate: boolean) {
    this.allowPrivate = allowPrivate;
  }

  /** Checks the URL without a DNS lookup. Throws `BlockedUrlError`. */
  check(url: URL): void {
    if (this.allowPrivate) return;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== 'https:') throw new BlockedUrlError('Use an HTTPS URL.');
    if (isIP(host) > 0 && !isPublic(host)) throw new BlockedUrlError(notPublic(host));
  }

  /** Why the URL is rejected, as a sentence; undefined when it is allowed. */
  async rejectionReason(url: string): Promise<string | undefined> {
    const { hostname } = new URL(url);
    try {
      this.check(new URL(url));
      if (isIP(hostname) === 0)
        await Promise.race([this.allowedAddresses(hostname), timeout(registrationLookupTimeoutMs)]);
      return undefined;
    } catch (error) {
      // A name that does not resolve yet is allowed: it is looked up again for every connection.
      return error instanceof BlockedUrlError ? error.message : undefined;
    }
  }

  /** For sockets. Returns allowed addresses only, so a name cannot change its address between check and connection. */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    this.allowedAddresses(hostname).then(
      (addresses) => {
        const family = options.family === 'IPv4' ? 4 : options.family === 'IPv6' ? 6 : (options.family ?? 0);
        const matching = addresses.filter((address) => family === 0 || address.family === family);
        const [first] = matching;
        if (options.all) callback(null, matching);
        else if (first) callback(null, first.address, first.family);
        else callback(new BlockedUrlError(`${hostname} has no usable address.`), '', 0);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };

  private async allowedAddresses(hostname: string): Promise<readonly LookupAddress[]> {
    const addresses = await this.resolve(hostname);
    const allowed = this.allowPrivate ? addresses : addresses.filter(({ address }) => isPublic(address));
    if (allowed.length === 0) throw new BlockedUrlError(notPublic(hostname));
    return allowed;
  }

  /** One lookup per name at a time: slow lookups of one endpoint must not occupy all threads that resolve names. */
  private resolve(hostname: string): Promise<readonly LookupAddress[]> {
    const running = this.runningLookups.get(hostname);
    if (running) return running;
    const addresses = promisify(lookup)(hostname, { all: true }).finally(() => this.runningLookups.delete(hostname));
    this.runningLookups.set(hostname, addresses);
    return addresses;
  }
}

function notPublic(host: string): string {
  return `${host} is not a public address. Use a public HTTPS URL, or set WEBHOOKS_ALLOW_PRIVATE to allow private addresses.`;
}

/** False for loopback, private, link-local, multicast and every other special range. */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicastV6);
}

function timeout(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
