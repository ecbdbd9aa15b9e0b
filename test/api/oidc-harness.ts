/** The API with a real identity provider, and browsers that sign in there. */
import { IdentityProvider } from '../../adapters/oidc/identity-provider.ts';
import type { ApiDeps } from '../../api/deps.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { type Answer, type Browser, createBrowser } from './http-client.ts';

type ProviderSettings = Partial<ConstructorParameters<typeof IdentityProvider>[0]> & { readonly issuer: string };

/** `settings`: those of the provider; the rest is as the test provider expects it. */
export async function startOidcHarness(settings: ProviderSettings, deps: Partial<ApiDeps> = {}): Promise<ApiHarness> {
  // The redirect address is known once the API listens.
  let provider: IdentityProvider | undefined;
  const connected = (): IdentityProvider =>
    (provider ??= new IdentityProvider({
      clientId: 'perennial',
      clientSecret: 'the-client-secret-of-the-test',
      roleClaim: 'roles',
      redirectUri: `${api.url}/sign-in/oidc/callback`,
      ...settings,
    }));
  const identityProvider: ApiDeps['identityProvider'] = {
    issuer: settings.issuer,
    begin: (options) => connected().begin(options),
    finish: (query, transaction) => connected().finish(query, transaction),
    signOutUrl: (returnUrl) => connected().signOutUrl(returnUrl),
  };
  const api = await startApiHarness({ worker: false, deps: { ...deps, identityProvider } });
  return api;
}

/** Begins a sign-in; returns the address at the provider that the browser is sent to. */
export async function beginSignIn(api: ApiHarness, browser: Browser, query = ''): Promise<URL> {
  const answer = await browser.get(`${api.url}/sign-in/oidc${query}`);
  if (answer.status !== 302) throw new Error(answer.text);
  return new URL(locationOf(answer));
}

/** What the person does at the provider; returns the callback address without opening it. */
export async function authorizeAs(browser: Browser, person: string, authorizeUrl: URL): Promise<string> {
  let url = authorizeUrl;
  for (let step = 0; step < 6; step += 1) {
    const answer = await browser.get(url.href);
    const next = new URL(locationOf(answer), url);
    if (next.pathname === '/sign-in/oidc/callback') return next.href;
    if (next.pathname.startsWith('/login/')) next.searchParams.set('as', person);
    url = next;
  }
  throw new Error(`The identity provider leads nowhere: ${url.href}`);
}

/** The whole way, with the page at its end. */
export async function signInAs(api: ApiHarness, browser: Browser, person: string, query = ''): Promise<Answer> {
  const callbackUrl = await authorizeAs(browser, person, await beginSignIn(api, browser, query));
  return browser.get(callbackUrl);
}

export async function signedInAs(api: ApiHarness, person: string): Promise<Browser> {
  const browser = createBrowser();
  const page = await signInAs(api, browser, person);
  if (page.status !== 200) throw new Error(page.text);
  return browser;
}

function locationOf({ status, headers, text }: Answer): string {
  const location = headers.get('location');
  if (location === null) throw new Error(`${status} ${text}`);
  return location;
}
