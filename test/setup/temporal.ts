import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import type { Workflow, WorkflowResultType } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { expect, inject } from 'vitest';
import { eventually } from './eventually.ts';

/** `host:port` of the run's real dev server; it knows the namespace `default`. */
export function temporalAddress(): string {
  return inject('temporalAddress');
}

/** A task queue nobody else uses: one per test file keeps the files apart on the shared server. */
export function uniqueTaskQueue(): string {
  return `test-${randomUUID()}`;
}

/** The workflows, bundled once for the run: pass it to `Worker.create` as `workflowBundle`. */
export function workflowBundle(): { readonly codePath: string } {
  const problem = inject('workflowBundleProblem');
  if (problem !== '') throw new Error(problem);
  return { codePath: inject('workflowBundlePath') };
}

/** An environment whose clock skips ahead: one per test file, its time is shared by everything in it. */
export function createTimeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const executable = { type: 'existing-path', path: inject('timeSkippingServerPath') } as const;
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
}

/**
 * The result of a workflow that was just told to end. Time stands still until it has: `result()` lets time skip while it
 * waits, and the server may then lose the task that cancels the very timer it skips to (temporalio/sdk-java#3088).
 */
export async function resultOnceClosed<T extends Workflow>(handle: WorkflowHandle<T>): Promise<WorkflowResultType<T>> {
  const isClosed = async (): Promise<void> => expect((await handle.describe()).status.name).not.toBe('RUNNING');
  await eventually(isClosed, { intervalMs: 10 });
  return handle.result();
}
