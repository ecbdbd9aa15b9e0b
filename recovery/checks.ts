import type { Check } from './finding.ts';
import { type MissingWorkflowDeps, missingStores, missingWorkflowChecks } from './missing-workflows.ts';
import { type DeletedStoreDeps, deletedStores } from './deleted-stores.ts';
import { type StaleRowDeps, staleRowChecks } from './stale-rows.ts';

export type RecoveryDeps = MissingWorkflowDeps & StaleRowDeps & DeletedStoreDeps;

/** Everything that `npm run audit` compares. A further check is one more entry. */
export function auditChecks(deps: RecoveryDeps): readonly Check[] {
  return [...missingWorkflowChecks(deps), ...staleRowChecks(deps)];
}

/**
 * For rows that are older than their workflows. A store that no workflow runs was deleted since, or lost its workflow:
 * that is for a person to decide, who names those that were deleted.
 */
export function rowChecks(deps: RecoveryDeps, deleted: readonly string[]): readonly Check[] {
  return [deletedStores(deps, deleted), ...staleRowChecks(deps), reportOnly(missingStores(deps), deleted)];
}

function reportOnly(check: Check, except: readonly string[]): Check {
  return {
    title: check.title,
    async *find() {
      for await (const { subject, difference, remedy } of check.find())
        if (!except.some((storeId) => subject === `store ${storeId}`)) yield { subject, difference, remedy };
    },
  };
}
