import { createHash, randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPage } from '../../api/contract/imports.ts';
import { eventually } from '../setup/eventually.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { type ApiHarness, startApiHarness, uniqueName } from './api-harness.ts';
import { pageOf, problemOf, storeOf } from './http-client.ts';
import { csvOf, finished, importOf, importRows, type Row, rowsOf, sendCsv } from './import-file.ts';

let api: ApiHarness;
let temporal: Client;
beforeAll(async () => {
  api = await startApiHarness();
  temporal = new Client({ connection: await Connection.connect({ address: temporalAddress() }) });
});
afterAll(async () => {
  await temporal.connection.close();
  await api.stop();
});

const rowFor = (fields: Row = {}): Row => ({
  website: 'base',
  email: 'seller@example.com',
  name: uniqueName(),
  country: 'US',
  ...fields,
});
const storesNamed = async (name = '') => pageOf(await api.get(`/v1/stores?q=${encodeURIComponent(name)}`)).items;

describe('an import', () => {
  it('answers 202 at once and creates a store for every valid row', async () => {
    const rows = [rowFor({ productIdType: 'asin', attributeCode: 'asin' }), rowFor({ country: 'GB' })];
    const answer = await sendCsv(api, rows);
    const { id, workflowId } = importOf(answer);
    expect(answer.status).toBe(202);
    expect(answer.headers.get('location')).toBe(`${api.url}/v1/imports/${id}`);
    expect(workflowId).toBe(`import-${id}`);
    const done = await finished(api, id);
    expect(done.counts).toEqual({ created: 2, already_there: 0, refused: 0, waiting: 0 });
    const { items } = await rowsOf(api, id);
    expect(items.map(({ line, name, outcome }) => [line, name, outcome])).toEqual([
      [2, rows[0]?.['name'], 'created'],
      [3, rows[1]?.['name'], 'created'],
    ]);
    const store = storeOf(await api.get(`/v1/stores/${items[0]?.storeId}`));
    expect(store).toMatchObject({ ...rows[0], status: 'awaiting_authorization' });
  });

  it('accepts NDJSON', async () => {
    const body = [rowFor(), rowFor()].map((row) => JSON.stringify(row)).join('\n');
    const answer = await api.call('POST', '/v1/imports', `${body}\n{"name":\n`, {
      'content-type': 'application/x-ndjson',
    });
    const { id } = importOf(answer);
    expect((await finished(api, id)).counts).toMatchObject({ created: 2, refused: 1 });
    expect((await rowsOf(api, id, '&outcome=refused')).items).toMatchObject([
      { line: 3, problem: { code: 'invalid_json' } },
    ]);
  });

  it('refuses single rows, with a pointer to every invalid field', async () => {
    const good = rowFor();
    const { counts, rows } = await importRows(api, [
      rowFor({ email: 'invalid', country: 'DE' }),
      rowFor({ website: 'nowhere', productIdType: 'asin', attributeCode: 'nothing' }),
      rowFor({ productIdType: 'asin' }),
      rowFor({ sellerId: 'A1UNKNOWN' }),
      good,
      { ...good, country: 'CA', email: 'other@example.com' },
      good,
    ]);
    expect(counts).toEqual({ created: 1, already_there: 1, refused: 5, waiting: 0 });
    expect(
      rows.map(({ outcome, problem }) => [outcome, problem?.code, problem?.errors?.map((e) => e.pointer)]),
    ).toEqual([
      ['refused', 'invalid_body', ['/email', '/country']],
      ['refused', 'invalid_body', ['/website', '/attributeCode']],
      ['refused', 'invalid_body', ['/attributeCode']],
      ['refused', 'invalid_body', ['/sellerId']],
      ['created', undefined, undefined],
      ['refused', 'store_name_taken', ['/country', '/email']],
      ['already_there', undefined, undefined],
    ]);
    expect(rows[6]?.storeId).toBe(rows[4]?.storeId);
    expect(JSON.stringify(rows)).not.toContain('other@');
  });

  it('creates nothing twice when the same file is sent again, and reports later changes', async () => {
    const [kept, changed] = [rowFor(), rowFor()];
    const first = await importRows(api, [kept, changed]);
    const email = { email: 'new@example.com' };
    storeOf(await api.call('PATCH', `/v1/stores/${first.rows[1]?.storeId}`, email));
    const again = await importRows(api, [kept, changed]);
    expect(again.rows).toMatchObject([
      { outcome: 'already_there', storeId: first.rows[0]?.storeId },
      { outcome: 'refused', problem: { code: 'store_name_taken', errors: [{ pointer: '/email' }] } },
    ]);
    for (const { name } of [kept, changed]) expect(await storesNamed(name)).toHaveLength(1);
  });

  it('creates one store per row when two imports of the same file run at once', async () => {
    const rows = Array.from({ length: 10 }, () => rowFor());
    const imports = await Promise.all([importRows(api, rows), importRows(api, rows)]);
    const counts = imports.map((each) => each.counts);
    expect(counts.map(({ refused }) => refused)).toEqual([0, 0]);
    expect(counts.reduce((sum, { created }) => sum + created, 0)).toBe(10);
    for (const { name } of rows) expect(await storesNamed(name)).toHaveLength(1);
  });

  it('is the same for the same Idempotency-Key, which refuses another file', async () => {
    const rows = [rowFor()];
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([sendCsv(api, rows, key), sendCsv(api, rows, key)]);
    const [first, second] = answers.map((answer) => importOf(answer).id);
    expect(second).toBe(first);
    await finished(api, first ?? '');
    expect(importOf(await sendCsv(api, rows, key))).toMatchObject({ id: first, state: 'finished' });
    expect(problemOf(await sendCsv(api, [rowFor()], key)).code).toBe('idempotency_key_reused');
  });

  it(
    'accepts more rows than fit into a batch or a page',
    async () => {
      const mistaken = Array.from({ length: 290 }, () => rowFor({ country: 'DE' }));
      const unknown = Array.from({ length: 70 }, () => rowFor({ website: 'nowhere' }));
      const good = Array.from({ length: 40 }, () => rowFor());
      const { id } = importOf(await sendCsv(api, [...mistaken, ...unknown, ...good]));
      const { counts } = await finished(api, id, 60_000);
      expect(counts).toEqual({ created: 40, already_there: 0, refused: 360, waiting: 0 });
      const lines: number[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const page = await rowsOf(api, id, cursor === '' ? '' : `&cursor=${cursor}`);
        lines.push(...page.items.map(({ line }) => line));
        cursor = page.nextCursor;
      }
      expect(lines).toEqual(Array.from({ length: 400 }, (_, index) => index + 2));
    },
    limitMs(90_000),
  );
});

