import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Alarms } from '../../activities/alarms.ts';
import { createImportActivities } from '../../activities/import-activities.ts';
import { CommerceUnavailable } from '../../domain/commerce.ts';
import { maxLineFailures } from '../../domain/store-import.ts';
import { type ActivityHarness, connectedStore, openActivityHarness } from './activity-harness.ts';

let harness: ActivityHarness;
beforeAll(async () => {
  harness = await openActivityHarness();
});
afterAll(() => harness.close());

/** An import of three lines: the first brings an authorization; the last has the name of the first. */
async function importThreeLines() {
  const name = `Broken ${randomUUID()}`;
  const base = { website: 'base', email: 'seller@example.com', country: 'US' } as const;
  const authorization = { refreshToken: 'Atzr|secret', authorizedAt: new Date().toISOString() };
  const lines = [
    { line: 2, request: { ...base, name, sellerId: `A${randomUUID()}` }, authorization },
    { line: 3, request: { ...base, name: `Good ${randomUUID()}` } },
    { line: 4, request: { ...base, name } },
  ];
  const saved = await harness.imports.saveImport({ fingerprint: 'f', lines });
  if (saved.kind === 'conflict') throw new Error('The import is another one');
  return saved.importId;
}

function attempt(importId: string, deps = harness.deps): Promise<unknown> {
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR', () => undefined) });
  return environment
    .run(createImportActivities({ ...deps, alarms: new Alarms(deps) }).importRows, importId)
    .catch((error: unknown) => error);
}

/** The line with an authorization always fails. */
const brokenDeps = () => {
  const openImportedToken = () => Promise.reject(new Error('A fault of ours'));
  return { ...harness.deps, imports: { ...harness.imports, openImportedToken } };
};

const linesOf = async (importId: string) => (await harness.imports.listLines(importId, { limit: 10 })).items;

it('a line that always fails delays no other, except one with the same name, and is refused after some attempts', async () => {
  const importId = await importThreeLines();
  expect(await attempt(importId, brokenDeps())).toBeInstanceOf(Error);
  expect(await linesOf(importId)).toMatchObject([
    { outcome: 'waiting' },
    { outcome: 'created' },
    { outcome: 'waiting' },
  ]);
  for (let failures = 1; failures < maxLineFailures; failures += 1) await attempt(importId, brokenDeps());
  const [broken] = await linesOf(importId);
  expect(broken).toMatchObject({ outcome: 'refused', problem: { code: 'internal_error' } });
  expect(broken?.problem?.detail).toContain('Import it again');
  expect(await attempt(importId)).toEqual({ created: 2, already_there: 0, refused: 1, waiting: 0 });
});

it('a line whose token cannot be opened is refused at once, and the others go on', async () => {
  const importId = await importThreeLines();
  await harness.database('import_rows').where({ import_id: importId, line: 2 }).update({ sealed_refresh_token: 'no' });
  expect(await attempt(importId)).toEqual({ created: 2, already_there: 0, refused: 1, waiting: 0 });
  const [unreadable] = await linesOf(importId);
  expect(unreadable).toMatchObject({ outcome: 'refused', problem: { code: 'authorization_unreadable' } });
  expect(unreadable?.problem?.detail).toContain('Import the row again');
});

it('waits while Commerce is unavailable, however often it is tried', async () => {
  const importId = await importThreeLines();
  const listWebsites = () => Promise.reject(new CommerceUnavailable('unreachable', 'away'));
  const deps = { ...harness.deps, catalog: { ...harness.deps.catalog, listWebsites } };
  for (let failures = 0; failures <= maxLineFailures; failures += 1) await attempt(importId, deps);
  expect((await linesOf(importId)).every(({ outcome }) => outcome === 'waiting')).toBe(true);
});

it("waits while Amazon refuses a good token, however often it is tried, and then proves the line's seller", async () => {
  const { storeId, seller } = await connectedStore(harness);
  const { refreshToken, sellerId, authorizedAt } = (await harness.authorizations.loadAuthorization(storeId)) ?? {};
  if (!refreshToken || !authorizedAt) throw new Error('The store is not connected');
  const name = `Spell ${randomUUID()}`;
  const request = { name, website: 'base', email: 'seller@example.com', country: 'CA', sellerId } as const;
  const lines = [{ line: 2, request, authorization: { refreshToken, authorizedAt } }];
  const saved = await harness.imports.saveImport({ fingerprint: 'spell', lines });
  if (saved.kind === 'conflict') throw new Error('The import is another one');
  await harness.fault({ kind: 'false_403', seller });
  for (let failures = 0; failures <= maxLineFailures; failures += 1)
    expect(await attempt(saved.importId)).toMatchObject({ type: 'amazon_refusal' });
  expect(await linesOf(saved.importId)).toMatchObject([{ outcome: 'waiting' }]);
  await harness.clearFaults();
  expect(await attempt(saved.importId)).toMatchObject({ created: 1 });
  expect(await harness.stores.findStoreByName(name)).toMatchObject({ name });
});

/** A line that brings the token of `owner` as if it were that of `claimed`, for a country that neither has. */
async function importToken(owner: { readonly storeId: string }, claimed: { readonly sellerId: string }) {
  const { refreshToken = '' } = (await harness.authorizations.loadAuthorization(owner.storeId)) ?? {};
  const request = { name: `Line ${randomUUID()}`, website: 'base', email: 'a@example.com', country: 'CA' } as const;
  const authorization = { refreshToken, authorizedAt: new Date().toISOString() };
  const lines = [{ line: 2, request: { ...request, sellerId: claimed.sellerId }, authorization }];
  const saved = await harness.imports.saveImport({ fingerprint: randomUUID(), lines });
  if (saved.kind === 'conflict') throw new Error('The import is another one');
  await attempt(saved.importId);
  const [line] = await linesOf(saved.importId);
  return line;
}

it.each(['with', 'without'])(
  'refuses a token of another seller, %s the role that proves it, and moves nothing',
  async (role) => {
    const [liar, victim] = [await connectedStore(harness), await connectedStore(harness)];
    if (role === 'without') await harness.fault({ kind: 'no_fees_role' });
    const before = await harness.database('grants').orderBy('id');
    const line = await importToken(liar, victim);
    await harness.clearFaults();
    expect(line).toMatchObject({ outcome: 'refused', problem: { code: 'seller_mismatch' } });
    expect(await harness.database('grants').orderBy('id')).toEqual(before);
  },
);
