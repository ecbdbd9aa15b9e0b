/** Rows that are older than their workflows: PostgreSQL was restored from a backup, and life had gone on. */
import type { StoreOnRecord } from '../activities/ports.ts';
import type { Repositories } from '../adapters/postgres/index.ts';
import type { TemporalGateway } from '../adapters/temporal/gateway.ts';
import type { WorkflowHistories } from '../adapters/temporal/workflow-histories.ts';
import { messageWorkflowId, storeIdOfWorkflow, storeWorkflowId } from '../domain/ids.ts';
import { authorizationLost } from '../workflows/messages.ts';
import type { Check, Finding } from './finding.ts';
import { inBatches } from './in-batches.ts';
import { type StaleCampaignDeps, staleCampaigns } from './stale-campaigns.ts';

export interface StaleRowDeps extends StaleCampaignDeps {
  readonly stores: Pick<Repositories['stores'], 'listLiveStores'>;
  readonly messages: Pick<Repositories['messages'], 'markMessageFailed'>;
  readonly recovery: StaleCampaignDeps['recovery'] &
    Pick<Repositories['recovery'], 'listOpenMessages' | 'closeDelivered' | 'examineStore' | 'restoreStore'>;
  readonly temporal: StaleCampaignDeps['temporal'] & Pick<TemporalGateway, 'signalStore'>;
  readonly histories: StaleCampaignDeps['histories'] & Pick<WorkflowHistories, 'readStores' | 'wasGivenUp'>;
}

const updateIt = 'Bring it up to date: npm run recover -- rows --apply.';

export function staleRowChecks(deps: StaleRowDeps): readonly Check[] {
  return [staleStores(deps), staleCampaigns(deps), staleMessages(deps)];
}

/** Deleted stores first: their names and sellers may belong to newer ones. */
function staleStores(deps: StaleRowDeps): Check {
  async function* find(): AsyncGenerator<Finding> {
    const deleted: Finding[] = [];
    const others: Finding[] = [];
    for await (const store of deps.histories.readStores(storesToRead(deps))) {
      const finding = await examine(deps, store);
      if (finding) (store.carried?.store.status === 'deleted' ? deleted : others).push(finding);
    }
    yield* deleted;
    yield* others;
  }
  return { title: 'Rows of stores and what their workflows have recorded', find };
}

/** Stores whose workflow is running, and rows of stores whose workflow has completed. */
async function* storesToRead({ stores, temporal, histories }: StaleRowDeps): AsyncGenerator<string> {
  const running = new Set<string>();
  for await (const workflowId of histories.listRunning('storeOnboarding')) {
    const storeId = storeIdOfWorkflow(workflowId);
    if (storeId === undefined) continue;
    running.add(storeId);
    yield storeId;
  }
  const listRows = (after: string) => stores.listLiveStores(after, 200);
  for await (const { subject } of inBatches(listRows, async (storeId) => {
    if (running.has(storeId) || (await temporal.stateOf(storeWorkflowId(storeId))) !== 'completed') return undefined;
    return { subject: storeId, difference: '', remedy: '' };
  }))
    yield subject;
}

async function examine(deps: StaleRowDeps, store: StoreOnRecord): Promise<Finding | undefined> {
  const { recovery, temporal } = deps;
  const { storeId, problem, carried } = store;
  const subject = `store ${storeId}`;
  if (problem !== undefined)
    return {
      subject,
      difference: `the history of its workflow cannot be replayed by this release (${problem})`,
      remedy: 'Repeat the command with the release that runs this workflow.',
    };
  const { row, isAuthorizationLost } = await recovery.examineStore(store);
  if (row === 'unrequested')
    return {
      subject,
      difference: 'its workflow waits for a request that the database no longer has',
      remedy: `Terminate the workflow ${storeWorkflowId(storeId)} in Temporal and add the store "${store.name}" again.`,
    };
  if (row === 'current' && !isAuthorizationLost) return undefined;
  const status = carried?.store.status ?? '';
  const differences = [
    ...(row === 'missing' ? ['the row is missing, although its workflow has recorded the store'] : []),
    ...(row === 'older' ? [`the row is older than its workflow, whose status is ${status}`] : []),
    ...(isAuthorizationLost ? ['the refresh token of its authorization is lost'] : []),
  ];
  return {
    subject,
    difference: differences.join('; '),
    remedy: isAuthorizationLost
      ? `${updateIt} The store is then disconnected, and its seller gets a new connect link.`
      : updateIt,
    async repair() {
      await recovery.restoreStore(store);
      const authorizedAt = carried?.store.authorization?.authorizedAt;
      if (isAuthorizationLost && authorizedAt) await temporal.signalStore(storeId, authorizationLost, { authorizedAt });
    },
  };
}

function staleMessages({ recovery, messages, temporal, histories }: StaleRowDeps): Check {
  return {
    title: 'E-mails that have left, although the database does not know',
    find: () =>
      inBatches(
        (after) => recovery.listOpenMessages(after, 200),
        async (messageId) => {
          if ((await temporal.stateOf(messageWorkflowId(messageId))) !== 'completed') return undefined;
          const isGivenUp = await histories.wasGivenUp(messageId);
          return {
            subject: `message ${messageId}`,
            difference: `its delivery ${isGivenUp ? 'was given up' : 'has ended'}, although the row waits to be sent`,
            remedy: updateIt,
            repair: () => (isGivenUp ? messages.markMessageFailed(messageId) : recovery.closeDelivered(messageId)),
          };
        },
      ),
  };
}
