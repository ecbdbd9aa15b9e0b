import * as wf from '@temporalio/workflow';
import type { LineCounts } from '../domain/store-import.ts';
import { importActivities } from './activity-options.ts';
import { continueAsNew, isNewRunSuggested } from './continue-as-new.ts';
import type { StoreImportInput } from './messages.ts';

const maxBatchesPerRun = 200;

/**
 * Works through the rows of an import, a batch at a time and at a limited rate; ends when no row is waiting. The rows
 * and their results are in the database, so that it can stop and resume anywhere.
 */
export async function storeImport({ importId }: StoreImportInput): Promise<LineCounts> {
  let batches = 0;
  do {
    const counts = await importActivities.importRows(importId);
    wf.setCurrentDetails(importDetails(counts));
    if (counts.waiting === 0) return counts;
    batches += 1;
  } while (batches < maxBatchesPerRun && !isNewRunSuggested());
  return continueAsNew<typeof storeImport>({ v: 1, importId });
}

function importDetails({ created, already_there: alreadyThere, refused, waiting }: LineCounts): string {
  return (
    `**${waiting > 0 ? 'Running' : 'Finished'}**: ${created} created, ${alreadyThere} already there, ${refused} refused, ${waiting} waiting. ` +
    'A pending activity with failures means that Commerce or PostgreSQL is away; it is retried until they answer.'
  );
}
