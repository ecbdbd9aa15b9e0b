import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { argv, env, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';
import { Connection } from '@temporalio/client';
import { readTemporalSettings } from '../../config/temporal.ts';
import { ConfigError } from '../../config/variables.ts';
import { taskQueue } from '../../domain/ids.ts';
import type * as workflows from '../../workflows/index.ts';
import { nudge } from '../../workflows/messages.ts';

/** So few that the workers keep up, each run with two workflow tasks and a new history. */
const defaultPerSecond = 20;
/** `temporal.api.enums.v1.BatchOperationState` */
const running = 1;
/** Those that live for weeks and years; an import moves with its next batch, and a delivery ends within three days. */
const workflowTypes = [
  'storeOnboarding',
  'campaign',
  'fleetWatch',
  'applicationSecret',
] as const satisfies readonly (keyof typeof workflows)[];

interface Nudge {
  readonly namespace: string;
  readonly taskQueue: string;
  readonly perSecond: number;
}

export interface NudgeCounts {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

/**
 * Moves every long-lived workflow to the newest worker version, whatever its status. Temporal itself sends the signals,
 * at the given rate, and goes on when this process ends. Resolves when all have been sent.
 */
export async function nudgeWorkflows(
  { workflowService }: Connection,
  { namespace, taskQueue: queue, perSecond }: Nudge,
  onProgress: (counts: NudgeCounts) => void,
): Promise<NudgeCounts> {
  const jobId = `nudge-${randomUUID()}`;
  const types = workflowTypes.map((type) => `'${type}'`).join(', ');
  await workflowService.startBatchOperation({
    namespace,
    jobId,
    reason: 'a new worker version',
    visibilityQuery: `ExecutionStatus = 'Running' AND TaskQueue = '${queue}' AND WorkflowType IN (${types})`,
    maxOperationsPerSecond: perSecond,
    signalOperation: { signal: nudge.name, identity: 'npm run nudge' },
  });
  for (;;) {
    const batch = await workflowService.describeBatchOperation({ namespace, jobId });
    const counts = {
      total: Number(batch.totalOperationCount),
      done: Number(batch.completeOperationCount),
      failed: Number(batch.failureOperationCount),
    };
    onProgress(counts);
    if (batch.state !== running) return counts;
    await delay(1000);
  }
}

/** `npm run nudge -- 50`: workflows per second. */
async function main(): Promise<void> {
  const settings = readTemporalSettings(env, []);
  if ('errors' in settings) throw new ConfigError(settings.errors);
  const { namespace, ...address } = settings.settings;
  const perSecond = Number(argv[2] ?? defaultPerSecond);
  if (!(perSecond > 0)) throw new Error(`"${argv[2]}" is no number of workflows per second, such as 20.`);
  const connection = await Connection.connect(address);
  try {
    const { done, failed } = await nudgeWorkflows(connection, { namespace, taskQueue, perSecond }, (counts) =>
      stdout.write(`${counts.done + counts.failed} of ${counts.total}\n`),
    );
    stdout.write(`Nudged ${done} workflows; ${failed} had ended meanwhile or failed.\n`);
  } finally {
    await connection.close();
  }
}

// `import.meta.url` is the real path; the command line may name a symbolic link.
if (argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(argv[1])).href) await main();
