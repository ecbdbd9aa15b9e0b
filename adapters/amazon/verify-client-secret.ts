import { AmazonFault } from '../../activities/ports.ts';
import type { Config } from '../../config.ts';
import { isOk } from './call-amazon.ts';
import { classifyTokenRefusal } from './classify-refusal.ts';
import { requestTokens } from './request-tokens.ts';

/**
 * Verifies a client secret without a seller, by requesting the token of a grantless operation. Amazon also refuses that
 * token to applications without a certain role, so any refusal except one of the client proves nothing.
 * https://developer-docs.amazon.com/sp-api/docs/grantless-operations
 */
export function createVerifyClientSecret(
  { lwaUrl, clientId }: Pick<Config['amazon'], 'lwaUrl' | 'clientId'>,
  { userAgent, timeoutMs = 5_000 }: { readonly userAgent: string; readonly timeoutMs?: number },
): (clientSecret: string) => Promise<'accepted' | 'refused' | 'unknown'> {
  return async (clientSecret) => {
    const form = {
      grant_type: 'client_credentials',
      scope: 'sellingpartnerapi::notifications',
      client_id: clientId,
      client_secret: clientSecret,
    };
    try {
      const response = await requestTokens({ lwaUrl, userAgent, timeoutMs, form });
      if (isOk(response)) return 'accepted';
      const refusal = classifyTokenRefusal(response);
      return refusal instanceof AmazonFault && refusal.refusesClient ? 'refused' : 'unknown';
    } catch (error) {
      if (error instanceof AmazonFault) return 'unknown';
      throw error;
    }
  };
}
