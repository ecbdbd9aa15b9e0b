import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { readStartSettings } from '../dev/settings.ts';
import { completeEnv as complete, encryptionKey, errorsOf } from './config/complete-env.ts';

const key = encryptionKey(7);
const olderKey = encryptionKey(1);

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
      AMAZON_APPLICATION_ID: undefined,
      ADMIN_TOKEN: '',
    });
    expect(errors).toEqual(
      expect.arrayContaining([
        'PORT was read as "70000"; accepted is a port from 0 to 65535.',
        'LOG_LEVEL was read as "loud"; accepted is fatal, error, warn, info, debug or trace.',
        expect.stringMatching(/^AMAZON_LWA_URL was read as "api.amazon.com"; accepted is an http/),
        expect.stringMatching(/^TEMPORAL_ADDRESS is missing; accepted is host:port/),
        "AMAZON_APPLICATION_ID is missing; accepted is the application's id, such as amzn1.sp.solution.….",
        expect.stringMatching(/^ADMIN_TOKEN is missing; accepted is/),
      ]),
    );
    expect(errors).toHaveLength(6);
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

  it.each(['password', 'x'.repeat(23), `${'x'.repeat(23)} `, `${'x'.repeat(30)} y`])(
    'refuses an admin token that can be guessed or has spaces: "%s"',
    (ADMIN_TOKEN) => {
      expect(errorsOf({ ...complete, ADMIN_TOKEN })).toEqual([
        `ADMIN_TOKEN was read as … (${ADMIN_TOKEN.length} characters); accepted is a token of at least 24 characters without spaces, such as the output of: openssl rand -hex 32.`,
      ]);
    },
  );

  it('believes the proxies that are named, and nobody by default', () => {
    expect(readConfig(complete).trustedProxies).toEqual([]);
    const TRUSTED_PROXIES = '10.0.0.7, 192.168.0.0/16 fd00::/8\n2001:db8::1';
    expect(readConfig({ ...complete, TRUSTED_PROXIES }).trustedProxies).toEqual([
      '10.0.0.7',
      '192.168.0.0/16',
      'fd00::/8',
      '2001:db8::1',
    ]);
    for (const wrong of ['proxy.example.com', '10.0.0', '10.0.0.0/33', '0.0.0.0/0', '::/0', 'true', '1'])
      expect(errorsOf({ ...complete, TRUSTED_PROXIES: wrong })).toEqual([
        `TRUSTED_PROXIES was read as ${JSON.stringify(wrong)}; accepted is IP addresses or networks separated by spaces, such as 10.0.0.7 192.168.0.0/16 fd00::/8.`,
      ]);
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

describe('a secret in a file', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  function secretFile(name: string, content: string): string {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  }

  it('is read from NAME_FILE, for each secret', () => {
    const secrets = [
      'DATABASE_URL',
      'AMAZON_CLIENT_SECRET',
      'COMMERCE_CONSUMER_SECRET',
      'COMMERCE_ACCESS_TOKEN',
      'COMMERCE_ACCESS_TOKEN_SECRET',
      'SMTP_URL',
      'ENCRYPTION_KEYS',
      'ADMIN_TOKEN',
    ] as const;
    const files = secrets.flatMap((name) => [
      [name, undefined],
      [`${name}_FILE`, secretFile(name, `${complete[name]}\n`)],
    ]);
    expect(readConfig({ ...complete, ...Object.fromEntries(files) })).toEqual(readConfig(complete));
    const TEMPORAL_API_KEY_FILE = secretFile('TEMPORAL_API_KEY', 'k\n');
    expect(readConfig({ ...complete, TEMPORAL_API_KEY_FILE }).temporal).toMatchObject({ apiKey: 'k', tls: true });
  });

  it('stops the start, with the name of its variable, when it cannot be used', () => {
    const wrong = {
      ...complete,
      ADMIN_TOKEN: undefined,
      ADMIN_TOKEN_FILE: secretFile('short', 'hunter2\n'),
      SMTP_URL: undefined,
      SMTP_URL_FILE: join(dir, 'nothing'),
      DATABASE_URL_FILE: secretFile('other', complete.DATABASE_URL),
    };
    const errors = [...errorsOf(wrong)].toSorted();
    expect(errors).toEqual([
      `DATABASE_URL_FILE was read as "${join(dir, 'other')}", and DATABASE_URL is set as well; accepted is one of the two.`,
      `SMTP_URL_FILE was read as "${join(dir, 'nothing')}"; accepted is a readable file with a mail server such as smtp://user:password@host:587.`,
      expect.stringMatching(/^The content of ADMIN_TOKEN_FILE was read as … \(7 characters\); accepted is a token/),
    ]);
  });

  it('replaces a part of `npm start` as the variable itself does', () => {
    const { embedded, env } = readStartSettings({ DATABASE_URL_FILE: secretFile('url', complete.DATABASE_URL) });
    expect(embedded.postgres).toBe(false);
    expect(env).toEqual({ DATABASE_URL: complete.DATABASE_URL });
    expect(() => readStartSettings({ DATABASE_URL_FILE: join(dir, 'nothing') })).toThrow(
      /^These settings cannot be used:\n {2}DATABASE_URL_FILE was read as "[^"]+"; accepted is a readable file[^\n]+$/,
    );
  });
});

it('refuses an owner of the tables for a PostgreSQL that `npm start` runs itself', () => {
  expect(() => readStartSettings({ MIGRATION_DATABASE_URL: complete.DATABASE_URL })).toThrow('it needs DATABASE_URL');
  expect(
    readStartSettings({ DATABASE_URL: complete.DATABASE_URL, MIGRATION_DATABASE_URL: complete.DATABASE_URL }).embedded
      .postgres,
  ).toBe(false);
});
