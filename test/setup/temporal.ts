import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';

/** `host:port` of the run's real dev server; it knows the namespace `default`. */
export function temporalAddress(): string {
  return inject('temporalAddress');
}

/** A task queue nobody else uses: one per test file keeps the files apart on the shared server. */
export function uniqueTaskQueue(): string {
  return `test-${randomUUID()}`;
}

/** Variables with which a whole product uses the run's server, in a namespace that nobody else has. */
export async function namespaceOfItsOwn(): Promise<{ TEMPORAL_ADDRESS: string; TEMPORAL_NAMESPACE: string }> {
  const namespace = `test-${randomUUID()}`;
  const connection = await Connection.connect({ address: temporalAddress() });
  try {
    const workflowExecutionRetentionPeriod = msToTs('1 day');
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } finally {
    await connection.close();
  }
  return { TEMPORAL_ADDRESS: temporalAddress(), TEMPORAL_NAMESPACE: namespace };
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
