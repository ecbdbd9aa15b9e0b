import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeReport, parseWitness } from '../../../../adapters/postgres/audit/describe-report.ts';
import { pruneAudit } from '../../../../adapters/postgres/audit/prune-audit.ts';
import { settleIntent } from '../../../../adapters/postgres/audit/record-audit.ts';
import { verifyAuditChain } from '../../../../adapters/postgres/audit/verify-chain.ts';
import { timelineEntry } from '../../../../domain/timeline.ts';
import { addStore, changeOf, openStoreHarness, type StoreHarness } from '../store-harness.ts';

let harness: StoreHarness;
beforeEach(async () => {
  harness = await openStoreHarness();
});
afterEach(() => harness.close());

const verify = () => verifyAuditChain(harness.database);
const seqs = async () => (await harness.database('audit_log').orderBy('seq').pluck('seq')).map(Number);

async function record(action: string): Promise<string> {
  const id = randomUUID();
  const actor = { kind: 'token', name: 'Anna "=1+1" \u00e9\u2028' } as const;
  const target = { kind: 'store', id: randomUUID() };
  await harness.audit.insertIntent({ id, actor, address: '192.0.2.1', requestId: 'request-1', action, target });
  const changes = { name: { before: 'Old', after: 'New' }, enabled: { before: true, after: false }, email: {} };
  await harness.audit.settleIntent(id, { outcome: 'done', changes });
  return id;
}

async function recordMany(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await record(`action-${n}`);
}

/** As a person with all rights in the database would. */
async function tamper(statement: string, bindings: readonly (string | number)[] = []): Promise<void> {
  await harness.database.raw('alter table audit_log disable trigger user');
  await harness.database.raw(statement, bindings);
  await harness.database.raw('alter table audit_log enable trigger user');
}

const insertAged = (days: number) =>
  harness.database.raw(
    `insert into audit_log (id, at, address, request_id, action, outcome)
     values (gen_random_uuid(), now() - make_interval(days => ?), '192.0.2.1', 'r', 'aged', 'done')`,
    [days],
  );

const forged = `insert into audit_log (seq, id, at, address, request_id, action, outcome, previous_hash, hash)
  select ?, gen_random_uuid(), at, address, request_id, 'forged', outcome, hash, hash from audit_log where seq = ?`;

