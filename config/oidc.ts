/** The identity provider that people sign in with. */
import { optionalText, url } from './kinds.ts';
import { type Environment, secretVariable, variable } from './variables.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that holds a person's roles; a dot leads into an object. */
  readonly roleClaim: string;
}

const accepted = {
  OIDC_ISSUER:
    "the provider's issuer, an https address (http on loopback only) without /.well-known/…, such as https://login.example.com",
  OIDC_CLIENT_ID: 'the client id that the provider gave Perennial',
  OIDC_CLIENT_SECRET: 'the client secret that the provider gave Perennial',
  OIDC_ROLE_CLAIM: 'the name of the claim that holds viewer, operator or admin, such as roles or realm_access.roles',
} as const;
const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLE_CLAIM'] as const;

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const issuer = url('http:', 'https:')
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, pathname, search, hash, username } = new URL(text);
    if (search !== '' || hash !== '' || username !== '' || pathname.includes('/.well-known/')) return false;
    return protocol === 'https:' || loopbackHost.test(hostname);
  })
  .optional();

export const oidcVariables = {
  OIDC_ISSUER: variable(accepted.OIDC_ISSUER, issuer),
  OIDC_CLIENT_ID: variable(accepted.OIDC_CLIENT_ID, optionalText),
  OIDC_CLIENT_SECRET: secretVariable(accepted.OIDC_CLIENT_SECRET, optionalText),
  OIDC_ROLE_CLAIM: variable(accepted.OIDC_ROLE_CLAIM, optionalText),
};

/**
 * All four variables or none. `env`: with the secrets that were read from files. `variableErrors`: those already found
 * in single variables.
 */
export function readOidcSettings(
  env: Environment,
  variableErrors: readonly string[],
): { readonly settings?: OidcSettings } | { readonly errors: readonly string[] } {
  const given = names.filter((name) => env[name] || variableErrors.some((error) => error.includes(name)));
  if (given.length === 0) return {};
  const errors = names
    .filter((name) => !given.includes(name))
    .map((name) => `${name} is missing; ${given[0]} needs it. Accepted is ${accepted[name]}.`);
  if (errors.length > 0) return { errors };
  const { OIDC_ISSUER = '', OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET = '', OIDC_ROLE_CLAIM = '' } = env;
  return {
    settings: {
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      roleClaim: OIDC_ROLE_CLAIM,
    },
  };
}
