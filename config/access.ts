/** Who reaches Perennial, from where, and with which keys. */
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { baseUrl, portVariable, required, wholeNumber } from './kinds.ts';
import { type Environment, secretVariable, variable } from './variables.ts';

const key = z.string().transform((text, context) => {
  const [kid, encoded, ...rest] = text.split(':');
  const bytes = new Uint8Array(Buffer.from(encoded ?? '', 'base64'));
  if (rest.length > 0 || !kid || !/^[\w.-]+$/.test(kid) || bytes.length !== 32) {
    context.addIssue('not a key');
    return z.NEVER;
  }
  return { kid, key: bytes };
});

const keyRing = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(key).min(1))
  .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length);

const token = z.string().regex(/^[\x21-\x7e]{24,}$/);
const acceptedToken = 'a token of at least 24 characters without spaces, such as the output of: openssl rand -hex 32';

const list = z.string().transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''));

/** Origins as a Content-Security-Policy names them: `https://admin.example.com`, `https://*.example.com`. */
const frameAncestors = list.pipe(z.array(z.string().regex(/^https:\/\/(\*\.)?[a-z\d-]+(\.[a-z\d-]+)*(:\d{1,5})?$/i)));

/** A network of length 0 would believe everyone. */
function isAddressOrNetwork(text: string): boolean {
  if (text.includes('/')) return ipaddr.isValidCIDR(text) && !text.endsWith('/0');
  return ipaddr.IPv6.isValid(text) || ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** Of the API alone. */
export const accessVariables = {
  HOST: variable('the address to listen on, such as 127.0.0.1 or 0.0.0.0', required.prefault('127.0.0.1')),
  TRUSTED_PROXIES: variable(
    'IP addresses or networks separated by spaces, such as 10.0.0.7 192.168.0.0/16 fd00::/8',
    list.pipe(z.array(z.string().refine(isAddressOrNetwork))).prefault(''),
  ),
  ADMIN_TOKEN: secretVariable(acceptedToken, token),
  CONSOLE_FRAME_ANCESTORS: variable(
    'https addresses without a path, separated by spaces, such as https://admin.example.com https://*.example.com',
    frameAncestors.prefault(''),
  ),
  RATE_LIMIT_PER_MINUTE: variable('a whole number from 1 to 1000000', wholeNumber(1, 1_000_000).prefault('1200')),
};

/** Of the API and the worker. */
export const keyVariables = {
  PUBLIC_URL: variable('the http or https address where people reach Perennial', baseUrl.optional()),
  PORT: portVariable(3000),
  ENCRYPTION_KEYS: secretVariable(
    'one or more keys kid:base64 of 32 bytes, separated by commas, the newest first',
    keyRing,
  ),
  METRICS_TOKEN: secretVariable(`${acceptedToken}, or nothing`, token.optional()),
};

/** Browsers keep the session of a page in another site's frame over https only. */
export function framesWithoutHttps({ CONSOLE_FRAME_ANCESTORS, PUBLIC_URL = '' }: Environment): readonly string[] {
  if (!CONSOLE_FRAME_ANCESTORS || PUBLIC_URL.startsWith('https:')) return [];
  return [`PUBLIC_URL was read as ${JSON.stringify(PUBLIC_URL)}; CONSOLE_FRAME_ANCESTORS needs an https address.`];
}
