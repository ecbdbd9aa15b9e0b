import { expect } from 'vitest';
import { problem } from '../../api/contract/problem.ts';
import { store, storePage } from '../../api/contract/stores.ts';
import { eventually } from '../setup/eventually.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed, when it is JSON. */
  readonly body: unknown;
}

/** Sends the token with every call; an empty string removes a header. */
export function createClient(url: string, token: string) {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const sent = new Headers({ authorization: `Bearer ${token}`, ...headers });
    for (const [name, value] of Object.entries(headers)) if (value === '') sent.delete(name);
    if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json');
    const response = await fetch(`${url}${path}`, {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return read(response);
  }
  return { call, get: (path: string) => call('GET', path) };
}

const refresh = /<meta http-equiv="refresh" content="\d+; url=([^"]+)"/;

/** A browser with cookies and a language; it follows no redirects. */
export function createBrowser(language = 'en') {
  const cookies = new Map<string, string>();
  async function send(
    method: string,
    url: string,
    headers: Record<string, string> = {},
    form?: Record<string, string>,
  ) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method,
      headers: { accept: 'text/html', 'accept-language': language, ...(cookie && { cookie }), ...headers },
      redirect: 'manual',
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return read(response);
  }
  return {
    cookies,
    get: (url: string, headers?: Record<string, string>) => send('GET', url, headers),
    /** Reloads a page that refreshes itself until it no longer does. */
    async stay(url: string): Promise<Answer> {
      let page = await send('GET', url);
      return eventually(
        async () => {
          const [, next] = refresh.exec(page.text) ?? [];
          if (next !== undefined) page = await send('GET', new URL(next, url).href);
          expect(page.text).not.toMatch(refresh);
          return page;
        },
        { timeoutMs: 30_000 },
      );
    },
    head: (url: string) => send('HEAD', url),
    post: (url: string, form: Record<string, string>, headers?: Record<string, string>) =>
      send('POST', url, headers, form),
    send,
  };
}
export type Browser = ReturnType<typeof createBrowser>;

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}

/** The store of an answer; throws when its fields differ from the contract. */
export function storeOf(answer: Answer) {
  if (answer.status >= 300) throw new Error(answer.text);
  return store.strict().parse(answer.body);
}

export function pageOf(answer: Answer) {
  if (answer.status !== 200) throw new Error(answer.text);
  return storePage.strict().parse(answer.body);
}

/** The problem document of an answer; checks that it agrees with the status and headers. */
export function problemOf(answer: Answer) {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const document = problem.strict().parse(answer.body);
  expect(document.status).toBe(answer.status);
  expect(document.requestId).toBe(answer.headers.get('x-request-id'));
  expect(document.type.endsWith(`/problems/${document.code}`)).toBe(true);
  return document;
}
