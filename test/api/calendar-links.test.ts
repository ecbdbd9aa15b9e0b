import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calendarLink, calendarLinkList } from '../../api/contract/access.ts';
import type { Role } from '../../domain/roles.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { createBrowser, createClient, problemOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ worker: false });
});
afterAll(() => api.stop());

type Client = ReturnType<typeof createClient>;
const madeLink = calendarLink.extend({ url: z.url() }).strict();

async function makeToken(role: Role): Promise<Client & { readonly tokenId: string }> {
  const { body } = await api.call('POST', '/v1/tokens', { name: randomUUID(), role });
  const { id, token } = z.object({ id: z.string(), token: z.string() }).parse(body);
  return { tokenId: id, ...createClient(api.url, token) };
}

async function makeLink(client: Client) {
  const answer = await client.call('POST', '/v1/calendar-links');
  expect(answer.status).toBe(201);
  return madeLink.parse(answer.body);
}

/** As a calendar program asks: no header, no cookie. */
const follow = (url: string) => createBrowser().get(url, { accept: '*/*' });
const idsOf = async (client: Client) =>
  calendarLinkList.parse((await client.get('/v1/calendar-links')).body).items.map(({ id }) => id);

describe('a calendar link', () => {
  it('gives access to the calendar without signing in, and to nothing else', async () => {
    const { url } = await makeLink(await makeToken('viewer'));
    expect(url.startsWith(`${api.url}/v1/renewals.ics?token=`)).toBe(true);
    const calendar = await follow(url);
    expect(calendar.status).toBe(200);
    expect(calendar.text).toMatch(/^BEGIN:VCALENDAR/);
    expect(calendar.headers.get('referrer-policy')).toBe('no-referrer');
    expect(calendar.headers.get('cache-control')).toBe('no-store');
    expect((await follow(`${url}&from=2027-01-01`)).status).toBe(200);
    const { search, searchParams } = new URL(url);
    const token = searchParams.get('token') ?? '';
    for (const path of ['/v1/renewals', '/v1/stores', '/v1/calendar-links'])
      expect((await follow(`${api.url}${path}${search}`)).status).toBe(401);
    expect((await createClient(api.url, token).get('/v1/renewals.ics')).status).toBe(401);
    const form = { token };
    expect((await createBrowser().post(`${api.url}/sign-in`, form, { origin: api.url })).status).toBe(403);
  });

  it.each(['', 'wrong', `prncal_${'x'.repeat(43)}`, '\u0000'])(
    'that was never made opens nothing: "%s"',
    async (token) => {
      const answer = await follow(`${api.url}/v1/renewals.ics?token=${encodeURIComponent(token)}`);
      expect(problemOf(answer)).toMatchObject({ status: 401, code: 'unauthorized' });
    },
  );

  it('ends at once when it or the token that created it is revoked', async () => {
    const viewer = await makeToken('viewer');
    const [first, second] = [await makeLink(viewer), await makeLink(viewer)];
    expect((await viewer.call('DELETE', `/v1/calendar-links/${first.id}`)).status).toBe(204);
    expect((await viewer.call('DELETE', `/v1/calendar-links/${first.id}`)).status).toBe(204);
    expect([(await follow(first.url)).status, (await follow(second.url)).status]).toEqual([401, 200]);
    expect(await idsOf(viewer)).toEqual([second.id]);
    await api.call('DELETE', `/v1/tokens/${viewer.tokenId}`);
    expect((await follow(second.url)).status).toBe(401);
  });

  it('ends with the admin token that made it, and older ones with the admin token in force', async () => {
    const { id, url } = await makeLink(api);
    const { url: viewersUrl } = await makeLink(await makeToken('viewer'));
    const open = (from: string, adminFingerprint: string) =>
      api.records.calendarLinks.useLink(new URL(from).searchParams.get('token') ?? '', adminFingerprint);
    const { adminFingerprint } = await api.deps.signing();
    expect(await open(url, adminFingerprint)).toBe(true);
    expect(await open(url, 'of another admin token')).toBe(false);
    expect(await open(viewersUrl, 'of another admin token')).toBe(true);

    await api.database('calendar_links').where({ id }).update({ admin_fingerprint: null });
    await api.records.calendarLinks.bindLinksToAdmin(adminFingerprint);
    await api.records.calendarLinks.bindLinksToAdmin('of another admin token');
    expect(await open(url, adminFingerprint)).toBe(true);
  });

  it('is visible to the token that created it and to admins only', async () => {
    const [one, other, admin] = [await makeToken('viewer'), await makeToken('operator'), await makeToken('admin')];
    const { id, url } = await makeLink(one);
    expect(await idsOf(other)).toEqual([]);
    const refused = await other.call('DELETE', `/v1/calendar-links/${id}`);
    expect(problemOf(refused)).toMatchObject({ status: 404, code: 'calendar_link_not_found' });
    expect((await follow(url)).status).toBe(200);
    for (const everybody of [admin, api]) expect(await idsOf(everybody)).toContain(id);
    expect((await admin.call('DELETE', `/v1/calendar-links/${id}`)).status).toBe(204);
    expect((await follow(url)).status).toBe(401);
  });

  it('is stored as a hash and appears in no list or log line', async () => {
    const { url } = await makeLink(api);
    await follow(url);
    await follow(`${url}x`);
    const token = new URL(url).searchParams.get('token') ?? 'none';
    const list = await api.get('/v1/calendar-links');
    expect(list.text).toMatch(/"lastUsedAt"/);
    expect(list.text).not.toContain(token);
    expect(api.logLines.join('')).toContain('"route":"/v1/renewals.ics"');
    expect(api.logLines.join('')).not.toContain(token);
  });
});
