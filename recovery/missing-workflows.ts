/** What PostgreSQL holds and no workflow works on: Temporal's database was lost, or workflows were terminated. */
import type { Repositories } from '../adapters/postgres/index.ts';
import type { OpenCampaign } from '../adapters/postgres/recovery/open-work.ts';
import type { TemporalGateway, WorkflowState } from '../adapters/temporal/gateway.ts';
import {
  applicationSecretId,
  campaignWorkflowId,
  fleetWatchId,
  importWorkflowId,
  messageWorkflowId,
  storeWorkflowId,
} from '../domain/ids.ts';
import { pauseRequested } from '../workflows/messages.ts';
import { inBatches } from './in-batches.ts';
import type { Check, Finding } from './finding.ts';

export interface MissingWorkflowDeps {
  readonly stores: Pick<Repositories['stores'], 'listLiveStores' | 'restartStore'>;
  readonly recovery: Pick<Repositories['recovery'], 'listOpenImports' | 'listOpenCampaigns' | 'listOpenMessages'>;
  readonly temporal: Pick<
    TemporalGateway,
    | 'stateOf'
    | 'restartStore'
    | 'startImport'
    | 'startCampaign'
    | 'signalCampaign'
    | 'deliverMessage'
    | 'startFleetWatch'
    | 'applicationSecretChanged'
  >;
}

const startIt = 'Start it: npm run recover -- workflows --apply.';

export function missingWorkflowChecks(deps: MissingWorkflowDeps): readonly Check[] {
  return [
    missingStores(deps),
    missingImports(deps),
    missingCampaigns(deps),
    missingMessages(deps),
    missingWatches(deps),
  ];
}

/** Stores alone: with old rows, a store without a workflow may have been deleted since. */
export function missingStores({ stores, temporal }: MissingWorkflowDeps): Check {
  return {
    title: 'Stores that no workflow runs',
    find: () =>
      inBatches(
        (after) => stores.listLiveStores(after, 200),
        async (storeId) => {
          const state = await temporal.stateOf(storeWorkflowId(storeId));
          if (isPresent(state)) return undefined;
          return {
            subject: `store ${storeId}`,
            difference: describeAbsence(state, 'although the store is not deleted'),
            remedy: `${startIt} If the store was deleted after the backup that the database was restored from: npm run recover -- rows --apply --deleted ${storeId}.`,
            async repair() {
              await stores.restartStore(storeId, async (restart) => void (await temporal.restartStore(restart)));
            },
          };
        },
      ),
  };
}

function missingImports({ recovery, temporal }: MissingWorkflowDeps): Check {
  return {
    title: 'Imports that no workflow runs',
    find: () =>
      inBatches(
        (after) => recovery.listOpenImports(after, 200),
        async (importId) => {
          const state = await temporal.stateOf(importWorkflowId(importId));
          if (isPresent(state)) return undefined;
          return {
            subject: `import ${importId}`,
            difference: describeAbsence(state, 'although lines of the file are waiting'),
            remedy: startIt,
            repair: () => temporal.startImport(importId),
          };
        },
      ),
  };
}

function missingCampaigns({ recovery, temporal }: MissingWorkflowDeps): Check {
  async function* find(): AsyncGenerator<Finding> {
    for (const campaign of await recovery.listOpenCampaigns()) {
      const { campaignId } = campaign;
      const state = await temporal.stateOf(campaignWorkflowId(campaignId));
      if (isPresent(state)) continue;
      yield {
        subject: `campaign ${campaignId}`,
        difference: describeAbsence(state, `although the campaign is ${campaign.state}`),
        remedy: startIt,
        async repair() {
          await temporal.startCampaign(campaignInput(campaign));
          if (campaign.state === 'paused' && !campaign.isPlanned)
            await temporal.signalCampaign(campaignId, pauseRequested);
        },
      };
    }
  }
  return { title: 'Campaigns that no workflow runs', find };
}

/** Its stopwatch never shows more than it did: an e-mail may leave later than planned, and none leaves earlier. */
function campaignInput({ campaignId, name, startsAt, state, isPlanned, ranMs }: OpenCampaign) {
  const input = { v: 1, campaignId, name, startsAt } as const;
  if (!isPlanned) return input;
  return { ...input, carried: { clock: { ranMs, ...(state !== 'paused' && { runningSinceMs: Date.now() }) } } };
}

function missingMessages({ recovery, temporal }: MissingWorkflowDeps): Check {
  return {
    title: 'E-mails that no workflow delivers',
    find: () =>
      inBatches(
        (after) => recovery.listOpenMessages(after, 200),
        async (messageId) => {
          const state = await temporal.stateOf(messageWorkflowId(messageId));
          if (isPresent(state)) return undefined;
          return {
            subject: `message ${messageId}`,
            difference: describeAbsence(state, 'although the e-mail is waiting to be sent'),
            remedy: `${startIt} It is sent only to stores that still need it when it leaves.`,
            repair: () => temporal.deliverMessage(messageId),
          };
        },
      ),
  };
}

function missingWatches({ temporal }: MissingWorkflowDeps): Check {
  async function* find(): AsyncGenerator<Finding> {
    const watches = [
      { workflowId: fleetWatchId, what: 'so no connection is checked', repair: () => temporal.startFleetWatch() },
      {
        workflowId: applicationSecretId,
        what: 'so no operator is warned before our client secret ends',
        repair: () => temporal.applicationSecretChanged(),
      },
    ];
    for (const { workflowId, what, repair } of watches) {
      const state = await temporal.stateOf(workflowId);
      // Neither of them ever completes.
      if (state === 'running') continue;
      yield { subject: workflowId, difference: describeAbsence(state, what), remedy: startIt, repair };
    }
  }
  return { title: 'Workflows of which there is one', find };
}

/** What has completed is no workflow to be started; that its row is older is another check's finding. */
function isPresent(state: WorkflowState): boolean {
  return state === 'running' || state === 'completed';
}

function describeAbsence(state: WorkflowState, clause: string): string {
  const absence = state === 'absent' ? 'Temporal knows no workflow for it' : 'its workflow ended without an outcome';
  return `${absence}, ${clause}`;
}
