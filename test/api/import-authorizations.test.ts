import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../api/contract/stores.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { type ApiHarness, startApiHarness, uniqueName } from './api-harness.ts';
import { storeOf } from './http-client.ts';
import { importRows, type Row } from './import-file.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();
const store = async (id = ''): Promise<Store> => storeOf(await api.get(`/v1/stores/${id}`));
const rowFor = (fields: Row): Row => ({
  website: 'base',
  email: 'seller@example.com',
  name: uniqueName(),
  country: 'US',
  ...fields,
});

/** What a merchant brings who was connected by somebody else: good at Amazon, unknown to us. */
async function grantFromElsewhere() {
  const { id } = await eventually(() => api.connectStore(`seller-${randomUUID().slice(0, 8)}@example.com`));
  const grant = await api.records.authorizations.loadAuthorization(id);
  storeOf(await api.call('DELETE', `/v1/stores/${id}`));
  await eventually(async () => expect((await store(id)).status).toBe('deleted'));
  return { sellerId: grant?.sellerId ?? '', refreshToken: grant?.refreshToken ?? '' };
}

describe('a row with an authorization', () => {
  it("connects its store and the seller's other stores until a year after the consent", async () => {
    const { sellerId, refreshToken } = await grantFromElsewhere();
    const authorizedAt = daysAgo(100);
    const { counts, rows } = await importRows(api, [
      rowFor({ sellerId, country: 'CA' }),
      rowFor({ sellerId, refreshToken, authorizedAt }),
    ]);
    expect(counts).toMatchObject({ created: 2, refused: 0 });
    for (const { storeId } of rows) {
      await eventually(async () => expect((await store(storeId)).status).toBe('active'));
      const expiresAt = new Date(Date.parse(authorizedAt) + 365 * dayMs).toISOString();
      expect(await store(storeId)).toMatchObject({ sellerId, authorizedAt, expiresAt });
    }
  });

  it('is checked at Amazon first: a store with an invalid token waits for its seller', async () => {
    const { sellerId } = await grantFromElsewhere();
    const brought = { sellerId, refreshToken: `Atzr|${randomUUID()}`, authorizedAt: daysAgo(1) };
    const { rows } = await importRows(api, [rowFor(brought)]);
    await eventually(async () => expect((await store(rows[0]?.storeId)).status).toBe('verifying'));
    expect((await store(rows[0]?.storeId)).authorizedAt).toBeUndefined();
  });

  it.each([
    ['has not begun', daysAgo(-1), /in the future/],
    ['has ended', daysAgo(366), /ended at .* connect again/],
  ])('is refused when it %s', async (_what, authorizedAt, detail) => {
    const { rows } = await importRows(api, [rowFor({ sellerId: 'A1EXAMPLE', refreshToken: 'Atzr|x', authorizedAt })]);
    expect(rows[0]?.problem?.errors).toEqual([{ pointer: '/authorizedAt', detail: expect.stringMatching(detail) }]);
  });

  it.each<[string, Row, string[]]>([
    ['date', { sellerId: 'A1EXAMPLE', refreshToken: 'Atzr|x' }, ['/authorizedAt']],
    ['seller and token', { authorizedAt: '2026-01-01' }, ['/refreshToken', '/sellerId']],
    ['readable date', { sellerId: 'A1EXAMPLE', refreshToken: 'Atzr|x', authorizedAt: '1.1.2026' }, ['/authorizedAt']],
  ])('is refused without a %s', async (_what, fields, pointers) => {
    const { rows } = await importRows(api, [rowFor(fields)]);
    expect(rows[0]?.problem?.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('never reveals its token in an answer, log line or history, nor an e-mail address in a history', async () => {
    const { sellerId, refreshToken } = await grantFromElsewhere();
    const good = rowFor({ sellerId, refreshToken, authorizedAt: daysAgo(5), email: 'private@example.com' });
    const bad = rowFor({ refreshToken: `Atzr|${randomUUID()}`, authorizedAt: 'never', email: 'private@example.com' });
    const { id, rows } = await importRows(api, [good, bad]);
    await eventually(async () => expect((await store(rows[0]?.storeId)).status).toBe('active'));
    const connection = await Connection.connect({ address: temporalAddress() });
    const { workflow } = new Client({ connection });
    const histories = await Promise.all(
      [`import-${id}`, `store-${rows[0]?.storeId}`].map((workflowId) => workflow.getHandle(workflowId).fetchHistory()),
    );
    await connection.close();
    const seen = histories.map((history) => readable(history)).join('\n');
    expect(seen).toContain(id);
    const output = [seen, JSON.stringify(rows), ...api.logLines].join('\n');
    for (const token of [good['refreshToken'] ?? '', bad['refreshToken'] ?? '']) expect(output).not.toContain(token);
    expect(seen).not.toContain('private@example.com');
  });
});

/** With the payloads, which are bytes, as text. */
function readable(history: unknown): string {
  return JSON.stringify(history, (_key, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString() : typeof value === 'bigint' ? String(value) : value,
  );
}
