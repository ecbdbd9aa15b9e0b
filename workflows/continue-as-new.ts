import { makeContinueAsNewFunc, sleep, type Workflow, workflowInfo } from '@temporalio/workflow';

/** Temporal suggests a new run: the history has grown long, or a newer version of the worker has been deployed. */
export function isNewRunSuggested(): boolean {
  const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = workflowInfo();
  return continueAsNewSuggested || targetWorkerDeploymentVersionChanged === true;
}

/** The new run starts on the latest version of the worker. */
export function continueAsNew<F extends Workflow>(...input: Parameters<F>): Promise<never> {
  return makeContinueAsNewFunc<F>({ initialVersioningBehavior: 'AUTO_UPGRADE' })(...input);
}

/**
 * The server rejects the completion of a run when a signal has arrived meanwhile, and repeats that workflow task. Local
 * activities of the task would then run twice, so a run completes in a workflow task of its own.
 */
export function awaitNextWorkflowTask(): Promise<void> {
  return sleep(1, { summary: 'end this run' });
}
