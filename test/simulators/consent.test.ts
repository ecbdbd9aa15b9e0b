import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationId, callbackUrl, startWorld, text } from './simulation-fixture.ts';
import type { World } from './simulation-fixture.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.end());

/** A page as a browser without JavaScript has it: its text, and its form with the hidden fields. */
interface SeenPage {
  readonly status: number;
  readonly html: string;
  readonly location: string | null;
  submit(fields: Record<string, string>): Promise<SeenPage>;
}

async function open(url: string, init: RequestInit = {}): Promise<SeenPage> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const html = await response.text();
  return {
    status: response.status,
    html,
    location: response.headers.get('location'),
    submit: (fields) => {
      const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1] ?? 'no form';
      const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]+)"/g)];
      const body = new URLSearchParams({
        ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
        ...fields,
      });
      return open(new URL(action, url).href, { method: 'POST', body });
    },
  };
}

const credentials = { email: 'seller-7@example.com', password: 'perennial' };

async function openAgreement(url: string): Promise<SeenPage> {
  const verification = await (await open(url)).submit(credentials);
  return verification.submit({ code: '123456' });
}

describe('the consent pages', () => {
  test('lead from the sign-in through code and agreement back to the application', async () => {
    const signIn = await open(world.consentUrl({ redirect_uri: callbackUrl, state: 'my state&' }));
    expect(signIn.status).toBe(200);
    expect(signIn.html).toContain('<html lang="en">');
    expect(signIn.html).toContain('Simulation of Amazon Seller Central');
    const verification = await signIn.submit(credentials);
    expect(verification.html).toContain('Verification code');
    const agreement = await verification.submit({ code: '123456' });
    expect(agreement.html).toContain('I understand');
    const almostDone = await agreement.submit({ understand: 'yes', decision: 'next' });
    expect(almostDone.html).toContain('You are almost done');
    const done = await almostDone.submit({});
    expect(done.status).toBe(303);
    const callback = new URL(done.location ?? '');
    expect(callback.origin + callback.pathname).toBe(callbackUrl);
    expect(callback.searchParams.get('state')).toBe('my state&');
    expect(callback.searchParams.get('selling_partner_id')).toMatch(/^A[A-Z2-7]{13}$/);
    const tokens = await world.redeem(callback.searchParams.get('spapi_oauth_code') ?? '', {
      redirect_uri: callbackUrl,
    });
    expect(tokens.status).toBe(200);
  });

  test('carry their style under a policy that allows it and nothing else', async () => {
    const response = await fetch(world.consentUrl());
    const style = /<style>([^<]*)<\/style>/.exec(await response.text())?.[1] ?? 'no style';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('use the registered address when the application names none, and accept version=beta', async () => {
    const agreement = await openAgreement(world.consentUrl({ version: 'beta' }));
    const done = await (await agreement.submit({ understand: 'yes', decision: 'next' })).submit({});
    expect(done.location?.startsWith(`${callbackUrl}?state=state-1&`)).toBe(true);
  });

  test('ask again after a wrong e-mail, password, code or a box left empty', async () => {
    const signIn = await open(world.consentUrl());
    const wrongEmail = await signIn.submit({ ...credentials, email: '"><script>x@example.com' });
    expect(wrongEmail.html).toContain('There is no account with this email address');
    expect(wrongEmail.html).not.toContain('<script>');
    expect((await wrongEmail.submit({ ...credentials, password: 'wrong' })).html).toContain(
      'The password is not right',
    );
    const verification = await signIn.submit(credentials);
    const wrongCode = await verification.submit({ code: '654321' });
    expect(wrongCode.html).toContain('The code is not right');
    const agreement = await wrongCode.submit({ code: '123456' });
    expect((await agreement.submit({ decision: 'next' })).html).toContain('Check &#34;I understand&#34;');
  });

  test('send no callback when the seller cancels, and say so', async () => {
    const cancelled = await (await openAgreement(world.consentUrl())).submit({ decision: 'cancel' });
    expect(cancelled.status).toBe(200);
    expect(cancelled.location).toBeNull();
    expect(cancelled.html).toContain('It is not informed of this');
  });

  test('let no step be skipped, and none be taken half an hour late', async () => {
    const signIn = await open(world.consentUrl());
    const journey = /name="journey" value="([^"]+)"/.exec(signIn.html)?.[1] ?? '';
    const skipped = await open(`${world.url}/apps/authorize/consent/continue`, {
      method: 'POST',
      body: new URLSearchParams({ journey }),
    });
    expect(skipped.status).toBe(400);
    expect(skipped.html).toContain('Your session has ended');
    world.passTime(31 * 60_000);
    expect((await signIn.submit(credentials)).html).toContain('Your session has ended');
  });

  test.each([
    ['another application', { application_id: 'amzn1.sp.solution.other' }, 'no application has it'],
    ['a redirect URI with one character more', { redirect_uri: `${callbackUrl}/` }, 'MD5101'],
    ['no state', { state: '' }, 'The state is missing'],
  ])('refuse %s with a page of their own', async (_case, parameters, words) => {
    const page = await open(world.consentUrl(parameters));
    expect(page.status).toBe(400);
    expect(page.html).toContain(words);
    expect(page.html).not.toContain('<form');
  });
});

describe('approving in one call', () => {
  test('answers the callback a browser would be sent to', async () => {
    const { status, body } = await world.call('POST', '/simulator/approve', {
      consentUrl: world.consentUrl({ redirect_uri: callbackUrl }),
      seller: 'seller-uk-9@example.com',
    });
    expect(status).toBe(200);
    const callback = new URL(text(body, 'callbackUrl'));
    expect([...callback.searchParams.keys()]).toEqual(['state', 'selling_partner_id', 'spapi_oauth_code']);
  });

  test('gives each seller an id of its own that stays', async () => {
    const idOf = async (seller: string) => {
      const { body } = await world.call('POST', '/simulator/approve', { consentUrl: world.consentUrl(), seller });
      return new URL(text(body, 'callbackUrl')).searchParams.get('selling_partner_id');
    };
    const ids = await Promise.all(['seller@example.com', 'seller-1@example.com', 'seller-2@example.com'].map(idOf));
    expect(new Set(ids).size).toBe(3);
    expect(await idOf('Seller-1@Example.com')).toBe(ids[1]);
  });

  const goodUrl = `http://any.host/apps/authorize/consent?application_id=${applicationId}&state=s`;
  test.each([
    ['an unknown seller', { consentUrl: goodUrl, seller: 'unknown@example.com' }, 'seller'],
    ['a seller with an underscore', { consentUrl: goodUrl, seller: 'seller-a_b@example.com' }, 'seller'],
    ['no seller', { consentUrl: goodUrl }, 'seller'],
    ['a consent address that is none', { consentUrl: 'consent', seller: 'seller@example.com' }, 'consentUrl'],
    ['another page', { consentUrl: 'http://any.host/?state=s', seller: 'seller@example.com' }, 'consentUrl'],
    [
      'another application',
      { consentUrl: `${goodUrl}&application_id=x`.replace(applicationId, 'y'), seller: 'seller@example.com' },
      'consentUrl',
    ],
    [
      'another redirect URI',
      { consentUrl: `${goodUrl}&redirect_uri=http://evil.test/`, seller: 'seller@example.com' },
      'consentUrl',
    ],
  ])('refuses %s and names the field', async (_case, body, field) => {
    const answer = await world.call('POST', '/simulator/approve', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ field, message: expect.stringContaining(' ') }] });
  });
});
