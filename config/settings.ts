import type { OidcSettings } from './oidc.ts';
import type { TemporalSettings } from './temporal.ts';
import type { AmazonSettings, CommerceSettings } from './vendors.ts';

/** What the API and the worker both read. */
export interface SharedConfig {
  readonly databaseUrl: string;
  readonly temporal: TemporalSettings;
  /** Link shown to operators, e.g. `http://localhost:8233`; absent when no UI is known. */
  readonly temporalUiUrl?: string;
  readonly amazon: AmazonSettings;
  readonly commerce: CommerceSettings;
  /** Receives mail about alarms; without it no mail is sent. */
  readonly operatorEmail?: string;
  /** Where people reach us, without a trailing slash. */
  readonly publicUrl: string;
  readonly port: number;
  /** Key ring, the first key seals, all open: `[{kid, key}]`, each key 32 bytes. */
  readonly encryptionKeys: readonly { readonly kid: string; readonly key: Uint8Array }[];
  /** The bearer token of `/metrics`; without it, anyone may read them. */
  readonly metricsToken?: string;
  /** Length of an authorization's year in milliseconds (`YEAR_LENGTH`, default 365 days). */
  readonly yearMs: number;
  readonly webhooksAllowPrivate: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** Set in production to run pinned worker versions (Temporal Worker Versioning); absent in `npm start`. */
  readonly workerBuildId?: string;
  readonly workerDeploymentName: string;
}

export interface ApiConfig extends SharedConfig {
  /** Address the API listens on (`HOST`, default loopback only). */
  readonly host: string;
  /** Addresses and networks whose `X-Forwarded-*` headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly adminToken: string;
  /** The identity provider that people sign in with; none without `OIDC_ISSUER`. */
  readonly oidc?: OidcSettings;
  /** Sites that may show the console in a frame; only by an https `publicUrl`. */
  readonly consoleFrameAncestors: readonly string[];
  readonly rateLimitPerMinute: number;
}

export interface WorkerConfig extends SharedConfig {
  readonly smtpUrl: string;
  /** Whether mail leaves encrypted only: the server is outside loopback and private networks. */
  readonly smtpRequiresTls: boolean;
  readonly mailFrom: string;
  /** Where a worker answers `/healthz`, `/readyz` and `/metrics`; none when absent. */
  readonly workerHealthPort?: number;
}

export interface Config extends ApiConfig, WorkerConfig {
  readonly dataDir: string;
}
