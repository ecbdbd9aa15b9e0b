/** What one process of Perennial is told by its environment. `readConfig` is the only reader of it. */
export interface Config {
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string; readonly apiKey?: string; readonly tls: boolean };
  /** Link shown to operators, e.g. `http://localhost:8233`; absent when no UI is known. */
  readonly temporalUiUrl?: string;
  readonly amazon: {
    /** Bases without a path; `/auth/o2/token` is appended to `lwaUrl`. */
    readonly lwaUrl: string;
    readonly spapiUrl: { readonly NA: string; readonly EU: string };
    readonly sellerCentralUrl: { readonly US: string; readonly CA: string; readonly MX: string; readonly GB: string };
    readonly applicationId: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly commerce: {
    readonly baseUrl: string;
    readonly consumerKey: string;
    readonly consumerSecret: string;
    readonly accessToken: string;
    readonly accessTokenSecret: string;
  };
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** Where people reach us, without a trailing slash. */
  readonly publicUrl: string;
  readonly port: number;
  /** Key ring, the first key seals, all open: `[{kid, key}]`, each key 32 bytes. */
  readonly encryptionKeys: readonly { readonly kid: string; readonly key: Uint8Array }[];
  readonly adminToken: string;
  /** Length of an authorization's year in milliseconds (`YEAR_LENGTH`, default 365 days). */
  readonly yearMs: number;
  readonly rateLimitPerMinute: number;
  readonly webhooksAllowPrivate: boolean;
  readonly dataDir: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** Set in production to run pinned worker versions (Temporal Worker Versioning); absent in `npm start`. */
  readonly workerBuildId?: string;
}
