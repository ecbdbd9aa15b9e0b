import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { problemOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness({ worker: false });
});
afterAll(() => api.stop());

async function rotateAtAmazon(clientSecret: string): Promise<void> {
  await fetch(`${api.simulatorUrl}/simulator/application`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ clientSecret }),
  });
}
const hand = (body: object) => api.call('PUT', '/v1/application/secret', body);

describe('our application at Amazon', () => {
  it('has the dates of its secret, never the secret', async () => {
    const { status, body, text } = await api.get('/v1/application');
    expect(status).toBe(200);
    expect(body).toEqual({
      clientId: 'client-id',
      state: 'unverified',
      issuedAt: expect.any(String),
      expiresAt: expect.any(String),
      daysLeft: 180,
      source: 'environment',
      workflowId: 'application-secret',
    });
    expect(text).not.toContain('client-secret');
  });

  it('accepts a rotated secret that Amazon accepts, and never shows it', async () => {
    const clientSecret = 'amzn1.oa2-cs.v1.rotated';
    await rotateAtAmazon(clientSecret);
    const issuedAt = new Date(Date.now() - 86_400_000).toISOString();
    const { status, body, text } = await hand({ clientSecret, issuedAt });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'in_force', source: 'api', issuedAt, daysLeft: 179 });
    expect(body).toHaveProperty('predecessorValidUntil', new Date(Date.parse(issuedAt) + 7 * 86_400_000).toISOString());
    expect(text + api.logLines.join('\n')).not.toContain(clientSecret);
  });

  it('refuses a secret that Amazon refuses, and keeps the current one', async () => {
    const problem = problemOf(await hand({ clientSecret: 'mistyped' }));
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer: '/clientSecret' }] });
    expect((await api.get('/v1/application')).body).toMatchObject({ state: 'in_force' });
  });

  it('accepts a secret as unverified while Amazon is unavailable', async () => {
    await api.fault({ kind: 'outage' });
    expect((await hand({ clientSecret: 'believed' })).body).toMatchObject({ state: 'unverified' });
    await api.clearFaults();
  });

  it('is expiring, expired or refused', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    await rotateAtAmazon('ending');
    for (const [days, state] of [
      [150, 'expiring'],
      [181, 'expired'],
    ] as const)
      expect((await hand({ clientSecret: 'ending', issuedAt: daysAgo(days) })).body).toMatchObject({ state });
    await api.records.alarms.openAlarm({ kind: 'application_refused', params: { answer: '401 invalid_client' } });
    expect((await api.get('/v1/application')).body).toMatchObject({ state: 'refused' });
  });

  it.each([
    [{}, '/clientSecret'],
    [{ clientSecret: 'with space' }, '/clientSecret'],
    [{ clientSecret: 'x', issuedAt: '2999-01-01T00:00:00Z' }, '/issuedAt'],
    [{ clientSecret: 'x', issuedAt: 'yesterday' }, '/issuedAt'],
    [{ clientSecret: 'x', other: 1 }, '/other'],
  ])('refuses %o', async (body, pointer) => {
    const problem = problemOf(await hand(body));
    expect(problem).toMatchObject({ status: 422, errors: [{ pointer }] });
  });
});
