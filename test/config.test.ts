import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const olderKey = Buffer.alloc(32, 1).toString('base64');

const complete = {
  DATABASE_URL: 'postgres://user:hunter2@localhost:5432/perennial',
  TEMPORAL_ADDRESS: 'localhost:7233',
  AMAZON_APPLICATION_ID: 'amzn1.sp.solution.1',
  AMAZON_CLIENT_ID: 'client',
  AMAZON_CLIENT_SECRET: 'amazon-secret',
  COMMERCE_BASE_URL: 'https://shop.example.com/',
  COMMERCE_CONSUMER_KEY: 'consumer',
  COMMERCE_CONSUMER_SECRET: 'consumer-secret',
  COMMERCE_ACCESS_TOKEN: 'access',
  COMMERCE_ACCESS_TOKEN_SECRET: 'access-secret',
  SMTP_URL: 'smtp://user:hunter2@localhost:25',
  ENCRYPTION_KEYS: `new:${key},old:${olderKey}`,
  ADMIN_TOKEN: 'an-admin-token-of-some-length',
};

function errorsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.errors;
    throw error;
  }
}

describe('readConfig', () => {
  it('fills in what may be left out', () => {
    const config = readConfig(complete);
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      yearMs: 365 * 86_400_000,
      rateLimitPerMinute: 1200,
      webhooksAllowPrivate: false,
      mailFrom: 'Perennial <perennial@localhost>',
      temporal: { address: 'localhost:7233', namespace: 'default', tls: false },
      commerce: { baseUrl: 'https://shop.example.com' },
    });
    expect(config.amazon.lwaUrl).toBe('https://api.amazon.com');
    expect(config.amazon.sellerCentralUrl.MX).toBe('https://sellercentral.amazon.com.mx');
    expect(config.amazon.spapiUrl.EU).toBe('https://sellingpartnerapi-eu.amazon.com');
  });

  it.each([
    ['90s', 90_000],
    ['2m', 120_000],
    ['12h', 43_200_000],
    ['365d', 31_536_000_000],
    ['1.5m', 90_000],
  ])('reads a year of %s as %i milliseconds', (YEAR_LENGTH, yearMs) => {
    expect(readConfig({ ...complete, YEAR_LENGTH }).yearMs).toBe(yearMs);
  });

  it.each(['5s', '366d', '90', 's', '-1d', '1y'])('refuses a year of %s', (YEAR_LENGTH) => {
    expect(errorsOf({ ...complete, YEAR_LENGTH })).toEqual([
      `YEAR_LENGTH was read as "${YEAR_LENGTH}"; accepted is a duration from 10s to 365d, such as 365d, 12h, 2m or 90s.`,
    ]);
  });

  it('keeps the order of the key ring, the sealing key first', () => {
    const { encryptionKeys } = readConfig(complete);
    expect(encryptionKeys.map(({ kid }) => kid)).toEqual(['new', 'old']);
    expect(encryptionKeys[0]?.key).toEqual(new Uint8Array(32).fill(7));
  });

  it.each([`new:${key},new:${olderKey}`, 'new:c2hvcnQ=', key, `:${key}`])(
    'refuses the key ring %s',
    (ENCRYPTION_KEYS) => {
      expect(errorsOf({ ...complete, ENCRYPTION_KEYS })).toHaveLength(1);
    },
  );

  it('reports all errors at once, each with the name, what was read and what is accepted', () => {
    const errors = errorsOf({
      ...complete,
      PORT: '70000',
      LOG_LEVEL: 'loud',
      AMAZON_LWA_URL: 'api.amazon.com',
      TEMPORAL_ADDRESS: undefined,
      ADMIN_TOKEN: '',
    });
    expect(errors).toEqual(
      expect.arrayContaining([
        'PORT was read as "70000"; accepted is a port from 0 to 65535.',
        'LOG_LEVEL was read as "loud"; accepted is fatal, error, warn, info, debug or trace.',
        expect.stringMatching(/^AMAZON_LWA_URL was read as "api.amazon.com"; accepted is an http/),
        expect.stringMatching(/^TEMPORAL_ADDRESS is missing; accepted is host:port/),
        expect.stringMatching(/^ADMIN_TOKEN is missing; accepted is/),
      ]),
    );
    expect(errors).toHaveLength(5);
  });

  it('never shows a secret, not even a wrong one', () => {
    const message = errorsOf({
      ...complete,
      DATABASE_URL: 'mysql://user:hunter2@localhost/db',
      SMTP_URL: 'hunter2',
      ENCRYPTION_KEYS: 'hunter2',
      ADMIN_TOKEN: 'hunter2',
    }).join('\n');
    expect(message).toContain('DATABASE_URL was read as …');
    expect(message.split('\n')).toHaveLength(4);
    expect(message).not.toContain('hunter2');
  });

  it('refuses a path on an Amazon address, whose paths are ours', () => {
    expect(errorsOf({ ...complete, AMAZON_LWA_URL: 'https://api.amazon.com/auth' })).toHaveLength(1);
  });

  it('tells operators by mail only where an address is given, and refuses what is none', () => {
    expect(readConfig(complete).operatorEmail).toBeUndefined();
    expect(readConfig({ ...complete, OPERATOR_EMAIL: 'ops@example.com' }).operatorEmail).toBe('ops@example.com');
    expect(errorsOf({ ...complete, OPERATOR_EMAIL: 'ops' })).toEqual([
      'OPERATOR_EMAIL was read as "ops"; accepted is an e-mail address such as operators@example.com, or nothing.',
    ]);
  });

  it('switches TLS on with an API key, unless TEMPORAL_TLS says otherwise', () => {
    expect(readConfig({ ...complete, TEMPORAL_API_KEY: 'k' }).temporal.tls).toBe(true);
    expect(readConfig({ ...complete, TEMPORAL_API_KEY: 'k', TEMPORAL_TLS: 'false' }).temporal.tls).toBe(false);
  });

  it('reads who may frame the console, for an https address of ours only', () => {
    expect(readConfig(complete).consoleFrameAncestors).toEqual([]);
    const framed = { ...complete, PUBLIC_URL: 'https://perennial.example.com' };
    const CONSOLE_FRAME_ANCESTORS = 'https://admin.example.com:8443, https://*.adobe.com';
    expect(readConfig({ ...framed, CONSOLE_FRAME_ANCESTORS }).consoleFrameAncestors).toEqual([
      'https://admin.example.com:8443',
      'https://*.adobe.com',
    ]);
    for (const wrong of [
      'http://admin.example.com',
      'https://admin.example.com/path',
      '*',
      "https://a.b; script-src 'self'",
    ])
      expect(errorsOf({ ...framed, CONSOLE_FRAME_ANCESTORS: wrong })).toEqual([
        `CONSOLE_FRAME_ANCESTORS was read as ${JSON.stringify(wrong)}; accepted is https addresses without a path, separated by spaces, such as https://admin.example.com https://*.example.com.`,
      ]);
    expect(errorsOf({ ...complete, CONSOLE_FRAME_ANCESTORS, PUBLIC_URL: 'http://localhost:3000' })).toEqual([
      'PUBLIC_URL was read as "http://localhost:3000"; CONSOLE_FRAME_ANCESTORS needs an https address.',
    ]);
  });
});
