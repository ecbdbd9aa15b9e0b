/**
 * A real OpenID Connect provider as a process of its own, with a login that is one form. Prints its issuer. The name that is
 * signed in with decides the claims.
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const people = {
  vera: { name: 'Vera Viewer', roles: 'viewer' },
  otto: { name: 'Otto Operator', roles: ['employee', 'operator'] },
  ada: { name: 'Ada Admin', roles: ['viewer', 'admin', 'operator'] },
  nina: { name: 'Nina <b>Nobody</b>', roles: ['owner', 'Admin'] },
  noel: { name: 'Noel Noclaim' },
  eve: { name: 'admin', preferred_username: 'eve@example.com', roles: ['viewer'] },
};
/** Of a Perennial on any port of loopback. */
const callbackPattern = /^http:\/\/127\.0\.0\.1:\d+\/sign-in\/oidc\/callback$/;
const afterSignOutPattern = /^http:\/\/127\.0\.0\.1:\d+\/sign-in$/;

const server = createServer();
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.on('request', createHandler(issuer));
  process.stdout.write(`${issuer}\n`);
});

function createHandler(issuer) {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'perennial',
        client_secret: 'the-client-secret-of-the-test',
        redirect_uris: ['http://127.0.0.1/sign-in/oidc/callback'],
      },
    ],
    // As many providers do, it answers with the roles at the userinfo endpoint only.
    claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'roles'] },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people[accountId] }),
    }),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    cookies: { keys: ['the-cookie-key-of-the-test'] },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, AccessToken: 600, IdToken: 600 },
  });
  provider.Client.prototype.redirectUriAllowed = (uri) => callbackPattern.test(uri);
  provider.Client.prototype.postLogoutRedirectUriAllowed = (uri) => afterSignOutPattern.test(uri);
  const handle = provider.callback();
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url, issuer);
    if (!pathname.startsWith('/login/')) return void handle(request, response);
    const accountId = searchParams.get('as');
    if (accountId === null) return void response.end('Add ?as= and the name of a person.');
    const result =
      accountId === 'nobody' ? { error: 'access_denied' } : { login: { accountId, amr: ['pwd'], acr: 'test' } };
    void provider.interactionFinished(request, response, result);
  };
}
