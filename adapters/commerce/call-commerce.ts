import type { z } from 'zod';
import type { Config } from '../../config.ts';
import { parseJson } from '../http/parse-json.ts';
import { refusedError, unreachableError, unreadableError } from './commerce-errors.ts';
import { createSignRequest } from './sign-request.ts';

/** Gets `path` below `/rest/V1/` and parses it as `schema`. Throws `CommerceUnavailable`. */
export type CallCommerce = <S extends z.ZodType>(
  path: string,
  schema: S,
  query?: Readonly<Record<string, string | number>>,
) => Promise<z.output<S>>;

/** Sends signed requests with a timeout each, and without retries, because a person waits for the response. */
export function createCallCommerce(config: Config['commerce'], timeoutMs: number): CallCommerce {
  const { baseUrl, ...credentials } = config;
  const sign = createSignRequest(credentials);

  return async (path, schema, query = {}) => {
    const endpoint = `GET /rest/V1/${path}`;
    const url = new URL(`${baseUrl}/rest/V1/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    let status: number;
    let body: unknown;
    try {
      const response = await fetch(url, {
        headers: { accept: 'application/json', authorization: sign(url) },
        // A signature is valid for one URL only.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      status = response.status;
      body = parseJson(await response.text());
    } catch (error) {
      throw unreachableError(endpoint, error, timeoutMs);
    }
    if (status < 200 || status > 299) throw refusedError(endpoint, status, body, config);
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw unreadableError(endpoint);
    return parsed.data;
  };
}
