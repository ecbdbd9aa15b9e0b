import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WaitingLine } from '../../../../adapters/postgres/imports/lines.ts';
import type { ImportedAuthorization } from '../../../../adapters/postgres/imports/imports.ts';
import { periodFrom } from '../../../../domain/renewal-schedule.ts';
import { refusedLine } from '../../../../domain/store-import.ts';
import type { StoreRequest } from '../../../../domain/store-request.ts';
import { addStore, connectStore, dumpDatabase, openStoreHarness, type StoreHarness, yearMs } from '../store-harness.ts';

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness();
});
afterAll(() => harness.close());

const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();
const newToken = (): string => `Atzr|${randomUUID()}`;

async function saveLine(request: Partial<StoreRequest>, authorization?: ImportedAuthorization) {
  const full = { website: 'base', email: 'seller@example.com', name: `Store ${randomUUID()}`, country: 'US' } as const;
  const lines = [{ line: 2, request: { ...full, ...request }, authorization }];
  const saved = await harness.imports.saveImport({ fingerprint: 'f', lines });
  if (saved.kind === 'conflict') throw new Error('The import is another one');
  const [line] = await harness.imports.listWaitingLines(saved.importId, 10);
  if (!line) throw new Error('No line is waiting');
  return { importId: saved.importId, line };
}

/** Requests the store of the line, as an import does whose token Amazon has proven. */
async function requestStore({ importId, line }: { importId: string; line: WaitingLine }): Promise<void> {
  await harness.imports.requestStore(
    importId,
    line,
    line.authorizedAt ? periodFrom(line.authorizedAt, yearMs) : undefined,
    'proven',
  );
}

async function tokenInForce(storeId: string): Promise<string | undefined> {
  return (await harness.authorizations.loadReusableAuthorization(storeId))?.refreshToken;
}

describe('the authorization of a line', () => {
  it('is sealed while the line waits, becomes current with the request, and leaves the line when it is settled', async () => {
    const sellerId = `A-${randomUUID()}`;
    const refreshToken = newToken();
    const saved = await saveLine({ sellerId }, { refreshToken, authorizedAt: daysAgo(100) });
    expect(await dumpDatabase(harness.database)).not.toContain(refreshToken);
    await requestStore(saved);
    await requestStore(saved);
    const { storeId } = saved.line;
    await harness.stores.createStore(storeId);
    expect(await tokenInForce(storeId)).toBe(refreshToken);
    const [authorization] = await harness.authorizations.listAuthorizations(sellerId);
    expect(authorization).toMatchObject(periodFrom(saved.line.authorizedAt ?? '', yearMs));

    await harness.imports.settleLine(saved.importId, 2, { outcome: 'created', storeId });
    const settled = await harness.database('import_rows').where({ import_id: saved.importId }).first();
    expect(settled).toMatchObject({ request: null, sealed_refresh_token: null, authorized_at: null });
    expect(await tokenInForce(storeId)).toBe(refreshToken);
  });

  it('never replaces one that a store uses, even an older one', async () => {
    const sellerId = `A-${randomUUID()}`;
    const { refreshToken } = await connectStore(harness, await addStore(harness), sellerId, daysAgo(200));
    const saved = await saveLine({ sellerId, country: 'CA' }, { refreshToken: newToken(), authorizedAt: daysAgo(1) });
    await requestStore(saved);
    await harness.stores.createStore(saved.line.storeId);
    expect(await tokenInForce(saved.line.storeId)).toBe(refreshToken);
  });

  it('replaces one that has expired, and an older one that no store uses', async () => {
    const sellerId = `A-${randomUUID()}`;
    await connectStore(harness, await addStore(harness), sellerId, daysAgo(400));
    const older = await saveLine({ sellerId, country: 'CA' }, { refreshToken: newToken(), authorizedAt: daysAgo(100) });
    await requestStore(older);
    await harness.stores.createStore(older.line.storeId);
    expect(await tokenInForce(older.line.storeId)).not.toBeUndefined();

    const other = `A-${randomUUID()}`;
    const [first, second] = [newToken(), newToken()];
    const [one, two] = [
      await saveLine({ sellerId: other }, { refreshToken: first, authorizedAt: daysAgo(100) }),
      await saveLine({ sellerId: other, country: 'CA' }, { refreshToken: second, authorizedAt: daysAgo(50) }),
    ];
    await requestStore(one);
    await requestStore(two);
    await harness.stores.createStore(two.line.storeId);
    expect(await tokenInForce(two.line.storeId)).toBe(second);
  });

  it('is destroyed when its line is refused, unless a store of the seller needs it', async () => {
    const sellerId = `A-${randomUUID()}`;
    const authorizedAt = daysAgo(10);
    const unused = await saveLine({ sellerId }, { refreshToken: newToken(), authorizedAt });
    await requestStore(unused);
    const name = unused.line.request.name;
    await addStore(harness, { name });
    expect(await harness.stores.createStore(unused.line.storeId)).toMatchObject({ outcome: 'refused' });
    await harness.imports.settleLine(unused.importId, 2, refusedLine('store_name_taken', 'Taken.'));
    expect(await harness.authorizations.listAuthorizations(sellerId)).toEqual([]);

    const [needed, refused] = [
      await saveLine({ sellerId }, { refreshToken: newToken(), authorizedAt }),
      await saveLine({ sellerId, country: 'CA', name }, { refreshToken: newToken(), authorizedAt }),
    ];
    await requestStore(needed);
    await requestStore(refused);
    await harness.stores.createStore(refused.line.storeId);
    await harness.imports.settleLine(refused.importId, 2, refusedLine('store_name_taken', 'Taken.'));
    expect(await harness.authorizations.listAuthorizations(sellerId)).toHaveLength(1);
  });

  it('is destroyed with the store of its line when no store came to use it', async () => {
    const sellerId = `A-${randomUUID()}`;
    const saved = await saveLine({ sellerId }, { refreshToken: newToken(), authorizedAt: daysAgo(10) });
    await requestStore(saved);
    await harness.stores.createStore(saved.line.storeId);
    await harness.authorizations.forgetAuthorization(saved.line.storeId);
    expect(await harness.authorizations.listAuthorizations(sellerId)).toEqual([]);
  });
});

it('requests no store once the line was settled, however late an attempt resumes', async () => {
  const saved = await saveLine({});
  await harness.imports.settleLine(saved.importId, 2, refusedLine('invalid_body', 'Wrong.'));
  await expect(requestStore(saved)).rejects.toThrow('settled by another attempt');
  await harness.imports.settleLine(saved.importId, 2, { outcome: 'created', storeId: saved.line.storeId });
  expect(await harness.imports.countLines(saved.importId)).toMatchObject({ refused: 1, created: 0 });
});

it('deletes after a day an import whose request was never answered', async () => {
  const { importId } = (await harness.imports.saveImport({
    fingerprint: 'f',
    lines: [{ line: 2, problem: { code: 'invalid_body', detail: 'Wrong.' } }],
  })) as { importId: string };
  await harness
    .database('imports')
    .where({ id: importId })
    .update({ created_at: daysAgo(2) });
  await harness.consents.pruneExpired(daysAgo(30), Date.now() + 60_000);
  expect(await harness.database('import_rows').where({ import_id: importId })).toEqual([]);
});
