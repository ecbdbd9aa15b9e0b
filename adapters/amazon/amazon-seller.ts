import type { z } from 'zod';
import type { AmazonSeller } from '../../activities/ports.ts';
import { AmazonFault } from '../../activities/ports.ts';
import type { Config } from '../../config.ts';
import type { AmazonAnswer } from './call-amazon.ts';
import { callAmazon, faultOf } from './call-amazon.ts';
import { classifyCallRefusal, classifyTokenRefusal } from './classify-refusal.ts';
import { exchangedTokens, marketplaceParticipations, refreshedTokens } from './schemas.ts';

export interface AmazonSellerOptions {
  /** Amazon requires one of at most 500 characters, such as `Perennial/1.0 (Language=TypeScript)`. */
  readonly userAgent: string;
  readonly fetch?: typeof fetch;
  /** Of each call, 10 seconds unless told. */
  readonly timeoutMs?: number;
}

/** Login with Amazon and the Sellers API. Keeps nothing between calls: access tokens live as long as one check. */
export function createAmazonSeller(config: Config['amazon'], options: AmazonSellerOptions): AmazonSeller {
  const { userAgent, timeoutMs = 10_000 } = options;
  const fetchNow = options.fetch ?? fetch;

  function askForTokens(grant: Readonly<Record<string, string>>): Promise<AmazonAnswer> {
    const form = { ...grant, client_id: config.clientId, client_secret: config.clientSecret };
    return callAmazon({
      fetch: fetchNow,
      url: `${config.lwaUrl}/auth/o2/token`,
      request: {
        method: 'POST',
        headers: { accept: 'application/json', 'user-agent': userAgent },
        body: new URLSearchParams(form),
      },
      timeoutMs,
    });
  }

  return {
    async exchangeCode(code, redirectUri) {
      const answer = await askForTokens({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
      if (isOk(answer)) return { kind: 'exchanged', refreshToken: read(exchangedTokens, answer).refresh_token };
      const refusal = classifyTokenRefusal(answer);
      if (refusal instanceof AmazonFault) throw refusal;
      return { kind: refusal === 'grant' ? 'code_rejected' : 'account_not_eligible' };
    },

    async listParticipations(refreshToken, region) {
      const tokens = await askForTokens({ grant_type: 'refresh_token', refresh_token: refreshToken });
      if (!isOk(tokens)) {
        const refusal = classifyTokenRefusal(tokens);
        if (refusal instanceof AmazonFault) throw refusal;
        return { kind: 'grant_refused' };
      }
      const answer = await callAmazon({
        fetch: fetchNow,
        url: `${config.spapiUrl[region]}/sellers/v1/marketplaceParticipations`,
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
      const participations = read(marketplaceParticipations, answer).payload.map(({ marketplace, participation }) => ({
        marketplaceId: marketplace.id,
        countryCode: marketplace.countryCode,
        isParticipating: participation.isParticipating,
        hasSuspendedListings: participation.hasSuspendedListings,
      }));
      return { kind: 'participations', participations };
    },
  };
}

function isOk({ status }: AmazonAnswer): boolean {
  return status >= 200 && status < 300;
}

function read<S extends z.ZodType>(schema: S, answer: AmazonAnswer): z.output<S> {
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) throw faultOf('outage', answer, 'unreadable');
  return parsed.data;
}
