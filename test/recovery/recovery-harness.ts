/** Both sides on a database and in a namespace of their own, and a worker that can be absent. */
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createActivities } from '../../activities/create-activities.ts';
import { ApplicationSecrets } from '../../adapters/postgres/application-secrets/application-secrets.ts';
import { TemporalGateway, workerTimeouts } from '../../adapters/temporal/gateway.ts';
import { WorkflowHistories } from '../../adapters/temporal/workflow-histories.ts';
import { registerSearchAttributes } from '../../adapters/temporal/register-search-attributes.ts';
import { WorkerGroup } from '../../adapters/temporal/worker-group.ts';
import { taskQueue } from '../../domain/ids.ts';
import { auditChecks } from '../../recovery/checks.ts';
import type { Check } from '../../recovery/finding.ts';
import { runChecks } from '../../recovery/run-checks.ts';
import { searchAttributeKeys } from '../../workflows/store/search-attributes.ts';
import { openStoreHarness, yearMs } from '../adapters/postgres/store-harness.ts';
import { registerNamespace } from '../setup/shared-servers.ts';
import { temporalAddress, workflowBundle } from '../setup/temporal.ts';

type Activities = ReturnType<typeof createActivities>;

export type RecoveryHarness = Awaited<ReturnType<typeof openRecoveryHarness>>;

export async function openRecoveryHarness() {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const [harness, namespace, connection] = await Promise.all([
    openStoreHarness({ operatorEmail: 'operators@example.com' }),
    registerNamespace(),
    Connection.connect({ address: temporalAddress() }),
  ]);
  await registerSearchAttributes(connection, namespace, searchAttributeKeys);
  const applicationSecrets = new ApplicationSecrets(harness.database, harness.vault, {
    amazon: { clientId: 'client-id', clientSecret: 'client-secret' },
    encryptionKeys: harness.keys,
    yearMs,
  });
  await applicationSecrets.activateEnvironmentSecret();
  const client = new Client({ connection, namespace });
  const temporal = new TemporalGateway(client, { taskQueue, ...workerTimeouts });
  const histories = new WorkflowHistories(client);
  return {
    ...harness,
    client,
    temporal,
    histories,

    /** What `npm run audit` prints, and its exit code. */
    async compareSides() {
      return run(auditChecks({ ...harness, temporal, histories }), false);
    },
    run,

    /** Runs a worker during `work`. Amazon and the mail server are away, apart from `activities`. */
    async withWorker<T>(work: () => Promise<T>, activities: Partial<Activities> = {}): Promise<T> {
      const native = await NativeConnection.connect({ address: temporalAddress() });
      try {
        const worker = await WorkerGroup.create({
          connection: native,
          namespace,
          taskQueue,
          workflowBundle: workflowBundle(),
          activities: {
            ...createActivities({
              ...harness,
              temporal,
              applicationSecrets,
              amazon: absent,
              mailer: absent,
              catalog: absent,
              yearMs,
              importLinesPerSecond: 1000,
            }),
            ...activities,
          },
        });
        const running = worker.run();
        try {
          return await work();
        } finally {
          worker.shutdown();
          await running;
        }
      } finally {
        await native.close();
      }
    },

    async close() {
      await connection.close();
      await harness.close();
    },
  };
}

/** Fails like a system that does not answer, whatever is called. */
const absent = new Proxy({} as never, {
  get: () => async () => {
    throw new Error('This system is away');
  },
});

async function run(checks: readonly Check[], apply: boolean): Promise<{ exitCode: number; lines: readonly string[] }> {
  const lines: string[] = [];
  const exitCode = await runChecks(checks, { apply, perSecond: 200, print: (line) => void lines.push(line) });
  return { exitCode, lines };
}
