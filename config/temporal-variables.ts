import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { baseUrl, flag, optionalText } from './kinds.ts';
import { type Environment, secretNames, secretVariable, variable } from './variables.ts';

export const addressPattern = /^(\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}$/;
export const acceptedAddress = "host:port of Temporal's front end, such as localhost:7233";

const isPem = (text: string | undefined): boolean => text !== undefined && text.includes('-----BEGIN ');
const isPemFile = (path: string): boolean => isPem(readIfPossible(path));
const pemFile = (what: string) =>
  variable(`the path of a readable PEM file with ${what}`, z.string().refine(isPemFile).optional());
const pem = (what: string) => secretVariable(`${what} in PEM`, z.string().refine(isPem).optional());

export const temporalVariables = {
  TEMPORAL_ADDRESS: variable(acceptedAddress, z.string().regex(addressPattern).optional()),
  TEMPORAL_NAMESPACE: variable("a namespace's name", optionalText),
  TEMPORAL_API_KEY: secretVariable('an API key of Temporal Cloud', optionalText),
  TEMPORAL_TLS: variable('true or false (true with TEMPORAL_API_KEY or a TEMPORAL_TLS_… variable)', flag.optional()),
  TEMPORAL_TLS_CLIENT_CERT_PATH: pemFile('the client certificate'),
  TEMPORAL_TLS_CLIENT_CERT_DATA: pem('the client certificate'),
  TEMPORAL_TLS_CLIENT_KEY_PATH: pemFile('the private key of the client certificate'),
  TEMPORAL_TLS_CLIENT_KEY_DATA: pem('the private key of the client certificate'),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: pemFile('the certificate of the authority of the server'),
  TEMPORAL_TLS_SERVER_CA_CERT_DATA: pem('the certificate of the authority of the server'),
  TEMPORAL_TLS_SERVER_NAME: variable(
    'the name in the certificate of the server',
    z
      .string()
      .regex(/^[\w.-]+$/)
      .optional(),
  ),
  TEMPORAL_CONFIG_FILE: variable(
    'the path of a readable configuration file of Temporal (TOML)',
    z
      .string()
      .refine((path) => readIfPossible(path) !== undefined)
      .optional(),
  ),
  TEMPORAL_PROFILE: variable("the name of a profile in Temporal's configuration file", optionalText),
  TEMPORAL_ALLOW_PLAINTEXT: variable('true or false', flag.prefault('false')),
  TEMPORAL_UI_URL: variable('the address of Temporal UI', baseUrl.optional()),
  TEMPORAL_WORKER_BUILD_ID: variable('a build id', optionalText),
  TEMPORAL_DEPLOYMENT_NAME: variable(
    'the name of a worker deployment without a dot or a colon, such as perennial',
    z
      .string()
      .regex(/^[^.:]{1,200}$/)
      .optional(),
  ),
};

/** Read by `npm start` or by Temporal's SDK itself. */
const readElsewhere = ['TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'TEMPORAL_DEBUG', 'TEMPORAL_DEBUGGER_PLUGIN_URL'];
/** Kubernetes sets these for a service whose name begins with "temporal". */
const serviceLink = /_(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT(_\d+_(TCP|UDP)(_\w+)?)?)$/;
/** Parts of Temporal's environment configuration that its TypeScript SDK does not read. */
const unsupported = ['TEMPORAL_TLS_DISABLE_HOST_VERIFICATION', 'TEMPORAL_CODEC_ENDPOINT', 'TEMPORAL_CODEC_AUTH'];

/** One error for each variable that would otherwise be ignored silently. */
export function ignoredTemporalVariables(env: Environment): readonly string[] {
  const known = new Set([
    ...Object.keys(temporalVariables),
    ...secretNames(temporalVariables).map((name) => `${name}_FILE`),
    ...readElsewhere,
  ]);
  const isIgnored = (name: string): boolean =>
    name.startsWith('TEMPORAL_') &&
    !name.startsWith('TEMPORAL_GRPC_META_') &&
    !known.has(name) &&
    !serviceLink.test(name);
  return Object.keys(env)
    .filter((name) => env[name] && isIgnored(name))
    .map((name) =>
      unsupported.includes(name)
        ? `${name} is set, and Temporal's TypeScript SDK does not support it; accepted is nothing.`
        : `${name} is set, and no such variable exists; docs/configuration.md lists those of Temporal.`,
    );
}

/** One error for each pair of variables that contradict each other or need each other. */
export function conflictingTemporalVariables(env: Environment): readonly string[] {
  const errors = ['CLIENT_CERT', 'CLIENT_KEY', 'SERVER_CA_CERT']
    .map((name) => [`TEMPORAL_TLS_${name}_PATH`, `TEMPORAL_TLS_${name}_DATA`] as const)
    .filter(([path, data]) => env[path] && env[data])
    .map(
      ([path, data]) =>
        `${path} was read as ${JSON.stringify(env[path])}, and ${data} is set as well; accepted is one of the two.`,
    );
  const { TEMPORAL_DEPLOYMENT_NAME: deployment, TEMPORAL_WORKER_BUILD_ID: buildId } = env;
  if (deployment && !buildId)
    errors.push(
      `TEMPORAL_DEPLOYMENT_NAME was read as ${JSON.stringify(deployment)}; it needs TEMPORAL_WORKER_BUILD_ID, a build id.`,
    );
  return errors;
}

function readIfPossible(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