describe('a row waits', () => {
  it('while Commerce is unavailable, and is imported afterwards', async () => {
    await api.fault({ kind: 'commerce_outage' });
    const { id } = importOf(await sendCsv(api, [rowFor()]));
    const { workflow } = temporal;
    await eventually(async () => {
      const { raw } = await workflow.getHandle(`import-${id}`).describe();
      expect(raw.pendingActivities?.[0]?.attempt).toBeGreaterThan(1);
    });
    expect(importOf(await api.get(`/v1/imports/${id}`))).toMatchObject({ state: 'running', counts: { waiting: 1 } });
    expect((await rowsOf(api, id)).items).toMatchObject([{ outcome: 'waiting' }]);
    await api.clearFaults();
    expect((await finished(api, id)).counts.created).toBe(1);
  });

  it(
    'for a worker; stopping one midway loses and duplicates nothing',
    async () => {
      await api.stopWorker();
      const rows = Array.from({ length: 40 }, () => rowFor());
      const { id } = importOf(await sendCsv(api, rows));
      const countsNow = async () => importOf(await api.get(`/v1/imports/${id}`)).counts;
      expect((await countsNow()).waiting).toBe(40);
      await api.startWorker();
      await eventually(async () => expect((await countsNow()).created).toBeGreaterThan(0), { timeoutMs: 30_000 });
      await api.stopWorker();
      expect((await countsNow()).waiting).toBeGreaterThan(0);
      await api.startWorker();
      const { counts } = await finished(api, id, 60_000);
      expect(counts).toEqual({ created: 40, already_there: 0, refused: 0, waiting: 0 });
      const { items } = await rowsOf(api, id);
      for (const { name, storeId } of items)
        expect((await storesNamed(name)).map((store) => store.id)).toEqual([storeId]);
    },
    limitMs(120_000),
  );
});

