import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { listAudit } from '../../api/contract/audit.ts';
import type { Role } from '../../domain/roles.ts';
import type { ApiHarness } from './api-harness.ts';
import { createClient } from './http-client.ts';

const auditPage = z.strictObject(Object(listAudit.responses[200]?.schema).shape);
const someEntries = z.object({ items: z.array(z.record(z.string(), z.unknown())) });
const newToken = z.object({ id: z.string(), token: z.string(), name: z.string() });

/** Entries of the audit log, newest first. Throws when they differ from the contract. */
export async function auditEntries(api: ApiHarness, query = ''): Promise<readonly Record<string, unknown>[]> {
  const answer = await api.get(`/v1/audit${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return someEntries.parse(auditPage.parse(answer.body)).items;
}

let addresses = 1;

/** A new token of that role, and a client that bears it and has an address of its own behind a trusted proxy. */
export async function tokenHolder(api: ApiHarness, role: Role, name = `Anna ${randomUUID().slice(0, 8)}`) {
  const answer = await api.call('POST', '/v1/tokens', { name, role });
  if (answer.status !== 201) throw new Error(answer.text);
  const token = newToken.parse(answer.body);
  const address = `198.51.100.${(addresses += 1)}`;
  const client = createClient(api.url, token.token);
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    client.call(method, path, body, { 'x-forwarded-for': address, ...headers });
  return { ...token, address, call };
}
