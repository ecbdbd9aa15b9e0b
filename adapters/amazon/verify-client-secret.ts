import { AmazonFault } from '../../activities/ports.ts';
import type { VerifyClientSecret } from '../../api/ports.ts';
import type { Config } from '../../config.ts';
import { askForTokens } from './ask-for-tokens.ts';
import { isOk } from './call-amazon.ts';
import { classifyTokenRefusal } from './classify-refusal.ts';

/**
 * Asks Login with Amazon for the token of a grantless operation, the one kind that needs no seller. Only our
 * application's roles decide whether it gets one, so that any other refusal says nothing about the secret.
 * https://developer-docs.amazon.com/sp-api/docs/grantless-operations
 */
export function createVerifyClientSecret(
  { lwaUrl, clientId }: Pick<Config['amazon'], 'lwaUrl' | 'clientId'>,
  { userAgent, timeoutMs = 5_000 }: { readonly userAgent: string; readonly timeoutMs?: number },
): VerifyClientSecret {
  return async (clientSecret) => {
    const form = {
      grant_type: 'client_credentials',
      scope: 'sellingpartnerapi::notifications',
      client_id: clientId,
      client_secret: clientSecret,
    };
    try {
      const answer = await askForTokens({ fetch, lwaUrl, userAgent, timeoutMs, form });
      if (isOk(answer)) return 'accepted';
      const refusal = classifyTokenRefusal(answer);
      return refusal instanceof AmazonFault && refusal.refusesClient ? 'refused' : 'unknown';
    } catch (error) {
      if (error instanceof AmazonFault) return 'unknown';
      throw error;
    }
  };
}
