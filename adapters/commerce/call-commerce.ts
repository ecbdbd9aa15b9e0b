import { AdobeCommerceHttpClient } from '@adobe/aio-commerce-lib-api';
import type { z } from 'zod';
import type { Config } from '../../config.ts';
import { parseJson } from '../http/parse-json.ts';
import { refusedError, unreachableError, unreadableError } from './commerce-errors.ts';
import { createIntegrationAuth } from './integration-auth.ts';

/** Gets `path` below `/rest/V1/` and parses it as `schema`. Throws `CommerceUnavailable`. */
export type CallCommerce = <S extends z.ZodType>(
  path: string,
  schema: S,
  query?: Readonly<Record<string, string | number>>,
) => Promise<z.output<S>>;

/** Sends signed requests with a timeout each, and without retries, because a person waits for the response. */
export function createCallCommerce(config: Config['commerce'], timeoutMs: number): CallCommerce {
  const { baseUrl, ...credentials } = config;
  const client = new AdobeCommerceHttpClient({
    auth: createIntegrationAuth(credentials),
    config: { baseUrl, flavor: 'paas' },
    fetchOptions: {
      // The client's default is `/rest/all/V1`, the scope of all store views, which is meant for writing.
      prefixUrl: `${baseUrl}/rest/V1`,
      retry: 0,
      // The client's own timeout ends with the headers; the signal below covers the body as well.
      timeout: false,
      throwHttpErrors: false,
      // A signature is valid for one URL only.
      redirect: 'manual',
    },
  });

  return async (path, schema, query = {}) => {
    const endpoint = `GET /rest/V1/${path}`;
    let status: number;
    let body: unknown;
    try {
      const response = await client.get(path, { searchParams: { ...query }, signal: AbortSignal.timeout(timeoutMs) });
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