describe('an import is refused as a whole', () => {
  it.each([
    ['without a type', '', 'a', 415, 'unsupported_media_type'],
    ['of JSON', 'application/json', '{}', 415, 'unsupported_media_type'],
    ['in another encoding', 'text/csv; charset=iso-8859-1', 'a', 415, 'unsupported_media_type'],
    ['without a header', 'text/csv', 'base,A\n', 400, 'invalid_import'],
    ['without rows', 'application/x-ndjson', '\n', 400, 'invalid_import'],
    ['that is empty', 'text/csv', '', 400, 'invalid_import'],
    ['larger than 5 MB', 'text/csv', `website,email,name,country\n${'x'.repeat(5_000_001)}`, 413, 'body_too_large'],
  ])('%s', async (_what, type, body, status, code) => {
    const answer = await api.call('POST', '/v1/imports', body, { 'content-type': type });
    expect([answer.status, problemOf(answer).code]).toEqual([status, code]);
  });

  it('when it is not UTF-8, and names the line', async () => {
    const file = Buffer.from(
      'website,email,name,country\nbase,a@example.com,Ok,US\nbase,a@example.com,Caf\u00e9,US\n',
      'latin1',
    );
    const response = await fetch(`${api.url}/v1/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.deps.adminToken}`, 'content-type': 'text/csv' },
      body: new Uint8Array(file),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_import', errors: [{ pointer: '/3' }] });
  });

  it('when Temporal is unavailable, and is not listed', async () => {
    const away = await startApiHarness({ worker: false, temporalAddress: '127.0.0.1:1' });
    expect(problemOf(await sendCsv(away, [rowFor()])).code).toBe('temporal_unavailable');
    expect(importPage.parse((await away.get('/v1/imports')).body).items).toEqual([]);
    await away.stop();
  });
});

it('a request whose API crashed before it started the workflow is resumed by repeating it', async () => {
  const request = { website: 'base', email: 'seller@example.com', name: uniqueName(), country: 'US' } as const;
  const body = csvOf([request]);
  const key = randomUUID();
  const fingerprint = createHash('sha256').update(`csv\n${body}`).digest('hex');
  await api.records.imports.saveImport({ idempotencyKey: key, fingerprint, lines: [{ line: 2, request }] });
  const { id } = importOf(await sendCsv(api, body, { 'idempotency-key': key }));
  expect((await finished(api, id)).counts.created).toBe(1);
});

describe('imports', () => {
  it('are listed in pages, newest first', async () => {
    const [older, newer] = [importOf(await sendCsv(api, [rowFor()])), importOf(await sendCsv(api, [rowFor()]))];
    const first = importPage.strict().parse((await api.get('/v1/imports?limit=1')).body);
    expect(first.items.map(({ id }) => id)).toEqual([newer.id]);
    const second = importPage.parse((await api.get(`/v1/imports?limit=1&cursor=${first.nextCursor}`)).body);
    expect(second.items.map(({ id }) => id)).toEqual([older.id]);
  });

  it.each([
    ['/v1/imports/x', 404, 'import_not_found'],
    [`/v1/imports/${randomUUID()}`, 404, 'import_not_found'],
    [`/v1/imports/${randomUUID()}/rows`, 404, 'import_not_found'],
    ['/v1/imports?cursor=x', 400, 'invalid_query'],
    ['/v1/imports?limit=0', 400, 'invalid_query'],
  ])('%s is %i %s', async (path, status, code) => {
    const answer = await api.get(path);
    expect([answer.status, problemOf(answer).code]).toEqual([status, code]);
  });
});
