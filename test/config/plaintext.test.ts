import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { isPublicHost } from '../../config/plaintext.ts';
import { readStartSettings } from '../../dev/settings.ts';
import { completeEnv as complete, errorsOf } from './complete-env.ts';

const sentence = (read: string, accepted: string, override: string) =>
  `${read}; outside loopback and private networks, accepted is ${accepted}. ${override}=true allows it unencrypted.`;

describe('a target outside loopback and private networks', () => {
  const unencrypted = {
    AMAZON_LWA_URL: 'http://api.amazon.com',
    AMAZON_SELLER_CENTRAL_URL_MX: 'http://8.8.8.8:8080',
    COMMERCE_BASE_URL: 'http://shop.example.com/store',
    DATABASE_URL: 'postgres://user:hunter2@db.example.com/perennial',
    SMTP_URL: 'smtp://user:hunter2@mail.example.com:587?ignoreTLS=true',
    TEMPORAL_ADDRESS: 'cloud.example.com:7233',
    TEMPORAL_API_KEY: 'key',
    TEMPORAL_TLS: 'false',
  };
  const overrides = {
    AMAZON_ALLOW_PLAINTEXT: 'true',
    COMMERCE_ALLOW_PLAINTEXT: 'true',
    DATABASE_ALLOW_PLAINTEXT: 'true',
    SMTP_ALLOW_PLAINTEXT: 'true',
    TEMPORAL_ALLOW_PLAINTEXT: '1',
  };

  it('needs TLS: every one that has none stops the start, all at once, without a secret', () => {
    const errors = errorsOf({ ...complete, ...unencrypted });
    expect([...errors].toSorted()).toEqual([
      sentence('AMAZON_LWA_URL was read as "http://api.amazon.com"', 'an https address', 'AMAZON_ALLOW_PLAINTEXT'),
      sentence(
        'AMAZON_SELLER_CENTRAL_URL_MX was read as "http://8.8.8.8:8080"',
        'an https address',
        'AMAZON_ALLOW_PLAINTEXT',
      ),
      sentence(
        'COMMERCE_BASE_URL was read as "http://shop.example.com/store"',
        'an https address',
        'COMMERCE_ALLOW_PLAINTEXT',
      ),
      sentence('DATABASE_URL was read without sslmode', 'sslmode=verify-full', 'DATABASE_ALLOW_PLAINTEXT'),
      sentence('SMTP_URL was read with ignoreTLS', 'an address without it', 'SMTP_ALLOW_PLAINTEXT'),
      sentence(
        'TEMPORAL_TLS was read as "false" for "cloud.example.com:7233"',
        'TLS for an API key',
        'TEMPORAL_ALLOW_PLAINTEXT',
      ),
    ]);
    expect(errors.join()).not.toContain('hunter2');
  });

  it('needs none where its variable allows it', () => {
    const config = readConfig({ ...complete, ...unencrypted, ...overrides });
    expect(config).toMatchObject({ smtpRequiresTls: false, temporal: { tls: false, apiKey: 'key' } });
    for (const name of Object.keys(overrides))
      expect(errorsOf({ ...complete, ...unencrypted, ...overrides, [name]: 'no' }).join()).toContain(name);
  });

  it('may be PostgreSQL with a mode that verifies the certificate', () => {
    const url = 'postgres://user@db.example.com/perennial?sslmode=';
    const refused = (suffix: string) => errorsOf({ ...complete, DATABASE_URL: `${url}${suffix}` }).length > 0;
    expect(['verify-full', 'verify-ca', 'require', 'verify-full&uselibpqcompat=true'].map(refused)).not.toContain(true);
    expect(['disable', 'prefer', 'no-verify', 'require&uselibpqcompat=true'].map(refused)).not.toContain(false);
  });

  it('is the one that a parameter of DATABASE_URL names, unless it is a socket', () => {
    const errors = (host: string) =>
      errorsOf({ ...complete, DATABASE_URL: `postgres://localhost/perennial?host=${host}` });
    expect(errors('db.example.com')).toHaveLength(1);
    expect(errors('/var/run/postgresql')).toEqual([]);
  });

  it('may be a mail server with STARTTLS, which is then required', () => {
    const read = (SMTP_URL: string) => readConfig({ ...complete, SMTP_URL }).smtpRequiresTls;
    expect(read('smtp://mail.example.com:587')).toBe(true);
    expect(read('smtps://mail.example.com')).toBe(true);
    expect(read('smtp://127.0.0.1:25')).toBe(false);
  });
});

it.each([
  ['api.amazon.com', true],
  ['8.8.8.8', true],
  ['134744072', true],
  ['[2001:4860::8888]', true],
  ['2001:4860::8888', true],
  ['::ffff:8.8.8.8', true],
  ['localhost.example.com', true],
  ['localhost', false],
  ['LOCALHOST.', false],
  ['postgres', false],
  ['db.prod.svc.cluster.local', false],
  ['temporal.internal', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['127.0.0.2', false],
  ['::1', false],
  ['[fd00::1]', false],
  ['::ffff:10.0.0.1', false],
])('knows whether %s is outside loopback and private networks: %s', (host, isPublic) => {
  expect(isPublicHost(host)).toBe(isPublic);
});

it('lets `npm start` use its own parts on loopback', () => {
  expect(readStartSettings({}).embedded).toEqual({ postgres: true, temporal: true, simulators: true, mailbox: true });
  expect(() => readStartSettings({ SMTP_URL: 'smtp://mail.example.com?requireTLS=false' })).toThrow('requireTLS');
});
