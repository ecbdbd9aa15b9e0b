import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config.ts';
import { completeEnv, errorsOf } from './complete-env.ts';

const oidcEnv = {
  OIDC_ISSUER: 'https://login.example.com/realms/shop',
  OIDC_CLIENT_ID: 'perennial',
  OIDC_CLIENT_SECRET: 'oidc-secret',
  OIDC_ROLE_CLAIM: 'realm_access.roles',
};

describe('the identity provider', () => {
  it('is optional', () => {
    expect(readConfig(completeEnv).oidc).toBeUndefined();
  });

  it('is read from four variables, the secret also from a file', () => {
    const expected = {
      issuer: 'https://login.example.com/realms/shop',
      clientId: 'perennial',
      clientSecret: 'oidc-secret',
      roleClaim: 'realm_access.roles',
    };
    expect(readConfig({ ...completeEnv, ...oidcEnv }).oidc).toEqual(expected);
    const dir = mkdtempSync(join(tmpdir(), 'oidc-config-'));
    const path = join(dir, 'secret');
    writeFileSync(path, 'oidc-secret\n');
    const { OIDC_CLIENT_SECRET: _secret, ...others } = oidcEnv;
    expect(readConfig({ ...completeEnv, ...others, OIDC_CLIENT_SECRET_FILE: path }).oidc).toEqual(expected);
    rmSync(dir, { recursive: true });
  });

  it.each(Object.keys(oidcEnv))('needs all four: an error names %s when it is missing', (name) => {
    const errors = errorsOf({ ...completeEnv, ...oidcEnv, [name]: undefined });
    const other = name === 'OIDC_ISSUER' ? 'OIDC_CLIENT_ID' : 'OIDC_ISSUER';
    expect(errors).toEqual([expect.stringMatching(`^${name} is missing; ${other} needs it. Accepted is .+\\.$`)]);
  });

  it('names all that is wrong at once', () => {
    const errors = errorsOf({ ...completeEnv, OIDC_ISSUER: 'http://login.example.com' });
    expect(errors.map((error) => error.split(' ')[0])).toEqual([
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
      'OIDC_ROLE_CLAIM',
    ]);
  });

  it.each([
    'http://login.example.com',
    'http://127.0.0.1.example.com',
    'https://login.example.com/.well-known/openid-configuration',
    'https://login.example.com?tenant=1',
    'login.example.com',
  ])('is not %s', (issuer) => {
    expect(errorsOf({ ...completeEnv, ...oidcEnv, OIDC_ISSUER: issuer })).toEqual([
      expect.stringContaining(`OIDC_ISSUER was read as "${issuer}"; accepted is the provider's issuer`),
    ]);
  });

  it.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])(
    'may be on loopback: %s',
    (issuer) => {
      expect(readConfig({ ...completeEnv, ...oidcEnv, OIDC_ISSUER: issuer }).oidc?.issuer).toBe(issuer);
    },
  );

  it('has a secret that is never shown', () => {
    expect(errorsOf({ ...completeEnv, ...oidcEnv, OIDC_ISSUER: 'x' }).join()).not.toContain('oidc-secret');
  });
});
