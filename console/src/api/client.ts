import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../contract.d.ts';
import type { Language } from '../messages/languages.ts';
import { isProblem, NoResponseError, ProblemError } from './problem-error.ts';
import { isReaderAway } from './reader-activity.ts';

/** After signing in, the reader returns to the same page. */
const redirectToSignIn: Middleware = {
  async onResponse({ response }) {
    const isFreshSignInWanted = response.status === 403 && (await isFreshSignInRequired(response.clone()));
    if (response.status !== 401 && !isFreshSignInWanted) return undefined;
    const query = new URLSearchParams({ return: `${location.pathname}${location.search}` });
    if (isFreshSignInWanted) query.set('fresh', '1');
    location.assign(`/sign-in?${query.toString()}`);
    // The browser is leaving the page, so the call must not fail on it.
    return new Promise<never>(() => {});
  },
};

async function isFreshSignInRequired(response: Response): Promise<boolean> {
  const body: unknown = await response.json().catch(() => undefined);
  return isProblem(body) && body.code === 'fresh_sign_in_required';
}

let language: Language = 'en';

/** Later responses use this language, whatever the browser prefers. */
export function setApiLanguage(newLanguage: Language): void {
  language = newLanguage;
}

const sendLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    return request;
  },
};

/** What the page asks without its reader does not keep their session alive. */
const markBackground: Middleware = {
  onRequest({ request }) {
    if (isReaderAway()) request.headers.set('Perennial-Background', 'true');
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: location.origin });
api.use(redirectToSignIn, sendLanguage, markBackground);

/** The body of a successful response; throws `ProblemError` or `NoResponseError`. */
export async function dataOf<T>(call: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await call.catch((cause: unknown) => {
    throw new NoResponseError(cause);
  });
  if (data !== undefined) return data;
  throw isProblem(error) ? new ProblemError(error) : new NoResponseError(error);
}
