import { variableNames } from '../config.ts';

/** What programs need of the system: where things are, which language and which proxy. */
const ofTheSystem =
  /^(PATH|HOME|USER|TMPDIR|TZ|LANG|LC_\w+|XDG_\w+|NODE_ENV|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|(HTTPS?|ALL|NO)_PROXY)$/i;
/** Headers of Temporal's calls, and its debugger. */
const ofTemporal = /^TEMPORAL_(GRPC_META|DEBUG)/;
/** The simulated vendors check that requests come from the application and the integration. */
const ofSimulators =
  /^(SIMULATOR_\w+|DATA_DIR|AMAZON_(APPLICATION_ID|CLIENT_ID|CLIENT_SECRET)|COMMERCE_(CONSUMER_KEY|CONSUMER_SECRET|ACCESS_TOKEN|ACCESS_TOKEN_SECRET))$/;

type Process = 'api' | 'worker' | 'migration' | 'simulators' | 'mailbox' | 'download';

const isNeeded: Readonly<Record<Process, (name: string) => boolean>> = {
  api: (name) => variableNames.api.includes(name) || ofTemporal.test(name),
  worker: (name) => variableNames.worker.includes(name) || ofTemporal.test(name),
  migration: (name) => /^(MIGRATION_)?DATABASE_(URL|ALLOW_PLAINTEXT)$/.test(name),
  simulators: (name) => ofSimulators.test(name),
  mailbox: (name) => ['MAIL_SMTP_PORT', 'MAIL_UI_PORT', 'DATA_DIR'].includes(name),
  download: (name) => /^(PIP_|REQUESTS_|CURL_)/.test(name),
};

/** Of a complete environment, the variables that one process needs: no process gets the secrets of another. */
export function environmentOf(
  process: Process,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && (ofTheSystem.test(name) || isNeeded[process](name)) ? [[name, value]] : [],
    ),
  );
}
