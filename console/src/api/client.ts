import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../contract.d.ts';
import type { Language } from '../messages/languages.ts';
import { isProblem, NoAnswerError, ProblemError } from './problem-error.ts';

/** Whoever is no longer signed in comes back to the same page afterwards. */
const signInFirst: Middleware = {
  async onResponse({ response }) {
    if (response.status !== 401) return undefined;
    const here = `${location.pathname}${location.search}`;
    location.assign(`/sign-in?return=${encodeURIComponent(here)}`);
    // The page is being left: nobody has to handle an answer any more.
    return new Promise<never>(() => {});
  },
};

let language: Language = 'en';

/** Sentences of later answers are in this language, whatever the browser prefers. */
export function speak(wanted: Language): void {
  language = wanted;
}

const inOurLanguage: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', language);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: location.origin });
api.use(signInFirst, inOurLanguage);

/** The data of an answer; throws `ProblemError` or `NoAnswerError`. */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await call.catch((cause: unknown) => {
    throw new NoAnswerError(cause);
  });
  if (data !== undefined) return data;
  throw isProblem(error) ? new ProblemError(error) : new NoAnswerError(error);
}
