import * as oidc from 'openid-client';
import { coalesceCalls } from '../../domain/coalesce.ts';
import { highestRole, type Role } from '../../domain/roles.ts';
import { freshSignInMs, sessionMs } from '../../domain/sessions.ts';
import { displayName, nameFromSubject, readClaim } from './claims.ts';
import { describeFailure, describeOutage, type SignInFailure } from './failures.ts';

export interface IdentityProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly roleClaim: string;
  /** Registered at the provider. */
  readonly redirectUri: string;
}

/** What the browser keeps between `begin` and `finish`. */
interface Transaction {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly isFreshSignIn: boolean;
}

type Unavailable = Extract<SignInFailure, { kind: 'unavailable' }>;
type Begun = { readonly kind: 'begun'; readonly url: string } & Pick<Transaction, 'state' | 'nonce' | 'codeVerifier'>;
type Finished =
  | {
      readonly kind: 'signed_in';
      readonly subject: string;
      readonly name: string;
      readonly role: Role;
      /** Absent when the provider does not say it. */
      readonly authenticatedAt?: Date;
    }
  | { readonly kind: 'no_role'; readonly claim: string; readonly value: unknown; readonly name: string }
  /** A fresh sign-in was wanted, and the provider did not ask the person again or does not say that it did. */
  | { readonly kind: 'not_fresh' }
  | SignInFailure;

const timeoutSeconds = 5;
const keepMetadataMs = 3_600_000;
const clockToleranceSeconds = 30;

/** Signs people in with OpenID Connect: authorization code, PKCE, state and nonce. Discovers the provider when needed. */
export class IdentityProvider {
  readonly issuer: string;
  readonly #settings: IdentityProviderSettings;
  readonly #discover: () => Promise<oidc.Configuration>;

  constructor(settings: IdentityProviderSettings) {
    this.issuer = settings.issuer;
    this.#settings = settings;
    this.#discover = coalesceCalls(() => discover(settings), { joinRunning: true, keepMs: keepMetadataMs });
  }

  /** `isFreshSignIn`: the provider has to ask the person again, although they are signed in there. */
  async begin({ isFreshSignIn }: { readonly isFreshSignIn: boolean }): Promise<Begun | Unavailable> {
    const configuration = await this.#configuration();
    if ('kind' in configuration) return configuration;
    const [state, nonce, codeVerifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#settings.redirectUri,
      scope: this.#scope(configuration),
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      // With `max_age`, the provider has to say when the person signed in there (`auth_time`).
      max_age: String((isFreshSignIn ? freshSignInMs : sessionMs) / 1000),
      ...(isFreshSignIn && { prompt: 'login' }),
    });
    return { kind: 'begun', url: url.href, state, nonce, codeVerifier };
  }

  /** `query`: of the callback. Checks state, nonce, PKCE, signature, issuer, audience and times. */
  async finish(query: URLSearchParams, transaction: Transaction): Promise<Finished> {
    const configuration = await this.#configuration();
    if ('kind' in configuration) return configuration;
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, this.#callbackUrl(query), {
        expectedState: transaction.state,
        expectedNonce: transaction.nonce,
        pkceCodeVerifier: transaction.codeVerifier,
      });
      const idToken = tokens.claims();
      if (!idToken) return { kind: 'refused', code: 'no_id_token' };
      const authenticatedAt = idToken.auth_time === undefined ? undefined : new Date(idToken.auth_time * 1000);
      if (transaction.isFreshSignIn && !isAfterStart(authenticatedAt, transaction)) return { kind: 'not_fresh' };
      const claims = await this.#completeClaims(configuration, tokens.access_token, idToken);
      return this.#toPerson(claims, idToken.sub, authenticatedAt);
    } catch (error) {
      return describeFailure(error);
    }
  }

  /** Undefined when the provider cannot sign people out, or does not answer. */
  async signOutUrl(returnUrl: string): Promise<string | undefined> {
    const configuration = await this.#configuration();
    if ('kind' in configuration || !configuration.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnUrl }).href;
  }

  async #configuration(): Promise<oidc.Configuration | Unavailable> {
    try {
      return await this.#discover();
    } catch (error) {
      return { kind: 'unavailable', detail: describeOutage(error) };
    }
  }

  #callbackUrl(query: URLSearchParams): URL {
    const url = new URL(this.#settings.redirectUri);
    url.search = query.toString();
    return url;
  }

  /** Some providers put a claim only into the scope of its name, such as `groups`. */
  #scope(configuration: oidc.Configuration): string {
    const { scopes_supported: supported = [] } = configuration.serverMetadata();
    const [claim = ''] = this.#settings.roleClaim.split('.');
    return ['openid', 'profile', ...(supported.includes(claim) ? [claim] : [])].join(' ');
  }

  /** The ID token's claims and, when it lacks the roles or a name, those of the userinfo endpoint. */
  async #completeClaims(
    configuration: oidc.Configuration,
    accessToken: string,
    idToken: oidc.IDToken,
  ): Promise<Readonly<Record<string, unknown>>> {
    const isComplete = readClaim(idToken, this.#settings.roleClaim) !== undefined && displayName(idToken) !== undefined;
    if (isComplete || !configuration.serverMetadata().userinfo_endpoint) return idToken;
    return { ...(await oidc.fetchUserInfo(configuration, accessToken, idToken.sub)), ...idToken };
  }

  #toPerson(claims: Readonly<Record<string, unknown>>, subject: string, authenticatedAt: Date | undefined): Finished {
    const name = displayName(claims) ?? nameFromSubject(subject);
    const claim = this.#settings.roleClaim;
    const value = readClaim(claims, claim);
    const role = highestRole(Array.isArray(value) ? value : [value]);
    if (!role) return { kind: 'no_role', claim, value, name };
    return { kind: 'signed_in', subject, name, role, authenticatedAt };
  }
}

function isAfterStart(authenticatedAt: Date | undefined, { startedAt }: Transaction): boolean {
  if (authenticatedAt === undefined) return false;
  return authenticatedAt.getTime() >= Date.parse(startedAt) - clockToleranceSeconds * 1000;
}

function discover({ issuer, clientId, clientSecret }: IdentityProviderSettings): Promise<oidc.Configuration> {
  // The configuration permits http on loopback only.
  const overLoopback = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(
    new URL(issuer),
    clientId,
    { [oidc.clockTolerance]: clockToleranceSeconds },
    clientAuthentication(clientSecret),
    { execute: [oidc.enableNonRepudiationChecks, ...overLoopback], timeout: timeoutSeconds },
  );
}

/** By the standard's default, unless the provider takes the secret in the body only. */
function clientAuthentication(clientSecret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(clientSecret), oidc.ClientSecretPost(clientSecret)];
  return (server, client, body, headers) => {
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
    const authenticate = methods.includes('client_secret_basic') ? basic : post;
    authenticate(server, client, body, headers);
  };
}
