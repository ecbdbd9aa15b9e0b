import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WaitingRow } from '../../../../activities/ports.ts';
import type { ImportedGrant } from '../../../../api/ports.ts';
import { periodFrom } from '../../../../domain/renewal-schedule.ts';
import { refused } from '../../../../domain/store-import.ts';
import type { StoreRequest } from '../../../../domain/store-request.ts';
import { addStore, connectStore, dumpDatabase, openStoreWorld, type StoreWorld, yearMs } from '../store-harness.ts';

let world: StoreWorld;
beforeAll(async () => {
  world = await openStoreWorld();
});
afterAll(() => world.close());

const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();
const newToken = (): string => `Atzr|${randomUUID()}`;

async function keepRow(request: Partial<StoreRequest>, grant?: ImportedGrant) {
  const full = { website: 'base', email: 'seller@example.com', name: `Store ${randomUUID()}`, country: 'US' } as const;
  const rows = [{ line: 2, request: { ...full, ...request }, ...(grant && { grant }) }];
  const kept = await world.imports.keepImport({ fingerprint: 'f', rows });
  if (kept.kind === 'conflict') throw new Error('The import is another one');
  const [row] = await world.imports.listWaitingRows(kept.importId, 10);
  if (!row) throw new Error('No row waits');
  return { importId: kept.importId, row };
}

/** Asks for the store of the row, as an import does. */
async function note({ importId, row }: { importId: string; row: WaitingRow }): Promise<void> {
  await world.imports.noteStore(importId, row, row.authorizedAt ? periodFrom(row.authorizedAt, yearMs) : undefined);
}

async function tokenInForce(storeId: string): Promise<string | undefined> {
  return (await world.grants.loadGrantToReuse(storeId))?.refreshToken;
}

describe('the authorization that a row brings', () => {
  it('lies sealed while it waits, is put in force with the request, and leaves the row when that is settled', async () => {
    const sellerId = `A-${randomUUID()}`;
    const refreshToken = newToken();
    const kept = await keepRow({ sellerId }, { refreshToken, authorizedAt: daysAgo(100) });
    expect(await dumpDatabase(world.database)).not.toContain(refreshToken);
    await note(kept);
    await note(kept);
    const { storeId } = kept.row;
    await world.stores.createStore(storeId);
    expect(await tokenInForce(storeId)).toBe(refreshToken);
    const [authorization] = await world.authorizations.listAuthorizations(sellerId);
    expect(authorization).toMatchObject(periodFrom(kept.row.authorizedAt ?? '', yearMs));

    await world.imports.settleRow(kept.importId, 2, { outcome: 'created', storeId });
    const settled = await world.database('import_rows').where({ import_id: kept.importId }).first();
    expect(settled).toMatchObject({ request: null, sealed_refresh_token: null, authorized_at: null });
    expect(await tokenInForce(storeId)).toBe(refreshToken);
  });

  it('never replaces one that a store uses, be it older', async () => {
    const sellerId = `A-${randomUUID()}`;
    const { refreshToken } = await connectStore(world, await addStore(world), sellerId, daysAgo(200));
    const kept = await keepRow({ sellerId, country: 'CA' }, { refreshToken: newToken(), authorizedAt: daysAgo(1) });
    await note(kept);
    await world.stores.createStore(kept.row.storeId);
    expect(await tokenInForce(kept.row.storeId)).toBe(refreshToken);
  });

  it('replaces one that has ended, and an older one that nobody uses', async () => {
    const sellerId = `A-${randomUUID()}`;
    await connectStore(world, await addStore(world), sellerId, daysAgo(400));
    const older = await keepRow({ sellerId, country: 'CA' }, { refreshToken: newToken(), authorizedAt: daysAgo(100) });
    await note(older);
    await world.stores.createStore(older.row.storeId);
    expect(await tokenInForce(older.row.storeId)).not.toBeUndefined();

    const other = `A-${randomUUID()}`;
    const [first, second] = [newToken(), newToken()];
    const [one, two] = [
      await keepRow({ sellerId: other }, { refreshToken: first, authorizedAt: daysAgo(100) }),
      await keepRow({ sellerId: other, country: 'CA' }, { refreshToken: second, authorizedAt: daysAgo(50) }),
    ];
    await note(one);
    await note(two);
    await world.stores.createStore(two.row.storeId);
    expect(await tokenInForce(two.row.storeId)).toBe(second);
  });

  it('is destroyed when its row is refused, unless a store of the seller needs it', async () => {
    const sellerId = `A-${randomUUID()}`;
    const authorizedAt = daysAgo(10);
    const lonely = await keepRow({ sellerId }, { refreshToken: newToken(), authorizedAt });
    await note(lonely);
    const name = lonely.row.request.name;
    await addStore(world, { name });
    expect(await world.stores.createStore(lonely.row.storeId)).toMatchObject({ outcome: 'refused' });
    await world.imports.settleRow(lonely.importId, 2, refused('store_name_taken', 'Taken.'));
    expect(await world.authorizations.listAuthorizations(sellerId)).toEqual([]);

    const [needed, refusedRow] = [
      await keepRow({ sellerId }, { refreshToken: newToken(), authorizedAt }),
      await keepRow({ sellerId, country: 'CA', name }, { refreshToken: newToken(), authorizedAt }),
    ];
    await note(needed);
    await note(refusedRow);
    await world.stores.createStore(refusedRow.row.storeId);
    await world.imports.settleRow(refusedRow.importId, 2, refused('store_name_taken', 'Taken.'));
    expect(await world.authorizations.listAuthorizations(sellerId)).toHaveLength(1);
  });

  it('that no store came to use is destroyed with the store that was made of it', async () => {
    const sellerId = `A-${randomUUID()}`;
    const kept = await keepRow({ sellerId }, { refreshToken: newToken(), authorizedAt: daysAgo(10) });
    await note(kept);
    await world.stores.createStore(kept.row.storeId);
    await world.stores.forgetAuthorization(kept.row.storeId);
    expect(await world.authorizations.listAuthorizations(sellerId)).toEqual([]);
  });
});

it('asks for no store any more once the row was settled, however late an attempt wakes up', async () => {
  const kept = await keepRow({});
  await world.imports.settleRow(kept.importId, 2, refused('invalid_body', 'Wrong.'));
  await expect(note(kept)).rejects.toThrow('settled by another attempt');
  await world.imports.settleRow(kept.importId, 2, { outcome: 'created', storeId: kept.row.storeId });
  expect(await world.imports.countRows(kept.importId)).toMatchObject({ refused: 1, created: 0 });
});

it('forgets after a day what was kept for a request that was never answered', async () => {
  const { importId } = (await world.imports.keepImport({
    fingerprint: 'f',
    rows: [{ line: 2, problem: { code: 'invalid_body', detail: 'Wrong.' } }],
  })) as { importId: string };
  await world
    .database('imports')
    .where({ id: importId })
    .update({ created_at: daysAgo(2) });
  await world.watch.forgetOldAccess(daysAgo(30));
  expect(await world.database('import_rows').where({ import_id: importId })).toEqual([]);
});
