import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulators } from '../../simulators/start-simulators.ts';
import type { RunningSimulators, SimulatorOptions } from '../../simulators/start-simulators.ts';

export const callbackUrl = 'http://localhost:3000/oauth/amazon/callback';
export const applicationId = 'amzn1.sp.solution.test';
export const client = { client_id: 'amzn1.application-oa2-client.test', client_secret: 'client-secret-of-the-test' };
export const commerce = {
  consumerKey: 'consumer-key',
  consumerSecret: 'consumer-secret',
  accessToken: 'access-token',
  accessTokenSecret: 'access-token-secret',
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface FeesCall {
  readonly asin?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Amazon's `GetMyFeesEstimateRequest`, with changes. */
export const feesBody = (changes: object = {}) => ({
  FeesEstimateRequest: {
    MarketplaceId: 'ATVPDKIKX0DER',
    IsAmazonFulfilled: false,
    PriceToEstimateFees: { ListingPrice: { CurrencyCode: 'USD', Amount: 10 } },
    Identifier: 'request-1',
    ...changes,
  },
});

export interface World {
  readonly url: string;
  readonly dataDir: string;
  readonly logLines: string[];
  passTime(ms: number): void;
  /** A second simulator on what the first one wrote, without asking the first one to finish. */
  restart(): Promise<void>;
  call(method: string, path: string, body?: object): Promise<Answer>;
  consentUrl(parameters?: Record<string, string>): string;
  /** The code a seller's agreement brings. */
  approve(seller: string, parameters?: Record<string, string>): Promise<string>;
  token(fields: Record<string, string>): Promise<Answer>;
  redeem(code: string, fields?: Record<string, string>): Promise<Answer>;
  refresh(refreshToken: string): Promise<Answer>;
  participations(accessToken: string, headers?: Record<string, string>): Promise<Answer>;
  account(accessToken: string, headers?: Record<string, string>): Promise<Answer>;
  /** The fees estimate of an unknown item in the US, unless the request says otherwise. */
  fees(accessToken: string, request?: FeesCall): Promise<Answer>;
  fault(fault: object): Promise<void>;
  /** Tokens of a new grant. */
  connect(seller: string): Promise<{ accessToken: string; refreshToken: string }>;
  end(): Promise<void>;
}

export async function startWorld(options: Partial<SimulatorOptions> = {}): Promise<World> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'simulators-'));
  const logLines: string[] = [];
  let nowMs = Date.now();
  const started: RunningSimulators[] = [];
  const start = async (): Promise<string> => {
    const simulators = await startSimulators({
      dataDir,
      callbackUrl,
      amazon: { applicationId, clientId: client.client_id, clientSecret: client.client_secret },
      commerce,
      now: () => nowMs,
      writeLog: (line) => logLines.push(line),
      ...options,
    });
    started.push(simulators);
    return simulators.url;
  };
  let url = await start();

  const call = async (method: string, path: string, body?: object): Promise<Answer> =>
    read(
      await fetch(url + path, {
        method,
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    );
  const consentUrl = (parameters: Record<string, string> = {}): string =>
    `${url}/apps/authorize/consent?${new URLSearchParams({ application_id: applicationId, state: 'state-1', ...parameters }).toString()}`;
  const token = async (fields: Record<string, string>): Promise<Answer> =>
    read(await fetch(`${url}/auth/o2/token`, { method: 'POST', body: new URLSearchParams({ ...client, ...fields }) }));
  const approve = async (seller: string, parameters: Record<string, string> = {}): Promise<string> => {
    const answer = await call('POST', '/simulator/approve', { consentUrl: consentUrl(parameters), seller });
    return new URL(text(answer.body, 'callbackUrl')).searchParams.get('spapi_oauth_code') ?? '';
  };
  const redeem = (code: string, fields: Record<string, string> = {}): Promise<Answer> =>
    token({ grant_type: 'authorization_code', code, ...fields });

  const callSellersApi = async (operation: string, accessToken: string, headers: Record<string, string> = {}) =>
    read(
      await fetch(`${url}/sellers/v1/${operation}`, {
        headers: { 'x-amz-access-token': accessToken, 'user-agent': 'Perennial/test', ...headers },
      }),
    );

  return {
    get url() {
      return url;
    },
    dataDir,
    logLines,
    passTime: (ms) => {
      nowMs += ms;
    },
    restart: async () => {
      url = await start();
    },
    call,
    consentUrl,
    approve,
    token,
    redeem,
    refresh: (refreshToken) => token({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    participations: (accessToken, headers) => callSellersApi('marketplaceParticipations', accessToken, headers),
    account: (accessToken, headers) => callSellersApi('account', accessToken, headers),
    fees: async (accessToken, { asin = 'B000000000', body = feesBody(), headers = {} } = {}) =>
      read(
        await fetch(`${url}/products/fees/v0/items/${asin}/feesEstimate`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-amz-access-token': accessToken,
            'user-agent': 'Perennial/test',
            ...headers,
          },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    fault: async (fault) => {
      const { status } = await call('POST', '/simulator/faults', fault);
      if (status !== 200) throw new Error(`the fault was refused: ${status}`);
    },
    connect: async (seller) => {
      const { body } = await redeem(await approve(seller));
      return { accessToken: text(body, 'access_token'), refreshToken: text(body, 'refresh_token') };
    },
    end: async () => {
      await Promise.all(started.map((simulators) => simulators.close()));
      rmSync(dataDir, { recursive: true });
    },
  };
}

export async function read(response: Response): Promise<Answer> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const body: unknown = isJson ? await response.json() : await response.text();
  return { status: response.status, headers: response.headers, body };
}

/** A text of an answer's body; an error when it is not there. */
export function text(body: unknown, name: string): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  if (typeof value !== 'string') throw new Error(`${name} is not in ${JSON.stringify(body)}`);
  return value;
}
