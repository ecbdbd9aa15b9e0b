import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IdentityProvider } from '../../../adapters/oidc/identity-provider.ts';

/** A provider whose key and tokens are ours, so that each can be wrong. */
let server: Server;
let issuer: string;
let idToken = '';
const requestedPaths: string[] = [];
let keys: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }] };
  const answers: Record<string, () => object> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
    }),
    '/keys': () => jwks,
    '/token': () => ({ access_token: 'access', token_type: 'Bearer', id_token: idToken }),
  };
  server = createServer((request, response) => {
    requestedPaths.push(request.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answers[request.url ?? '']?.() ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  issuer = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.close();
});

/** What Perennial makes of a token with these claims, which `sign` signs, and of a callback with these parameters. */
async function finishWith(
  changes: JWTPayload,
  sign: (claims: JWTPayload) => Promise<string>,
  parameters: Record<string, string> = {},
) {
  const settings = { clientId: 'perennial', clientSecret: 'secret', roleClaim: 'roles' };
  const provider = new IdentityProvider({ issuer, ...settings, redirectUri: 'http://127.0.0.1/callback' });
  const begun = await provider.begin({ isFreshSignIn: false });
  if (begun.kind !== 'begun') throw new Error(begun.detail);
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, exp: now + 300, auth_time: now };
  const claims = { iss: issuer, aud: 'perennial', sub: 'vera', name: 'Vera', roles: 'viewer', ...times };
  idToken = await sign({ ...claims, nonce: begun.nonce, ...changes });
  const query = new URLSearchParams({ code: 'code', state: begun.state, ...parameters });
  return provider.finish(query, { ...begun, startedAt: new Date().toISOString(), isFreshSignIn: false });
}

const signWith =
  ({ privateKey }: typeof keys) =>
  (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(privateKey);
const sign = (claims: JWTPayload) => signWith(keys)(claims);

describe('the ID token', () => {
  it('signs a person in', async () => {
    expect(await finishWith({}, sign)).toMatchObject({ kind: 'signed_in', subject: 'vera', role: 'viewer' });
  });

  it.each<[string, JWTPayload]>([
    ['another issuer', { iss: 'https://other.example.com' }],
    ['another audience', { aud: 'another-client' }],
    ['several audiences and another authorized party', { aud: ['perennial', 'other'], azp: 'other' }],
    ['another nonce', { nonce: 'another' }],
    ['a time that has passed', { exp: Math.floor(Date.now() / 1000) - 3600 }],
    ['no end', { exp: undefined }],
  ])('is refused with %s', async (_what, changes) => {
    expect(await finishWith(changes, sign)).toMatchObject({ kind: 'refused' });
  });

  it('is refused when it is signed by another key, or not at all', async () => {
    const other = await generateKeyPair('RS256');
    expect(await finishWith({}, signWith(other))).toMatchObject({ kind: 'refused' });
    const unsigned = async (claims: JWTPayload) => new UnsecuredJWT(claims).encode();
    expect(await finishWith({}, unsigned)).toMatchObject({ kind: 'refused' });
  });
});

it('a callback that names another issuer is refused, before its code is sent anywhere', async () => {
  requestedPaths.length = 0;
  const finished = await finishWith({}, sign, { iss: 'https://other.example.com' });
  expect(finished).toMatchObject({ kind: 'refused' });
  expect(requestedPaths).not.toContain('/token');
});
