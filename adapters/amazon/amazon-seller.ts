import type { z } from 'zod';
import type { AmazonSeller, ClientSecrets, SellerRefusal } from '../../activities/ports.ts';
import { AmazonFault } from '../../activities/ports.ts';
import type { Config } from '../../config.ts';
import { type Country, marketplaces, type Region } from '../../domain/marketplaces.ts';
import type { AmazonResponse } from './call-amazon.ts';
import { callAmazon, isOk, toAmazonFault } from './call-amazon.ts';
import { classifyCallRefusal, classifyTokenRefusal } from './classify-refusal.ts';
import { isRoleMissing, requestFeesEstimate } from './estimate-fees.ts';
import { requestTokens } from './request-tokens.ts';
import { exchangedTokens, feesEstimate, marketplaceParticipations, refreshedTokens, sellerAccount } from './schemas.ts';
import { withClientSecret } from './with-client-secret.ts';

export interface AmazonSellerOptions {
  /** Required by Amazon, at most 500 characters, such as `Perennial/1.0 (Language=TypeScript)`. */
  readonly userAgent: string;
  readonly clientSecrets: ClientSecrets;
  /** Per request, default 10 seconds. */
  readonly timeoutMs?: number;
}

type AmazonUrls = Pick<Config['amazon'], 'lwaUrl' | 'spapiUrl' | 'clientId'>;
type Client = AmazonUrls & Required<AmazonSellerOptions>;

/** Login with Amazon and the Sellers API. Stateless: an access token is used for one call. */
export function createAmazonSeller(urls: AmazonUrls, options: AmazonSellerOptions): AmazonSeller {
  const client: Client = { ...urls, ...options, timeoutMs: options.timeoutMs ?? 10_000 };
  return {
    exchangeCode: (code, redirectUri) => exchangeCode(client, code, redirectUri),
    listParticipations: (refreshToken, region) => listParticipations(client, refreshToken, region),
    identifySeller: (refreshToken, country) => identifySeller(client, refreshToken, country),
    describeAccount: (refreshToken, region) => describeAccount(client, refreshToken, region),
  };
}

function exchangeCode(client: Client, code: string, redirectUri: string): ReturnType<AmazonSeller['exchangeCode']> {
  return withTokens(client, { grant_type: 'authorization_code', code, redirect_uri: redirectUri }, (response) => {
    if (isOk(response)) {
      const { refresh_token: refreshToken } = read(exchangedTokens, response);
      return refreshToken === undefined ? { kind: 'no_refresh_token' } : { kind: 'exchanged', refreshToken };
    }
    const refusal = classifyTokenRefusal(response);
    if (refusal instanceof AmazonFault) throw refusal;
    return { kind: refusal === 'grant' ? 'code_rejected' : 'account_not_eligible' };
  });
}

async function listParticipations(
  client: Client,
  refreshToken: string,
  region: Region,
): ReturnType<AmazonSeller['listParticipations']> {
  const response = await callForSeller(client, refreshToken, (accessToken) =>
    requestSellers(client, region, 'marketplaceParticipations', accessToken),
  );
  if ('kind' in response) return response;
  const { payload } = read(marketplaceParticipations, response);
  const participations = payload.map(({ marketplace, participation, storeName }) => ({
    marketplaceId: marketplace.id,
    countryCode: marketplace.countryCode,
    isParticipating: participation.isParticipating,
    hasSuspendedListings: participation.hasSuspendedListings,
    storeName,
  }));
  return { kind: 'participations', participations };
}

async function identifySeller(
  client: Client,
  refreshToken: string,
  country: Country,
): ReturnType<AmazonSeller['identifySeller']> {
  const spapiUrl = client.spapiUrl[marketplaces[country].region];
  const response = await callForSeller(
    client,
    refreshToken,
    (accessToken) => requestFeesEstimate({ ...client, spapiUrl, accessToken, country }),
    isRoleMissing,
  );
  if ('kind' in response) return response;
  if (isRoleMissing(response)) return { kind: 'role_missing' };
  const { FeesEstimateIdentifier } = read(feesEstimate, response).payload.FeesEstimateResult;
  return { kind: 'identified', sellerId: FeesEstimateIdentifier.SellerId };
}

async function describeAccount(
  client: Client,
  refreshToken: string,
  region: Region,
): ReturnType<AmazonSeller['describeAccount']> {
  const response = await callForSeller(
    client,
    refreshToken,
    (accessToken) => requestSellers(client, region, 'account', accessToken),
    isRoleMissing,
  );
  if ('kind' in response) return response;
  if (isRoleMissing(response)) return { kind: 'role_missing' };
  const { business, sellingPlan } = read(sellerAccount, response).payload;
  return { kind: 'account', name: `${business?.name ?? ''} (${sellingPlan})` };
}

/** Calls the Selling Partner API with a new access token. Throws `AmazonFault` for a refusal that is not `expected`. */
function callForSeller(
  client: Client,
  refreshToken: string,
  call: (accessToken: string) => Promise<AmazonResponse>,
  isExpected: (response: AmazonResponse) => boolean = () => false,
): Promise<AmazonResponse | SellerRefusal> {
  return withTokens(client, { grant_type: 'refresh_token', refresh_token: refreshToken }, async (tokens) => {
    if (!isOk(tokens)) {
      const refusal = classifyTokenRefusal(tokens);
      if (refusal instanceof AmazonFault) throw refusal;
      return refusal === 'grant' ? { kind: 'grant_refused' } : { kind: 'access_denied', requestId: tokens.requestId };
    }
    const response = await call(read(refreshedTokens, tokens).access_token);
    if (isOk(response) || isExpected(response)) return response;
    const refusal = classifyCallRefusal(response);
    if (refusal instanceof AmazonFault) throw refusal;
    return refusal;
  });
}

/** Requests tokens with our client secret. `use` runs inside, so that a refused secret is replaced by its predecessor. */
function withTokens<T>(
  { clientSecrets, clientId, ...request }: Client,
  grant: Readonly<Record<string, string>>,
  use: (response: AmazonResponse) => T | Promise<T>,
): Promise<T> {
  return withClientSecret(clientSecrets, async (clientSecret) => {
    const form = { ...grant, client_id: clientId, client_secret: clientSecret };
    return use(await requestTokens({ ...request, form }));
  });
}

function requestSellers(
  { spapiUrl, userAgent, timeoutMs }: Client,
  region: Region,
  resource: 'marketplaceParticipations' | 'account',
  accessToken: string,
): Promise<AmazonResponse> {
  return callAmazon({
    url: `${spapiUrl[region]}/sellers/v1/${resource}`,
    request: {
      method: 'GET',
      headers: { accept: 'application/json', 'user-agent': userAgent, 'x-amz-access-token': accessToken },
    },
    timeoutMs,
  });
}

function read<S extends z.ZodType>(schema: S, response: AmazonResponse): z.output<S> {
  const parsed = schema.safeParse(response.body);
  if (!parsed.success) throw toAmazonFault('outage', response, 'unreadable');
  return parsed.data;
}
