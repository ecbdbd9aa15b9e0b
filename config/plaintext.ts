/** Secrets and personal data leave the private network by TLS only. */
import ipaddr from 'ipaddr.js';
import { flag } from './kinds.ts';
import { type Environment, variable } from './variables.ts';

/** Of the variables `…_ALLOW_PLAINTEXT`: each allows one target outside the private network without TLS. */
export const allowPlaintext = variable('true or false', flag.prefault('false'));

/** Ranges of addresses that no router of the internet forwards. */
const privateRanges = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal', 'carrierGradeNat', 'unspecified']);
/** Names that are reserved for private networks, or have no dot, as those of containers. */
const privateName = /^[^.]+$|\.(localhost|local|internal|home\.arpa)$/;

/** Whether a host is outside loopback and private networks. Names are judged without being resolved. */
export function isPublicHost(host: string): boolean {
  // As URLs of the web write it: 0x7f000001 and 2130706433 are 127.0.0.1.
  const url = `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}`;
  const name = (URL.canParse(url) ? new URL(url).hostname : host).replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (ipaddr.isValid(name)) return !privateRanges.has(ipaddr.process(name).range());
  return !privateName.test(name.toLowerCase());
}

/** One error for each address of `names` that is public and http. `override`: the variable that allows it. */
export function httpErrors(env: Environment, names: readonly string[], override: string): readonly string[] {
  if (isSet(env[override])) return [];
  return names.flatMap((name) => {
    const value = env[name] ?? '';
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url?.protocol !== 'http:' || !isPublicHost(url.hostname)) return [];
    return [`${name} was read as ${JSON.stringify(value)}; ${needsTls('an https address', override)}`];
  });
}

/** `sslmode` of a public PostgreSQL. Modes that do not verify the certificate protect from listeners only. */
export function databaseErrors(env: Environment, name: string): readonly string[] {
  const value = env[name] ?? '';
  if (isSet(env['DATABASE_ALLOW_PLAINTEXT']) || !URL.canParse(value)) return [];
  const { protocol, hostname, searchParams } = new URL(value);
  // The library prefers this parameter; a path is that of a socket.
  const host = searchParams.get('host') || decodeURIComponent(hostname);
  if (!protocol.startsWith('postgres') || host.startsWith('/') || !isPublicHost(host)) return [];
  const mode = searchParams.get('sslmode');
  const accepted = searchParams.has('uselibpqcompat') ? ['verify-full'] : ['verify-full', 'verify-ca', 'require'];
  if (mode !== null && accepted.includes(mode)) return [];
  const read = mode === null ? 'without sslmode' : `with sslmode=${mode}`;
  return [`${name} was read ${read}; ${needsTls('sslmode=verify-full', 'DATABASE_ALLOW_PLAINTEXT')}`];
}

/** Of the mail library, set by parameters of the address. */
const weakeningOptions = new Set([
  'ignoreTLS',
  'requireTLS',
  'opportunisticTLS',
  'tls.rejectUnauthorized',
  'tls.checkServerIdentity',
]);

/** What would switch off STARTTLS, or the check of the certificate, for a public mail server. */
export function mailErrors(env: Environment): readonly string[] {
  const value = env['SMTP_URL'] ?? '';
  if (!requiresTls(value, isSet(env['SMTP_ALLOW_PLAINTEXT']))) return [];
  const weakening = [...new URL(value).searchParams.keys()].find((name) => weakeningOptions.has(name));
  if (weakening === undefined) return [];
  return [`SMTP_URL was read with ${weakening}; ${needsTls('an address without it', 'SMTP_ALLOW_PLAINTEXT')}`];
}

/** An API key that would be sent unencrypted. */
export function temporalErrors(
  { address, apiKey, tls }: { readonly address: string; readonly apiKey?: string; readonly tls: unknown },
  isPlaintextAllowed: boolean,
): readonly string[] {
  const host = address.replace(/:\d+$/, '');
  if (isPlaintextAllowed || apiKey === undefined || tls !== false || !isPublicHost(host)) return [];
  const accepted = needsTls('TLS for an API key', 'TEMPORAL_ALLOW_PLAINTEXT');
  return [`TEMPORAL_TLS was read as "false" for ${JSON.stringify(address)}; ${accepted}`];
}

/** Whether a mail server may be used with TLS only (`smtps:`, or `smtp:` with STARTTLS). */
export function requiresTls(smtpUrl: string, isPlaintextAllowed: boolean): boolean {
  return !isPlaintextAllowed && URL.canParse(smtpUrl) && isPublicHost(new URL(smtpUrl).hostname);
}

function needsTls(accepted: string, override: string): string {
  return `outside loopback and private networks, accepted is ${accepted}. ${override}=true allows it unencrypted.`;
}

function isSet(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}
