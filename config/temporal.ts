import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { TLSConfig } from '@temporalio/client';
import { type ClientConfigProfile, loadClientConfigProfile, toClientOptions } from '@temporalio/envconfig';
import { temporalErrors } from './plaintext.ts';
import {
  acceptedAddress,
  addressPattern,
  conflictingTemporalVariables,
  ignoredTemporalVariables,
} from './temporal-variables.ts';
import type { Environment } from './variables.ts';

export interface TemporalSettings {
  readonly address: string;
  readonly namespace: string;
  readonly apiKey?: string;
  readonly tls: TLSConfig | boolean;
  /** Sent with every call. */
  readonly metadata?: Record<string, string>;
}

type Result = { readonly settings: TemporalSettings } | { readonly errors: readonly string[] };

/**
 * Reads Temporal's environment configuration with Temporal's own library; what that would ignore is an error here.
 * `env`: with the secrets that were read from files. `variableErrors`: those already found in single variables.
 */
export function readTemporalSettings(env: Environment, variableErrors: readonly string[]): Result {
  const missing = namesTemporal(env) ? [] : [`TEMPORAL_ADDRESS is missing; accepted is ${acceptedAddress}.`];
  const errors = [...missing, ...ignoredTemporalVariables(env), ...conflictingTemporalVariables(env)];
  const isInvalid = [...errors, ...variableErrors].some((error) => error.includes('TEMPORAL_'));
  return isInvalid ? { errors } : loadSettings(env);
}

/** Whether the environment names a Temporal server of its own. */
export function namesTemporal(env: Environment): boolean {
  return Boolean(env['TEMPORAL_ADDRESS'] || env['TEMPORAL_CONFIG_FILE'] || env['TEMPORAL_PROFILE']);
}

function loadSettings(env: Environment): Result {
  const { TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: profileName } = env;
  try {
    const profile = loadClientConfigProfile({
      overrideEnvVars: withoutEmpty(env),
      // Only a file that was named: one in the home of a developer must not lead `npm start` to another server.
      disableFile: !file && !profileName,
      configFileStrict: true,
    });
    const { namespace, connectionOptions } = toClientOptions(profile);
    const { address = '', apiKey, tls, metadata } = connectionOptions;
    const settings = {
      address,
      namespace: namespace ?? 'default',
      apiKey: typeof apiKey === 'string' ? apiKey : undefined,
      tls: tls ?? false,
      metadata: withHyphens(metadata),
    };
    const isPlaintextAllowed = /^(true|1)$/.test(env['TEMPORAL_ALLOW_PLAINTEXT'] ?? '');
    const errors = [
      ...addressErrors(address),
      ...tlsErrors(profile, tls),
      ...temporalErrors(settings, isPlaintextAllowed),
    ];
    return errors.length > 0 ? { errors } : { settings };
  } catch (error) {
    // The lines after the first may quote the file, which may hold an API key.
    const [problem = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    const source = file
      ? `TEMPORAL_CONFIG_FILE was read as ${JSON.stringify(file)}`
      : `TEMPORAL_PROFILE was read as ${JSON.stringify(profileName)}`;
    return { errors: [`${source}, which cannot be used: ${problem}.`] };
  }
}

function addressErrors(address: string): readonly string[] {
  if (addressPattern.test(address)) return [];
  return [
    `The address in the configuration of Temporal was read as ${JSON.stringify(address)}; accepted is ${acceptedAddress}.`,
  ];
}

function tlsErrors({ tls }: ClientConfigProfile, used: TLSConfig | boolean | null | undefined): readonly string[] {
  if (!tls) return [];
  const { clientCert, clientKey, serverCACert, serverName } = tls;
  if (tls.disabled && (clientCert ?? clientKey ?? serverCACert ?? serverName))
    return ['TEMPORAL_TLS was read as "false"; with certificates or a server name, accepted is true or nothing.'];
  if (Boolean(clientCert) !== Boolean(clientKey))
    return [
      clientCert
        ? 'TEMPORAL_TLS_CLIENT_KEY_PATH and TEMPORAL_TLS_CLIENT_KEY_DATA are missing; the client certificate needs one of them.'
        : 'TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_CERT_DATA are missing; the private key needs one of them.',
    ];
  if (typeof used !== 'object' || !used?.clientCertPair || isPair(used.clientCertPair)) return [];
  return [
    'TEMPORAL_TLS_CLIENT_KEY_PATH or …_DATA does not belong to the client certificate; accepted is its private key.',
  ];
}

function isPair({ crt, key }: { readonly crt: Uint8Array; readonly key: Uint8Array }): boolean {
  try {
    return new X509Certificate(crt).checkPrivateKey(createPrivateKey(Buffer.from(key)));
  } catch {
    return false;
  }
}

/** The library replaces only the first underscore of a header's name. */
function withHyphens(metadata: unknown): Record<string, string> | undefined {
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [name.replaceAll('_', '-'), String(value)]),
  );
}

function withoutEmpty(env: Environment): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
