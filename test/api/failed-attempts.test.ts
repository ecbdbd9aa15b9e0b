import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alarmText } from '../../locales/alarm-text.ts';
import { eventually } from '../setup/eventually.ts';
import { adminToken, type ApiHarness, startApiHarness } from './api-harness.ts';
import { createBrowser, createClient, problemOf } from './http-client.ts';

const maxFailures = 20;
let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ worker: false, deps: { trustedProxies: ['127.0.0.1'] } });
});
afterAll(() => api.stop());

/** A client with an address of its own. */
function client() {
  const address = `192.0.2.${addresses++}`;
  const send = (token: string) =>
    api.call('GET', '/v1/marketplaces', undefined, { authorization: `Bearer ${token}`, 'x-forwarded-for': address });
  const signIn = (form: Record<string, string>) =>
    createBrowser().post(`${api.url}/sign-in`, form, { origin: api.url, 'x-forwarded-for': address });
  const calendar = (token: string) =>
    createBrowser().get(`${api.url}/v1/renewals.ics?token=${token}`, { 'x-forwarded-for': address });
  return { address, send, signIn, calendar };
}
let addresses = 1;

async function repeat(count: number, attempt: () => Promise<{ readonly status: number }>): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < count; n += 1) statuses.push((await attempt()).status);
  return statuses;
}

describe('after too many wrong tokens from an address', () => {
  it('a right one is refused as well, whether it was used there before or not', async () => {
    const guesser = client();
    expect((await guesser.send(adminToken)).status).toBe(200);
    const statuses = await repeat(maxFailures + 2, () => guesser.send(`guess-${randomUUID()}`));
    expect(statuses).toEqual([...Array(maxFailures).fill(401), 429, 429]);
    const answer = await guesser.send(adminToken);
    expect(problemOf(answer)).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await client().send(adminToken)).status).toBe(200);
  });

  it('nobody signs in from there, and the page says how long to wait', async () => {
    const guesser = client();
    expect(await repeat(maxFailures, () => guesser.signIn({ token: 'wrong' }))).toEqual(Array(maxFailures).fill(403));
    const refused = await guesser.signIn({ token: adminToken });
    expect(refused.status).toBe(429);
    expect(refused.text).toMatch(/role="alert"><strong>Too many sign-ins .+ Wait \d+ seconds/);
    expect(refused.headers.get('set-cookie')).toBeNull();
    expect((await guesser.send(adminToken)).status).toBe(429);
    expect((await guesser.calendar('x')).status).toBe(429);
  });

  it('wrong codes and calendar links count the same', async () => {
    const guesser = client();
    await repeat(maxFailures / 2, () => guesser.signIn({ code: randomUUID() }));
    await repeat(maxFailures / 2, () => guesser.calendar(randomUUID()));
    expect((await guesser.send(adminToken)).status).toBe(429);
  });

  it('right tokens never count, however many come at once', async () => {
    const { token } = Object((await api.call('POST', '/v1/tokens', { name: randomUUID(), role: 'viewer' })).body);
    const user = client();
    const answers = await Promise.all(Array.from({ length: 3 * maxFailures }, () => user.send(token)));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(await repeat(3 * maxFailures, () => user.send(adminToken))).toEqual(Array(3 * maxFailures).fill(200));
    expect((await user.signIn({ token: adminToken })).status).toBe(303);
  });
});

describe('the alarm about failed sign-ins', () => {
  it('opens once, notifies operators at once, and closes when it is over', async () => {
    const delivered: string[] = [];
    const deliverMessage = async (messageId: string) => void delivered.push(messageId);
    const watched = await startApiHarness({
      worker: false,
      operatorEmail: 'operators@example.com',
      deps: {
        signInAlarmQuietMs: 1000,
        temporal: Object.assign(Object.create(api.deps.temporal), { deliverMessage }),
      },
    });
    try {
      const alarms = async () => (await watched.records.alarms.listAlarms({ limit: 10 })).items;
      await repeat(maxFailures + 5, () => createClient(watched.url, 'wrong').get('/v1/marketplaces'));
      const params = { address: '127.0.0.1', attempts: '21' };
      await eventually(async () => expect(await alarms()).toMatchObject([{ kind: 'failed_sign_ins', params }]));
      await eventually(async () => expect(await alarms()).toMatchObject([{ closedAt: expect.any(String) }]));
      await eventually(() => expect(delivered).toHaveLength(2));
      const notices = await watched.database('alarm_notices').orderBy('queued_at').pluck('event');
      expect(notices).toEqual(['opened', 'closed']);
      expect(watched.logLines.join('')).toContain('tokens from this address are refused for a minute');
    } finally {
      await watched.stop();
    }
  });

  it('says in both languages what is wrong and what to do', () => {
    const alarm = { kind: 'failed_sign_ins', params: { address: '192.0.2.1', attempts: '21' } } as const;
    expect(alarmText(alarm, 'en')).toMatch(/^More than 20 .+ from 192\.0\.2\.1\. .+ Correct the program .+ or block/);
    expect(alarmText(alarm, 'nl')).toMatch(/meer dan 20 .+ van 192\.0\.2\.1\. .+ Herstel het programma .+ of blokkeer/);
  });

  it('stays open while any process still sees its cause', async () => {
    const { alarms } = api.records;
    await api.database('alarms').delete();
    const alarm = { kind: 'failed_sign_ins', params: { address: '192.0.2.1', attempts: '21' } } as const;
    expect(await alarms.reportOccurrence(alarm)).toBe(true);
    await api.database('alarms').update({ opened_at: new Date(0), last_occurred_at: new Date(0) });
    expect(await alarms.reportOccurrence(alarm)).toBe(false);
    expect(await alarms.closeIfQuiet('failed_sign_ins', 60_000)).toBe(false);
    expect(await alarms.findOpenAlarm('failed_sign_ins', '')).toBeDefined();
    await api.database('alarms').update({ last_occurred_at: new Date(Date.now() - 61_000) });
    expect(await alarms.closeIfQuiet('failed_sign_ins', 60_000)).toBe(true);
    expect(await alarms.closeIfQuiet('failed_sign_ins', 0)).toBe(false);
  });
});
