import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApplicationSecrets } from './amazon/application-secrets.ts';
import { Authorizations } from './amazon/authorizations.ts';
import { TokenBuckets } from './amazon/token-bucket.ts';
import type { Pace } from './amazon/token-bucket.ts';
import { Faults } from './controls/faults.ts';
import { RequestLog } from './controls/request-log.ts';
import { SignedText } from './state/signed-text.ts';

/** How the simulators are started. */
export interface SimulatorOptions {
  /** State lies in its folder `simulator`. */
  readonly dataDir: string;
  /** The application's registered OAuth redirect URI. */
  readonly callbackUrl: string;
  readonly amazon: { readonly applicationId: string; readonly clientId: string; readonly clientSecret: string };
  readonly commerce: {
    readonly consumerKey: string;
    readonly consumerSecret: string;
    readonly accessToken: string;
    readonly accessTokenSecret: string;
  };
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Of participations and of the account, per seller. Default: Amazon's 0.016 a second, burst 15. */
  readonly participationsPace?: Partial<Pace>;
  /** Of the fees estimate, per seller. Default: Amazon's 1 a second, burst 2. */
  readonly feesPace?: Partial<Pace>;
  /** Milliseconds since 1970; default the computer's clock. */
  readonly now?: () => number;
  /** Takes one JSON line per request; default none. */
  readonly writeLog?: (line: string) => void;
}

/** What the routes share. */
export interface Simulation {
  readonly options: SimulatorOptions;
  readonly now: () => number;
  readonly applicationSecrets: ApplicationSecrets;
  readonly authorizations: Authorizations;
  readonly faults: Faults;
  readonly requestLog: RequestLog;
  readonly signedText: SignedText;
  /** Of the operations of the Selling Partner API; they do not share their buckets. */
  readonly usagePlans: {
    readonly participations: TokenBuckets;
    readonly account: TokenBuckets;
    readonly fees: TokenBuckets;
  };
  close(): void;
}

const amazonsSellersPace: Pace = { ratePerSecond: 0.016, burst: 15 };
const amazonsFeesPace: Pace = { ratePerSecond: 1, burst: 2 };

export function openSimulation(options: SimulatorOptions): Simulation {
  const folder = join(options.dataDir, 'simulator');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const now = options.now ?? Date.now;
  const sellersPace = { ...amazonsSellersPace, ...options.participationsPace };
  const feesPace = { ...amazonsFeesPace, ...options.feesPace };
  const authorizations = new Authorizations(folder, now);
  const applicationSecrets = new ApplicationSecrets(folder, options.amazon.clientSecret, now);
  const faults = new Faults(join(folder, 'faults.jsonl'), now);
  return {
    options,
    now,
    applicationSecrets,
    authorizations,
    faults,
    requestLog: new RequestLog(),
    signedText: new SignedText(join(folder, 'signing-key')),
    usagePlans: {
      participations: new TokenBuckets(sellersPace, now),
      account: new TokenBuckets(sellersPace, now),
      fees: new TokenBuckets(feesPace, now),
    },
    close() {
      applicationSecrets.close();
      authorizations.close();
      faults.close();
    },
  };
}
