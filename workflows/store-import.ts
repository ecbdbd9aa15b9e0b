import * as wf from '@temporalio/workflow';
import type { RowCounts } from '../domain/store-import.ts';
import { importBatch } from './activity-options.ts';
import type { StoreImportInput } from './messages.ts';

const batchesPerRun = 200;

/**
 * Works through the rows of an import, a batch at a time and at a bounded pace; ends when none waits any more. The rows
 * and what became of each are in the database, so that it can break off anywhere.
 */
export async function storeImport({ importId }: StoreImportInput): Promise<RowCounts> {
  let batches = 0;
  do {
    const counts = await importBatch.importRows(importId);
    wf.setCurrentDetails(
      `**${counts.waiting > 0 ? 'Running' : 'Finished'}**: ${counts.created} created, ${counts.already_there} already there, ${counts.refused} refused, ${counts.waiting} waiting. ` +
        'A pending activity with failures means that Commerce or PostgreSQL is away; it is retried until they answer.',
    );
    if (counts.waiting === 0) return counts;
    batches += 1;
  } while (batches < batchesPerRun && !isDueAnew());
  return wf.makeContinueAsNewFunc<typeof storeImport>({ initialVersioningBehavior: 'AUTO_UPGRADE' })({
    v: 1,
    importId,
  });
}

function isDueAnew(): boolean {
  const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = wf.workflowInfo();
  return continueAsNewSuggested || targetWorkerDeploymentVersionChanged === true;
}
