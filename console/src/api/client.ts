import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../contract.d.ts';
import type { Language } from '../messages/languages.ts';
import { isProblem, NoResponseError, ProblemError } from './problem-error.ts';

/** After signing in, the reader returns to the same page. */
const redirectToSignIn: Middleware = {
  async onResponse({ response }) {
    if (response.status !== 401) return undefined;
    const returnPath = `${location.pathname}${location.search}`;
    location.assign(`/sign-in?return=${encodeURIComponent(returnPath)}`);
    // The browser is leaving the page, so the call must not fail on it.
    return new Promise<never>(() => {});
  },
};

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

export const api = createClient<paths>({ baseUrl: location.origin });
api.use(redirectToSignIn, sendLanguage);

/** The body of a successful response; throws `ProblemError` or `NoResponseError`. */
export async function dataOf<T>(call: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await call.catch((cause: unknown) => {
    throw new NoResponseError(cause);
  });
  if (data !== undefined) return data;
  throw isProblem(error) ? new ProblemError(error) : new NoResponseError(error);
}
