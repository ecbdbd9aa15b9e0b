import { activityInfo, getClient } from '@temporalio/activity';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { SearchAttributePair, Workflow } from '@temporalio/common';
import type { StartStore } from '../../activities/ports.ts';
import { storeWorkflowId } from '../../domain/ids.ts';

type Creation = Awaited<ReturnType<StartStore>>;

const deadlineMs = 5000;

type StoreInput = { readonly v: 1 } & Parameters<StartStore>[0];

/** As the API starts a store, from inside an activity. `searchAttributes`: what a store is found by from its start. */
export function createStartStore(searchAttributes: (input: StoreInput) => SearchAttributePair[]): StartStore {
  return async (store): Promise<Creation> => {
    const input: StoreInput = { v: 1, ...store };
    const { storeId, name, website, country } = store;
    const startWorkflowOperation = new WithStartWorkflowOperation('storeOnboarding', {
      workflowId: storeWorkflowId(storeId),
      taskQueue: activityInfo().taskQueue,
      args: [input],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `${name} · ${country} · ${website}`,
      typedSearchAttributes: searchAttributes(input),
    });
    // It is rejected together with the call below, whose error is the one that counts.
    startWorkflowOperation.workflowHandle().catch(() => undefined);
    const client = getClient();
    return client.withDeadline(Date.now() + deadlineMs, () =>
      client.workflow.executeUpdateWithStart<Workflow, Creation, []>('createStore', {
        updateId: 'create',
        startWorkflowOperation,
      }),
    );
  };
}
