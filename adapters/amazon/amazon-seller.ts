import type { z } from 'zod';
import type { AmazonSeller, ClientSecrets } from '../../activities/ports.ts';
import { AmazonFault } from '../../activities/ports.ts';
import type { Config } from '../../config.ts';
import type { AmazonAnswer } from './call-amazon.ts';
import { askForTokens } from './ask-for-tokens.ts';
import { callAmazon, faultOf, isOk } from './call-amazon.ts';
import { classifyCallRefusal, classifyTokenRefusal } from './classify-refusal.ts';
import { exchangedTokens, marketplaceParticipations, refreshedTokens } from './schemas.ts';
import { withClientSecret } from './with-client-secret.ts';

export interface AmazonSellerOptions {
  /** Amazon requires one of at most 500 characters, such as `Perennial/1.0 (Language=TypeScript)`. */
  readonly userAgent: string;
  readonly clientSecrets: ClientSecrets;
  readonly fetch?: typeof fetch;
  /** Of each call, 10 seconds unless told. */
  readonly timeoutMs?: number;
}

/** Login with Amazon and the Sellers API. Keeps nothing between calls: access tokens live as long as one check. */
export function createAmazonSeller(
  { lwaUrl, spapiUrl, clientId }: Pick<Config['amazon'], 'lwaUrl' | 'spapiUrl' | 'clientId'>,
  options: AmazonSellerOptions,
): AmazonSeller {
  const { userAgent, clientSecrets, timeoutMs = 10_000 } = options;
  const fetchNow = options.fetch ?? fetch;

  /** Asks for tokens with our client secret, and goes on with the answer. */
  function withTokens<T>(
    grant: Readonly<Record<string, string>>,
    goOn: (answer: AmazonAnswer) => T | Promise<T>,
  ): Promise<T> {
    return withClientSecret(clientSecrets, async (clientSecret) => {
      const form = { ...grant, client_id: clientId, client_secret: clientSecret };
      return goOn(await askForTokens({ fetch: fetchNow, lwaUrl, userAgent, timeoutMs, form }));
    });
  }

  return {
    exchangeCode: (code, redirectUri) =>
      withTokens({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, (answer) => {
        if (isOk(answer)) return { kind: 'exchanged', refreshToken: read(exchangedTokens, answer).refresh_token };
        const refusal = classifyTokenRefusal(answer);
        if (refusal instanceof AmazonFault) throw refusal;
        return { kind: refusal === 'grant' ? 'code_rejected' : 'account_not_eligible' };
      }),

    listParticipations: (refreshToken, region) =>
      withTokens({ grant_type: 'refresh_token', refresh_token: refreshToken }, async (tokens) => {
        if (!isOk(tokens)) {
          const refusal = classifyTokenRefusal(tokens);
          if (refusal instanceof AmazonFault) throw refusal;
          return { kind: 'grant_refused' };
        }
        const answer = await callAmazon({
          fetch: fetchNow,
          url: `${spapiUrl[region]}/sellers/v1/marketplaceParticipations`,
          request: {
            method: 'GET',
            headers: {
              accept: 'application/json',
              'user-agent': userAgent,
              'x-amz-access-token': read(refreshedTokens, tokens).access_token,
            },
          },
          timeoutMs,
        });
        if (!isOk(answer)) {
          const refusal = classifyCallRefusal(answer);
          if (refusal instanceof AmazonFault) throw refusal;
          return { kind: 'grant_refused' };
        }
        const participations = read(marketplaceParticipations, answer).payload.map(
          ({ marketplace, participation }) => ({
            marketplaceId: marketplace.id,
            countryCode: marketplace.countryCode,
            isParticipating: participation.isParticipating,
            hasSuspendedListings: participation.hasSuspendedListings,
          }),
        );
        return { kind: 'participations', participations };
      }),
  };
}

function read<S extends z.ZodType>(schema: S, answer: AmazonAnswer): z.output<S> {
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) throw faultOf('outage', answer, 'unreadable');
  return parsed.data;
}
