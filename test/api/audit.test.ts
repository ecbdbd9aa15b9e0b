import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verifyAuditChain } from '../../adapters/postgres/audit/verify-chain.ts';
import { signInLink } from '../../api/contract/access.ts';
import type { Role } from '../../domain/roles.ts';
import { adminToken, type ApiHarness, startApiHarness } from './api-harness.ts';
import { auditEntries, tokenHolder } from './audit-harness.ts';
import { createBrowser, problemOf, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ deps: { trustedProxies: ['127.0.0.1'] } });
});
afterAll(() => api.stop());

const identified = z.object({ id: z.string() });
const entries = (query = '') => auditEntries(api, query);
const holder = (role: Role, name?: string) => tokenHolder(api, role, name);

async function rowsAsText(): Promise<string> {
  const { rows } = await api.database.raw(`select audit_log::text as text from audit_log`);
  return z
    .array(z.object({ text: z.string() }))
    .parse(rows)
    .map(({ text }) => text)
    .join('\n');
}

describe('the audit log', () => {
  it('tells who deleted a store, from where, with which request', async () => {
    const anna = await holder('admin');
    const store = storeOf(await api.addStore());
    const requestId = `request-${randomUUID()}`;
    const deleted = await anna.call('DELETE', `/v1/stores/${store.id}`, undefined, { 'x-request-id': requestId });
    expect(deleted.status).toBe(200);
    expect(await entries(`?actor=${encodeURIComponent(anna.name)}&action=deleteStore`)).toEqual([
      {
        id: expect.stringMatching(/^\d+$/),
        at: expect.any(String),
        actor: anna.name,
        actorKind: 'token',
        address: anna.address,
        requestId,
        action: 'deleteStore',
        target: { kind: 'store', id: store.id },
        outcome: 'done',
        changes: { name: { before: store.name }, status: { before: 'awaiting_authorization', after: 'deleted' } },
      },
    ]);
    const csv = await api.get(`/v1/audit.csv?actor=${encodeURIComponent(anna.name)}`);
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(parse(csv.text, { columns: true })).toEqual([
      expect.objectContaining({ actor: anna.name, address: anna.address, action: 'deleteStore', targetId: store.id }),
    ]);
  });

  it('has a row for every change, with what it was before and after', async () => {
    const { call, name } = await holder('admin');
    const store = storeOf(
      await call('POST', '/v1/stores', { website: 'base', email: 'a@example.com', name: `S ${name}`, country: 'US' }),
    );
    const changes = { name: `T ${name}`, email: 'b@example.com', attributeCode: 'asin', productIdType: 'asin' };
    await call('PATCH', `/v1/stores/${store.id}`, changes);
    await call('POST', `/v1/stores/${store.id}/connect-links`, { send: true });
    await call('DELETE', `/v1/stores/${store.id}/connect-links`);
    await call('POST', `/v1/stores/${store.id}/disconnect`);
    await call('PUT', '/v1/pre-setup-tasks/attributes', { done: true });
    const token = identified.parse((await call('POST', '/v1/tokens', { name: `V ${name}`, role: 'viewer' })).body);
    await call('DELETE', `/v1/tokens/${token.id}`);
    await call('POST', '/v1/sign-in-links');
    const link = identified.parse((await call('POST', '/v1/calendar-links')).body);
    await call('DELETE', `/v1/calendar-links/${link.id}`);
    const url = 'https://hooks.example.com/secret-path?secret=query';
    const webhook = identified.parse((await call('POST', '/v1/webhooks', { url })).body);
    await call('PATCH', `/v1/webhooks/${webhook.id}`, { enabled: false, url: 'https://hooks.example.com/other' });
    await call('POST', `/v1/webhooks/${webhook.id}/rotate-secret`);
    await call('DELETE', `/v1/webhooks/${webhook.id}`);
    await call('PUT', '/v1/application/secret', { clientSecret: 'client-secret' });
    const file = 'website,email,name,country\nbase,c@example.com,Imported,US\n';
    await call('POST', '/v1/imports', file, { 'content-type': 'text/csv' });
    const campaign = { name: 'Role', reason: 'We need it.', stores: {}, overDays: 0, startsAt: '2099-01-01T00:00:00Z' };
    const { id } = identified.parse((await call('POST', '/v1/campaigns', campaign)).body);
    await call('POST', '/v1/campaigns/preview', campaign);
    await call('POST', `/v1/campaigns/${id}/cancel`);
    const rows = await entries(`?actor=${encodeURIComponent(name)}&limit=200`);
    const summary = rows.toReversed().map(({ action, target, outcome, changes }) => [action, target, outcome, changes]);
    expect(summary).toEqual([
      [
        'addStore',
        { kind: 'store', id: store.id },
        'done',
        { name: { after: `S ${name}` }, website: { after: 'base' }, country: { after: 'US' } },
      ],
      [
        'changeStore',
        { kind: 'store', id: store.id },
        'done',
        {
          name: { before: `S ${name}`, after: `T ${name}` },
          productIdType: { after: 'asin' },
          attributeCode: { after: 'asin' },
          email: {},
        },
      ],
      ['addConnectLink', { kind: 'store', id: store.id }, 'done', { sent: { after: true } }],
      ['endConnectLinks', { kind: 'store', id: store.id }, 'done', undefined],
      ['disconnectStore', { kind: 'store', id: store.id }, 'done', undefined],
      [
        'setPreSetupTask',
        { kind: 'pre_setup_task', id: 'attributes' },
        'done',
        { done: { before: false, after: true } },
      ],
      [
        'addToken',
        { kind: 'token', id: token.id },
        'done',
        { name: { after: `V ${name}` }, role: { after: 'viewer' } },
      ],
      [
        'revokeToken',
        { kind: 'token', id: token.id },
        'done',
        { name: { before: `V ${name}` }, role: { before: 'viewer' } },
      ],
      ['addSignInLink', { kind: 'sign_in_link' }, 'done', undefined],
      ['addCalendarLink', { kind: 'calendar_link', id: link.id }, 'done', undefined],
      ['revokeCalendarLink', { kind: 'calendar_link', id: link.id }, 'done', undefined],
      [
        'addWebhook',
        { kind: 'webhook', id: webhook.id },
        'done',
        { host: { after: 'hooks.example.com' }, enabled: { after: true } },
      ],
      [
        'changeWebhook',
        { kind: 'webhook', id: webhook.id },
        'done',
        { enabled: { before: true, after: false }, url: {} },
      ],
      ['rotateWebhookSecret', { kind: 'webhook', id: webhook.id }, 'done', undefined],
      ['deleteWebhook', { kind: 'webhook', id: webhook.id }, 'done', undefined],
      ['setApplicationSecret', { kind: 'application' }, 'done', { clientSecret: {} }],
      ['addImport', { kind: 'import', id: expect.any(String) }, 'done', { lines: { after: 1 } }],
      ['addCampaign', { kind: 'campaign', id }, 'done', { name: { after: 'Role' } }],
      ['cancelCampaign', { kind: 'campaign', id }, 'done', undefined],
    ]);
  });

  it('has every sign-in and sign-out, and which token made them', async () => {
    const anna = await holder('operator');
    const headers = { origin: api.url, 'x-forwarded-for': '203.0.113.9' };
    const { url } = signInLink.parse((await anna.call('POST', '/v1/sign-in-links')).body);
    const forms: Record<string, string>[] = [
      { token: adminToken },
      { token: anna.token },
      { code: new URL(url).searchParams.get('code') ?? '' },
    ];
    for (const form of forms) {
      const browser = createBrowser();
      expect((await browser.post(`${api.url}/sign-in`, form, headers)).status).toBe(303);
      expect((await browser.post(`${api.url}/sign-out`, {}, headers)).status).toBe(303);
    }
    const from = (await entries('?limit=200')).filter(({ address }) => address === '203.0.113.9').toReversed();
    expect(from.map(({ action, actor, actorKind, outcome }) => [action, actor, actorKind, outcome])).toEqual([
      ['signInWithToken', 'admin', 'admin', 'done'],
      ['signOut', 'admin', 'admin', 'done'],
      ['signInWithToken', anna.name, 'token', 'done'],
      ['signOut', anna.name, 'token', 'done'],
      ['signInWithLink', anna.name, 'token', 'done'],
      ['signOut', anna.name, 'token', 'done'],
    ]);
  });

  it('has every refused role, sign-in and token', async () => {
    const viewer = await holder('viewer');
    const store = storeOf(await api.addStore());
    expect((await viewer.call('DELETE', `/v1/stores/${store.id}`)).status).toBe(403);
    expect((await viewer.call('GET', '/v1/audit')).status).toBe(403);
    expect((await viewer.call('GET', '/v1/audit.csv')).status).toBe(403);
    await api.call('DELETE', `/v1/tokens/${viewer.id}`);
    expect((await viewer.call('GET', '/v1/stores')).status).toBe(401);
    const headers = { origin: api.url, 'x-forwarded-for': viewer.address };
    expect((await createBrowser().post(`${api.url}/sign-in`, { token: viewer.token }, headers)).status).toBe(403);
    const rows = (await entries('?limit=200')).filter(({ address }) => address === viewer.address).toReversed();
    expect(rows.map(({ action, actor, outcome, target }) => [action, actor, outcome, target])).toEqual([
      ['deleteStore', viewer.name, 'refused', { kind: 'store', id: store.id }],
      ['listAudit', viewer.name, 'refused', { kind: 'audit' }],
      ['exportAudit', viewer.name, 'refused', { kind: 'audit' }],
      ['authenticate', undefined, 'refused', undefined],
      ['signIn', undefined, 'refused', undefined],
    ]);
  });

  it('cannot be filled by a flood of refusals, which are counted', async () => {
    const viewer = await holder('viewer');
    const before = (await entries('?limit=200')).length;
    for (let n = 0; n < 40; n += 1) await viewer.call('POST', '/v1/tokens', {});
    const rows = (await entries('?limit=200')).slice(0, -before);
    expect(rows.map(({ action }) => action)).toEqual(Array(10).fill('addToken'));
    const other = await holder('viewer');
    await other.call('POST', '/v1/tokens', {});
    expect((await entries('?limit=1'))[0]).toMatchObject({ actor: other.name, omitted: 30 });
  });

  it('leaves out what changed nothing: an invalid body, an unknown id, a read', async () => {
    const { call, name } = await holder('admin');
    expect((await call('POST', '/v1/stores', {})).status).toBe(422);
    expect((await call('DELETE', `/v1/stores/${randomUUID()}`)).status).toBe(404);
    expect((await call('DELETE', '/v1/tokens/%00')).status).toBe(404);
    expect((await call('GET', '/v1/stores')).status).toBe(200);
    expect(await entries(`?actor=${encodeURIComponent(name)}`)).toEqual([]);
    expect(await api.database('audit_intents').pluck('action')).toEqual([]);
  });

  it('is paged, and filtered by time', async () => {
    const all = await entries('?limit=200');
    const first = z
      .object({ items: z.array(z.unknown()), nextCursor: z.string() })
      .parse((await api.get('/v1/audit?limit=3')).body);
    const rest = await entries(`?limit=200&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest]).toEqual(all);
    const at = String(all[2]?.['at']);
    expect(await entries(`?limit=200&from=${at}`)).toEqual(all.filter((entry) => String(entry['at']) >= at));
    expect(await entries(`?limit=200&to=${at}`)).toEqual(all.filter((entry) => String(entry['at']) < at));
    expect(problemOf(await api.get('/v1/audit?cursor=x')).code).toBe('invalid_query');
    expect(problemOf(await api.get('/v1/audit?from=yesterday')).code).toBe('invalid_query');
  });

  it('is exported without formulas', async () => {
    for (const name of ['=1+1', '+1', '-1', '@sum', 'plain "quoted", text']) await holder('viewer', name);
    const csv = await api.get('/v1/audit.csv?action=addToken');
    expect(csv.text).not.toMatch(/(^|,)"?[=+\-@\t]/m);
    expect(parse(csv.text, { columns: true })).toHaveLength((await entries('?action=addToken&limit=200')).length);
    const attacker = await holder('operator', '=cmd|calc');
    await attacker.call('POST', '/v1/sign-in-links');
    const [row] = z
      .array(z.record(z.string(), z.string()))
      .parse(parse((await api.get('/v1/audit.csv')).text, { columns: true }));
    expect(row?.['actor']).toBe("'=cmd|calc");
  });

  it('contains no secret and no e-mail address', async () => {
    const { token, call } = await holder('admin');
    await call('POST', '/v1/sign-in-links');
    const text = await rowsAsText();
    expect(text.split('\n').length).toBeGreaterThan(50);
    for (const secret of [
      adminToken,
      token,
      'client-secret',
      'whsec_',
      'prn_',
      'prncal_',
      'secret-path',
      'secret=',
      '@example.com',
      '/connect/',
    ])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  it('is intact after all of it', async () => {
    expect(await verifyAuditChain(api.database)).toMatchObject({ faults: [] });
  });
});

describe('a change that cannot be written to the audit log', () => {
  it('is not made', async () => {
    const refusing = await startApiHarness({ worker: false });
    const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });
    const other = await startApiHarness({
      worker: false,
      deps: { audit: { ...refusing.records.audit, insertIntent: () => Promise.reject(lost) } },
    });
    expect((await other.call('POST', '/v1/tokens', { name: 'Never', role: 'admin' })).status).toBe(503);
    expect((await other.get('/v1/tokens')).body).toEqual({ items: [] });
    await Promise.all([refusing.stop(), other.stop()]);
  });
});
