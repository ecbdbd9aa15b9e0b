import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';

/** `host:port` of the run's real dev server; it knows the namespace `default`. */
export function temporalAddress(): string {
  return inject('temporalAddress');
}

/** A new task queue: one for each test file keeps the files apart on the shared server. */
export function uniqueTaskQueue(): string {
  return `test-${randomUUID()}`;
}

/** The workflows, bundled once for the run: pass it to `Worker.create` as `workflowBundle`. */
export function workflowBundle(): { readonly codePath: string } {
  const problem = inject('workflowBundleProblem');
  if (problem !== '') throw new Error(problem);
  return { codePath: inject('workflowBundlePath') };
}

/** An environment whose clock skips ahead: one for each test file, because everything in it shares the clock. */
export function createTimeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const executable = { type: 'existing-path', path: inject('timeSkippingServerPath') } as const;
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
}
