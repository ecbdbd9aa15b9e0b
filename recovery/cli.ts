/** The composition root of `npm run recover` and `npm run audit`: config → adapters → checks → report. */
import { argv, stderr, stdout } from 'node:process';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { openDatabase } from '../adapters/postgres/db/database.ts';
import { createRepositories } from '../adapters/postgres/index.ts';
import { createSecretVault } from '../adapters/secrets/secret-vault.ts';
import { TemporalGateway, workerTimeouts } from '../adapters/temporal/gateway.ts';
import { WorkflowHistories } from '../adapters/temporal/workflow-histories.ts';
import { registerSearchAttributes } from '../adapters/temporal/register-search-attributes.ts';
import { readWorkerConfig, type WorkerConfig } from '../config.ts';
import { ConfigError } from '../config/variables.ts';
import { taskQueue } from '../domain/ids.ts';
import { searchAttributeKeys } from '../workflows/store/search-attributes.ts';
import { parseArguments, type RecoveryArguments } from './arguments.ts';
import { auditChecks, type RecoveryDeps, rowChecks } from './checks.ts';
import { missingWorkflowChecks } from './missing-workflows.ts';
import { exitCodes, runChecks } from './run-checks.ts';

Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
});
process.exitCode = await main(argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args);
  if ('help' in parsed) {
    stdout.write(parsed.help);
    return exitCodes.noDifference;
  }
  if ('problem' in parsed) {
    stderr.write(`${parsed.problem}\nSee npm run recover -- --help.\n`);
    return exitCodes.notCompared;
  }
  try {
    return await recover(readWorkerConfig(), parsed);
  } catch (error) {
    stderr.write(`${error instanceof ConfigError ? error.message : `Nothing was compared: ${String(error)}`}\n`);
    return exitCodes.notCompared;
  }
}

async function recover(
  config: WorkerConfig,
  { command, apply, perSecond, deleted }: RecoveryArguments,
): Promise<number> {
  const { namespace } = config.temporal;
  const connection = await Connection.connect({ ...config.temporal, connectTimeout: '5 seconds' });
  const database = openDatabase(config.databaseUrl, { poolMax: 10, applicationName: 'perennial-recovery' });
  try {
    if (apply) await registerSearchAttributes(connection, namespace, searchAttributeKeys);
    const client = new Client({ connection, namespace });
    const deps = {
      ...createRepositories(database, createSecretVault(config.encryptionKeys), config),
      temporal: new TemporalGateway(client, { taskQueue, ...workerTimeouts }),
      histories: new WorkflowHistories(client),
    };
    return await runChecks(checksOf(command, deps, deleted), {
      apply,
      perSecond,
      print: (line) => void stdout.write(`${line}\n`),
    });
  } finally {
    await database.destroy();
    await connection.close();
  }
}

function checksOf(command: RecoveryArguments['command'], deps: RecoveryDeps, deleted: readonly string[]) {
  switch (command) {
    case 'workflows':
      return missingWorkflowChecks(deps);
    case 'rows':
      return rowChecks(deps, deleted);
    case 'audit':
      return auditChecks(deps);
  }
}
