import * as oidc from 'openid-client';

export type SignInFailure =
  /** `detail`: in any language, such as `ECONNREFUSED`, `HTTP 404` or `issuer https://other.example.com`. */
  | { readonly kind: 'unavailable'; readonly detail: string }
  /** `code`: of the standards or of `openid-client`, such as `access_denied`. */
  | { readonly kind: 'refused'; readonly code: string };

/** A provider may send any text; what is not like a code is not shown. */
const codePattern = /^[\w.-]{1,60}$/;

/** Why the provider cannot be used. @throws what is no error of `openid-client` or the network: a bug. */
export function describeOutage(error: unknown): string {
  const network = networkFailure(error);
  if (network !== undefined) return network;
  if (!(error instanceof oidc.ClientError)) throw error;
  const { cause } = error;
  if (cause instanceof Response) return `HTTP ${cause.status}`;
  return issuerIn(cause) ?? error.code ?? error.message;
}

/** What became of the exchange of a code. @throws what is no error of `openid-client` or the network: a bug. */
export function describeFailure(error: unknown): SignInFailure {
  const network = networkFailure(error);
  if (network !== undefined) return { kind: 'unavailable', detail: network };
  if (error instanceof oidc.AuthorizationResponseError) return refused(error.error);
  if (error instanceof oidc.ResponseBodyError) return refused(error.error);
  if (error instanceof oidc.WWWAuthenticateChallengeError)
    return refused(error.cause.find(({ parameters }) => parameters.error)?.parameters.error ?? `http_${error.status}`);
  if (!(error instanceof oidc.ClientError)) throw error;
  const { cause, code } = error;
  if (cause instanceof Response && cause.status >= 500) return { kind: 'unavailable', detail: `HTTP ${cause.status}` };
  return refused(code ?? '');
}

function refused(code: string): SignInFailure {
  return { kind: 'refused', code: codePattern.test(code) ? code : 'unknown' };
}

/** The code of a lost or refused connection; undefined for any other error. */
function networkFailure(error: unknown): string | undefined {
  if (error instanceof oidc.ClientError && error.code === 'OAUTH_TIMEOUT') return 'ETIMEDOUT';
  if (!(error instanceof TypeError) || error.message !== 'fetch failed') return undefined;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.message;
}

/** The issuer that a discovery document names instead of the expected one. */
function issuerIn(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('body' in cause)) return undefined;
  const { body } = cause;
  const isDocument = typeof body === 'object' && body !== null && 'issuer' in body;
  return isDocument ? `issuer ${String(body.issuer).slice(0, 200)}` : undefined;
}
