import { afterEach, beforeEach, expect, test } from 'vitest';
import { client, startWorld } from './simulation-fixture.ts';
import type { World } from './simulation-fixture.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.end());

const daySeconds = 86_400;

/** The answer to a grantless token request with a client secret. */
async function ask(client_secret: string, scope = 'sellingpartnerapi::notifications') {
  const { status, body } = await world.token({ grant_type: 'client_credentials', scope, client_secret });
  return [status, body];
}
const accepted = [200, { access_token: expect.stringMatching(/^Atza\|/), token_type: 'bearer', expires_in: 3600 }];
const refused = [401, { error: 'invalid_client', error_description: 'Client authentication failed' }];
const rotate = (body: object) => world.call('POST', '/simulator/application', body);

test('a rotated client secret works at once, the one before for seven days more, also after a restart', async () => {
  expect((await rotate({ clientSecret: 'second' })).status).toBe(200);
  expect(await ask('second')).toEqual(accepted);
  world.passTime((7 * daySeconds - 1) * 1000);
  await world.restart();
  expect(await ask(client.client_secret)).toEqual(accepted);
  world.passTime(1000);
  expect(await ask(client.client_secret)).toEqual(refused);
  expect(await ask('second')).toEqual(accepted);
});

test('the overlap can be set', async () => {
  await rotate({ clientSecret: 'second', overlapSeconds: 0 });
  expect(await ask(client.client_secret)).toEqual(refused);
});

test('every secret can expire, until one is made', async () => {
  const { refreshToken } = await world.connect('seller@example.com');
  expect((await world.call('DELETE', '/simulator/application')).status).toBe(200);
  await world.restart();
  expect((await world.refresh(refreshToken)).status).toBe(401);
  await rotate({ clientSecret: client.client_secret });
  expect((await world.refresh(refreshToken)).status).toBe(200);
});

test('a token for no seller is for a known scope only, and opens no seller’s marketplaces', async () => {
  expect(await ask(client.client_secret, 'other')).toMatchObject([400, { error: 'invalid_scope' }]);
  const [, body] = await ask(client.client_secret);
  const { access_token } = body as { access_token: string };
  expect((await world.participations(access_token)).status).toBe(403);
});

test('secrets are shown by their dates only', async () => {
  const { body } = await rotate({ clientSecret: 'second' });
  expect(body).toMatchObject({ items: [{ isAccepted: true, endsAt: expect.any(String) }, { isAccepted: true }] });
  const listed = await world.call('GET', '/simulator/application');
  expect(JSON.stringify([body, listed.body, world.logLines])).not.toMatch(/second"|client-secret/);
});

test.each([{}, { clientSecret: 'with space' }, { clientSecret: 'x', overlapSeconds: -1 }])(
  'refuses %o',
  async (body) => {
    expect((await rotate(body)).status).toBe(400);
  },
);
