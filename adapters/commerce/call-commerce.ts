import { AdobeCommerceHttpClient } from '@adobe/aio-commerce-lib-api';
import type { z } from 'zod';
import type { Config } from '../../config.ts';
import { createIntegrationAuth } from './integration-auth.ts';
import { describeRefusal, describeSilence, describeUnreadable } from './unavailable.ts';

/** Reads `path` (below `/rest/V1/`) as `schema`. Throws `CommerceUnavailable`. */
export type CallCommerce = <S extends z.ZodType>(
  path: string,
  schema: S,
  query?: Readonly<Record<string, string | number>>,
) => Promise<z.output<S>>;

/** One signed request at a time, each given `timeoutMs`; never repeated, because a person waits for the answer. */
export function createCallCommerce(config: Config['commerce'], timeoutMs: number): CallCommerce {
  const { baseUrl, ...credentials } = config;
  const client = new AdobeCommerceHttpClient({
    auth: createIntegrationAuth(credentials),
    config: { baseUrl, flavor: 'paas' },
    fetchOptions: {
      // The client alone would ask `/rest/all/V1`: the scope of all store views, which is meant for writing.
      prefixUrl: `${baseUrl}/rest/V1`,
      retry: 0,
      // Its own limit ends with the headers; the signal below covers the body too.
      timeout: false,
      throwHttpErrors: false,
      // A signature is for one address only.
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
      throw describeSilence(endpoint, error, timeoutMs);
    }
    if (status < 200 || status > 299) throw describeRefusal(endpoint, status, body, config);
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw describeUnreadable(endpoint);
    return parsed.data;
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