describe('the chain of the audit log', () => {
  it('is intact after concurrent writers on several connections, in a time zone of their own', async () => {
    const clients = await Promise.all(
      ['UTC', 'Asia/Tokyo', 'America/New_York'].map(async (zone) => {
        const client = new pg.Client({ connectionString: harness.url });
        await client.connect();
        await client.query(`set timezone to '${zone}'; set datestyle to 'German'`);
        return client;
      }),
    );
    const insert = `insert into audit_log (id, at, address, request_id, action, outcome)
      values (gen_random_uuid(), now(), '192.0.2.1', 'r', 'concurrent', 'done')`;
    await Promise.all(
      clients.map(async (client) => {
        for (let n = 0; n < 40; n += 1) await client.query(insert);
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    await Promise.all(Array.from({ length: 30 }, (_, n) => record(`action-${n}`)));
    expect(await seqs()).toEqual(Array.from({ length: 150 }, (_, n) => n + 1));
    expect(await verify()).toMatchObject({ rows: 150, head: { seq: '150' }, faults: [] });
  });

  it('finds a changed row, whichever column was changed', async () => {
    await recordMany(5);
    for (const change of [
      `actor = 'somebody else'`,
      `address = '192.0.2.9'`,
      `at = at - interval '1 hour'`,
      `changes = '{}'`,
      'target_id = null',
    ]) {
      await tamper('create temporary table kept as select * from audit_log where seq = 3');
      await tamper(`update audit_log set ${change} where seq = 3`);
      expect([change, (await verify()).faults]).toEqual([change, [{ kind: 'changed', seq: '3' }]]);
      await tamper('delete from audit_log where seq = 3');
      await tamper('insert into audit_log select * from kept; drop table kept');
      expect((await verify()).faults).toEqual([]);
    }
  });

  it('finds a row whose hash was computed again, by the row after it', async () => {
    await recordMany(5);
    await tamper(`update audit_log set hash = sha256(hash) where seq = 3`);
    expect((await verify()).faults.map(({ seq }) => seq)).toEqual(['3', '4']);
  });

  it('finds a chain that was computed again as a whole, by a row that was written down', async () => {
    await recordMany(3);
    const { head } = await verify();
    await recordMany(2);
    expect((await verifyAuditChain(harness.database, head)).faults).toEqual([]);
    const rows = await harness.database('audit_log').orderBy('seq');
    await tamper('delete from audit_log');
    await tamper(`update audit_head set last_seq = 0, last_hash = '\\x'`);
    for (const { seq: _seq, changes: _changes, ...row } of rows)
      await harness.database('audit_log').insert({ ...row, actor: 'somebody else' });
    expect((await verify()).faults).toEqual([]);
    const report = await verifyAuditChain(harness.database, head);
    expect(report.faults).toEqual([{ kind: 'changed', seq: '3' }]);
    expect(describeReport(report)).toMatch(/^The audit log is not intact. Faults: 1\.\nRow 3 was changed/);
    const printed = describeReport(await verify()).match(/-- (\S+)$/)?.[1] ?? '';
    expect(parseWitness(printed)).toEqual((await verify()).head);
    expect((await verifyAuditChain(harness.database, { ...head, seq: '9' })).faults).toEqual([
      { kind: 'removed', seq: '9' },
    ]);
    expect(parseWitness('3:abc')).toBeUndefined();
  });

  it('finds a removed row: in the middle, the first, the last', async () => {
    await recordMany(9);
    await tamper('delete from audit_log where seq = 5');
    expect((await verify()).faults).toEqual([{ kind: 'removed', seq: '6' }]);
    await tamper('delete from audit_log where seq = 1');
    expect((await verify()).faults).toEqual([
      { kind: 'removed', seq: '2' },
      { kind: 'removed', seq: '6' },
    ]);
    await tamper('delete from audit_log where seq >= 8');
    expect((await verify()).faults.at(-1)).toEqual({ kind: 'removed', seq: '9' });
  });

  it('finds an inserted row: after the end, before the beginning, in the place of another', async () => {
    await recordMany(4);
    await tamper(forged, [5, 4]);
    expect((await verify()).faults).toEqual([{ kind: 'inserted', seq: '5' }]);
    await tamper('delete from audit_log where seq = 5');
    await tamper(forged, [0, 4]);
    expect((await verify()).faults).toEqual([{ kind: 'inserted', seq: '0' }]);
    await tamper('delete from audit_log where seq in (0, 2)');
    await tamper(forged, [2, 1]);
    expect((await verify()).faults[0]).toEqual({ kind: 'changed', seq: '2' });
  });

  it('refuses to change, delete or empty it', async () => {
    await record('deleteStore');
    const refused = /append-only/;
    await expect(harness.database('audit_log').update({ actor: 'x' })).rejects.toThrow(refused);
    await expect(harness.database('audit_log').delete()).rejects.toThrow(refused);
    await expect(harness.database.raw('truncate audit_log')).rejects.toThrow(refused);
    expect(await verify()).toMatchObject({ rows: 1, faults: [] });
  });

  it('stays verifiable when its oldest rows end after 400 days', async () => {
    for (const days of [500, 401, 399, 450]) await insertAged(days);
    await record('deleteStore');
    await Promise.all([pruneAudit(harness.database), pruneAudit(harness.database)]);
    // The row of 450 days waits until those before it have ended, so that the chain has no hole.
    expect(await seqs()).toEqual([3, 4, 5]);
    expect(await verify()).toMatchObject({ rows: 3, faults: [] });
    await tamper('delete from audit_log where seq = 3');
    expect((await verify()).faults).toEqual([{ kind: 'removed', seq: '4' }]);
  });

  it('stays verifiable when every row has ended', async () => {
    await insertAged(500);
    await pruneAudit(harness.database);
    expect(await verify()).toMatchObject({ rows: 0, head: { seq: '1' }, faults: [] });
    await record('deleteStore');
    expect(await verify()).toMatchObject({ rows: 1, head: { seq: '2' }, faults: [] });
  });
});

describe('an intent', () => {
  it('names the actor of a command before and after it is settled; no unknown id does', async () => {
    const storeId = await addStore(harness);
    const actor = { kind: 'token', name: 'Anna' } as const;
    const id = randomUUID();
    await harness.audit.insertIntent({ id, actor, address: '', requestId: 'r', action: 'deactivateStore' });
    await harness.stores.recordChange(changeOf(storeId, { auditId: id, entry: timelineEntry('disabled', {}) }));
    await harness.audit.settleIntent(id, { outcome: 'done' });
    for (const auditId of [id, randomUUID(), 'no id'])
      await harness.stores.recordChange(changeOf(storeId, { auditId, entry: timelineEntry('enabled', {}) }));
    const { items } = await harness.stores.listTimeline(storeId, { limit: 4 });
    expect(items.map((entry) => entry.actor)).toEqual([undefined, undefined, actor, actor]);
  });

  it('becomes one row, however often it is settled', async () => {
    const id = await record('deleteStore');
    await settleIntent(harness.database, id, { outcome: 'uncertain' });
    await harness.audit.settleAbandonedIntents();
    const { items } = await harness.audit.listAudit({}, { limit: 10 });
    expect(items.map(({ action, outcome }) => [action, outcome])).toEqual([['deleteStore', 'done']]);
  });

  it('whose process died becomes a row with an uncertain outcome', async () => {
    const intent = { address: '192.0.2.1', requestId: 'r', action: 'deleteStore' };
    const [old, recent, discarded] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [old, recent, discarded]) await harness.audit.insertIntent({ ...intent, id });
    await harness.audit.discardIntent(discarded);
    await harness
      .database('audit_intents')
      .where({ id: old })
      .update({ at: new Date(Date.now() - 6 * 60_000) });
    await Promise.all([harness.audit.settleAbandonedIntents(), harness.audit.settleAbandonedIntents()]);
    const { items } = await harness.audit.listAudit({}, { limit: 10 });
    expect(items.map(({ action, outcome }) => [action, outcome])).toEqual([['deleteStore', 'uncertain']]);
    expect(await harness.database('audit_intents').pluck('id')).toEqual([recent]);
  });
});
