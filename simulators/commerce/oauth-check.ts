import type { SimulatorOptions } from '../simulation.ts';
import { isSameSecret } from '../state/same-secret.ts';
import { notAuthorized } from './commerce-error.ts';
import type { CommerceRefusal } from './commerce-error.ts';
import { percentDecode, signRequest } from './oauth-signature.ts';
import type { Parameter } from './oauth-signature.ts';

export interface SignedRequest {
  readonly method: string;
  /** Scheme, host and path as the client wrote them. */
  readonly url: string;
  /** As sent, without the question mark. */
  readonly query: string;
  readonly authorization: string | undefined;
}

type Credentials = SimulatorOptions['commerce'];

const windowMs = 5 * 60_000;

/** Checks requests signed by OAuth 1.0a; each nonce passes once. Refusals are Commerce's own sentences. */
export class OAuthCheck {
  readonly #credentials: Credentials;
  readonly #now: () => number;
  readonly #seenUntilMs = new Map<string, number>();

  constructor(credentials: Credentials, now: () => number) {
    this.#credentials = credentials;
    this.#now = now;
  }

  /** @param resource what the request is about, in Commerce's access control list. */
  refusalOf(request: SignedRequest, resource: string): CommerceRefusal | undefined {
    const header = readHeader(request.authorization);
    if (header === undefined) return notAuthorized(resource);
    const query = readQuery(request.query);
    if (query === undefined) return denied('The signature is invalid. Verify and try again.');
    const value = (name: string) => header.find(([key]) => key === name)?.[1] ?? '';
    const required = [
      'oauth_consumer_key',
      'oauth_token',
      'oauth_signature',
      'oauth_signature_method',
      'oauth_nonce',
      'oauth_timestamp',
    ];
    const missing = required.filter((name) => value(name) === '');
    if (missing.length > 0) {
      return {
        status: 400,
        message: '%fields is required. Enter and try again.',
        parameters: { fields: missing.join(', ') },
      };
    }
    return (
      this.#refusalOfCredentials(value) ??
      this.#refusalOfSignature(request, [...query, ...header], value('oauth_signature')) ??
      this.#refusalOfMoment(value('oauth_timestamp'), value('oauth_nonce'))
    );
  }

  #refusalOfCredentials(value: (name: string) => string): CommerceRefusal | undefined {
    if (value('oauth_signature_method') !== 'HMAC-SHA256') {
      return {
        ...denied('Signature method %method is not supported'),
        status: 400,
        parameters: { method: value('oauth_signature_method') },
      };
    }
    if (!['', '1.0'].includes(value('oauth_version'))) {
      return {
        ...denied('The "%version" Oauth version isn\'t supported.'),
        status: 400,
        parameters: { version: value('oauth_version') },
      };
    }
    if (!isSameSecret(value('oauth_consumer_key'), this.#credentials.consumerKey)) {
      return denied('A consumer having the specified key does not exist');
    }
    if (!isSameSecret(value('oauth_token'), this.#credentials.accessToken)) {
      return denied('Specified token does not exist');
    }
    return undefined;
  }

  #refusalOfSignature(
    { method, url }: SignedRequest,
    all: readonly Parameter[],
    signature: string,
  ): CommerceRefusal | undefined {
    const { consumerSecret, accessTokenSecret } = this.#credentials;
    const signed = all.filter(([name]) => name !== 'oauth_signature' && name !== 'realm');
    const expected = signRequest(method, url, signed, consumerSecret, accessTokenSecret);
    return isSameSecret(signature, expected) ? undefined : denied('The signature is invalid. Verify and try again.');
  }

  /** Checked last, so that a caller without the secrets cannot use up a nonce. */
  #refusalOfMoment(timestamp: string, nonce: string): CommerceRefusal | undefined {
    const nowMs = this.#now();
    const atMs = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN;
    if (!(Math.abs(nowMs - atMs) <= windowMs)) {
      return denied('The timestamp value in the oauth_timestamp parameter is incorrect.');
    }
    for (const [seen, untilMs] of this.#seenUntilMs) {
      if (untilMs >= nowMs) break;
      this.#seenUntilMs.delete(seen);
    }
    if (this.#seenUntilMs.has(nonce)) return denied('The nonce is already being used by the consumer with ID 1.');
    // A request dated ahead stays valid for up to two windows.
    this.#seenUntilMs.set(nonce, nowMs + 2 * windowMs);
    return undefined;
  }
}

function denied(message: string): CommerceRefusal {
  return { status: 401, message };
}

/** `OAuth name="value", …`; undefined for every other scheme, which Commerce treats as anonymous. */
function readHeader(authorization: string | undefined): readonly Parameter[] | undefined {
  if (authorization === undefined || !/^OAuth\s/i.test(authorization)) return undefined;
  const pairs = authorization.slice('OAuth '.length).matchAll(/([^\s,="]+)="([^"]*)"/g);
  return [...pairs].map(([, name = '', value = '']): Parameter => [name, percentDecode(value) ?? '']);
}

function readQuery(query: string): readonly Parameter[] | undefined {
  const parameters: Parameter[] = [];
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const [name = '', ...rest] = pair.split('=');
    const decodedName = percentDecode(name);
    const decodedValue = percentDecode(rest.join('='));
    if (decodedName === undefined || decodedValue === undefined) return undefined;
    parameters.push([decodedName, decodedValue]);
  }
  return parameters;
}
