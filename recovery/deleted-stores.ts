import type { Repositories } from '../adapters/postgres/index.ts';
import type { TemporalGateway } from '../adapters/temporal/gateway.ts';
import { storeWorkflowId } from '../domain/ids.ts';
import { timelineEntry } from '../domain/timeline.ts';
import type { Check, Finding } from './finding.ts';

export interface DeletedStoreDeps {
  readonly stores: Pick<Repositories['stores'], 'filterLiveStores' | 'recordChange'>;
  readonly authorizations: Pick<Repositories['authorizations'], 'forgetAuthorization'>;
  readonly temporal: Pick<TemporalGateway, 'stateOf'>;
}

/** Stores that a person says were deleted after the backup, and of which Temporal has forgotten the workflow. */
export function deletedStores({ stores, authorizations, temporal }: DeletedStoreDeps, ids: readonly string[]): Check {
  async function* find(): AsyncGenerator<Finding> {
    for (const storeId of await stores.filterLiveStores(ids)) {
      const subject = `store ${storeId}`;
      const state = await temporal.stateOf(storeWorkflowId(storeId));
      if (state === 'running')
        yield {
          subject,
          difference: 'its workflow is running, so it was not deleted',
          remedy: `Leave out --deleted ${storeId}. To delete the store, use DELETE /v1/stores/${storeId}.`,
        };
      // A workflow that has completed says itself that the store was deleted.
      else if (state !== 'completed')
        yield {
          subject,
          difference: 'it was deleted after the backup, and its row is there',
          remedy: 'Delete its row: repeat the command with --apply.',
          async repair() {
            await authorizations.forgetAuthorization(storeId);
            const at = new Date().toISOString();
            const entry = timelineEntry('deleted', {});
            await stores.recordChange({ storeId, key: 'deleted', at, status: 'deleted', enabled: false, entry });
          },
        };
    }
  }
  return { title: 'Stores that were deleted after the backup', find };
}
