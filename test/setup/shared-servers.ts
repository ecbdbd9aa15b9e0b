import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { createTestDatabase } from './test-database.ts';
import { temporalAddress } from './temporal.ts';

/**
 * Variables with which a product uses the run's PostgreSQL and Temporal server, in a database and a namespace of its
 * own: for tests that kill neither of them.
 */
export async function sharedServers() {
  const [namespace, database] = await Promise.all([registerNamespace(), createTestDatabase()]);
  return { TEMPORAL_ADDRESS: temporalAddress(), TEMPORAL_NAMESPACE: namespace, DATABASE_URL: database.url };
}

export async function registerNamespace(): Promise<string> {
  const namespace = `test-${randomUUID()}`;
  const connection = await Connection.connect({ address: temporalAddress() });
  try {
    const workflowExecutionRetentionPeriod = msToTs('1 day');
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
  } finally {
    await connection.close();
  }
  return namespace;
}
