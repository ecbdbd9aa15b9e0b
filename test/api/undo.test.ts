import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timelinePage } from '../../api/contract/timeline.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { type Answer, type Browser, createBrowser, problemOf, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

const newSeller = () => `seller-${randomUUID().slice(0, 8)}@example.com`;
const store = async (id: string) => storeOf(await api.get(`/v1/stores/${id}`));
const heading = ({ text }: Answer) => /<h1>([^<]*)<\/h1>/.exec(text)?.[1];
const formPath = ({ text }: Answer) => /<form method="post" action="([^"]+)"/.exec(text)?.[1];

/** Connects the store as this seller; returns the browser and the page that it shows. */
async function connect(storeId: string, seller: string, browser = createBrowser()) {
  const link = await eventually(() => api.makeLink(storeId));
  const page = await browser.stay(await api.consent(browser, link, seller));
  expect(heading(page)).toBe('Connected');
  return { browser, page };
}

async function newStore(seller = newSeller(), fields: object = {}) {
  const { id } = storeOf(await api.addStore(fields));
  return { id, seller, ...(await connect(id, seller)) };
}

const press = (browser: Browser, page: Answer, headers: Record<string, string> = {}) =>
  browser.post(`${api.url}${formPath(page)}`, {}, headers);

/** Presses the button and waits for the result. */
async function undo(browser: Browser, page: Answer): Promise<Answer> {
  const answer = await press(browser, page);
  expect(answer.status).toBe(303);
  return browser.stay(`${api.url}${answer.headers.get('location')}`);
}

describe('the page of a consent', () => {
  it('names the account at Amazon', async () => {
    const { id, seller, page } = await newStore();
    const { sellerId } = await store(id);
    expect(page.text).toContain(`You connected Store of ${seller.split('@')[0]}, seller ${sellerId}.`);
  });

  it('offers to undo it for ten minutes, in the language of the reader', async () => {
    const { browser, page } = await newStore();
    const { text } = await browser.get(`${api.url}${formPath(page)?.replace(/undo$/, '')}?lang=nl`);
    expect([page.text, text]).toEqual([
      expect.stringContaining('Not yours? Undo'),
      expect.stringContaining('Niet van u? Ongedaan maken'),
    ]);
    await api.database('replaced_authorizations').update({ undo_until: new Date() });
    expect(formPath(await browser.get(`${api.url}${formPath(page)?.replace(/\/undo$/, '')}`))).toBeUndefined();
    expect((await press(browser, page)).status).toBe(410);
  });
});

describe('undoing', () => {
  it('a first connection leaves the store as it was, says where to remove the permission, and offers another try', async () => {
    const { id, browser, page } = await newStore();
    const { sellerId } = await store(id);
    const result = await undo(browser, page);
    expect(heading(result)).toBe('Undone');
    expect(result.text).toContain('Manage Your Apps');
    expect(result.text).toContain(`The authorization of seller ${sellerId} is no longer used`);
    expect(await store(id)).toMatchObject({ status: 'awaiting_authorization', enabled: false });
    expect(await store(id)).not.toHaveProperty('sellerId');
    expect(await api.records.authorizations.loadAuthorization(id)).toBeUndefined();
    const { items } = timelinePage.parse((await api.get(`/v1/stores/${id}/timeline`)).body);
    expect(items.filter(({ what }) => what === 'authorization_undone')).toHaveLength(1);

    const retry = /class="button" href="([^"]+)"/.exec(result.text)?.[1] ?? '';
    const right = newSeller();
    expect(heading(await browser.stay(await api.consent(browser, retry, right)))).toBe('Connected');
    expect((await store(id)).sellerId).not.toBe(sellerId);
  });

  it("a renewal brings back the former authorization of all the seller's stores", async () => {
    const { id, seller } = await newStore();
    const other = await newStore(seller, { country: 'CA' });
    const sameYear = () =>
      eventually(async () => expect((await store(other.id)).authorizedAt).toBe((await store(id)).authorizedAt));
    await sameYear();
    const before = [await store(id), await store(other.id)];
    const token = await api.records.authorizations.loadAuthorization(id);
    const { browser, page } = await connect(id, seller);
    await sameYear();
    expect((await store(id)).authorizedAt).not.toBe(before[0]?.authorizedAt);

    const result = await undo(browser, page);
    expect(result.text).toContain('The former authorization is in force again');
    expect(result.text).toContain('Do not remove it for seller');
    const datesOf = ({ status, authorizedAt, expiresAt, next }: Awaited<ReturnType<typeof store>>) => [
      ...[status, authorizedAt, expiresAt, next],
    ];
    await eventually(async () => {
      expect([await store(id), await store(other.id)].map(datesOf)).toEqual(before.map(datesOf));
    });
    expect(await api.records.authorizations.loadAuthorization(other.id)).toMatchObject({
      refreshToken: token?.refreshToken,
    });
  });

  it('waits for a worker that was killed', async () => {
    const { id, browser, page } = await newStore();
    await api.stopWorker();
    const answer = await press(browser, page);
    expect(answer.status).toBe(303);
    const outcome = `${api.url}${answer.headers.get('location')}`;
    expect(heading(await browser.get(outcome))).toBe('One moment: we are undoing it');
    expect((await store(id)).status).toBe('active');
    await api.startWorker();
    expect(heading(await browser.stay(outcome))).toBe('Undone');
    await eventually(async () => expect((await store(id)).status).toBe('awaiting_authorization'));
  });

  it('is continued when the workflow of the store was gone', async () => {
    const { id, browser, page } = await newStore();
    const connection = await Connection.connect({ address: temporalAddress() });
    await new Client({ connection }).workflow.getHandle(storeWorkflowId(id)).terminate('by the test');
    await connection.close();
    expect(heading(await undo(browser, page))).toBe('Undone');
  });

  it('takes effect once', async () => {
    const { id, seller, browser, page } = await newStore();
    await undo(browser, page);
    await connect(id, seller);
    const before = await store(id);
    expect(heading(await undo(browser, page))).toBe('Undone');
    expect(await store(id)).toEqual(before);
  });

  it('is for the browser that gave the consent, and for no other site', async () => {
    const { id, browser, page } = await newStore();
    expect((await press(createBrowser(), page)).status).toBe(404);
    const stranger = await newStore();
    expect((await press(stranger.browser, page)).status).toBe(404);
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: api.url },
      { origin: 'https://evil.example' },
    ];
    for (const headers of foreign) expect(problemOf(await press(browser, page, headers)).code).toBe('foreign_origin');
    const forged = formPath(page)?.replace(/\.[^/]+/, `.${'A'.repeat(43)}`);
    expect((await browser.post(`${api.url}${forged}`, {})).status).toBe(404);
    expect((await store(id)).status).toBe('active');
    // As browsers send it from a page without a referrer.
    expect((await press(browser, page, { 'sec-fetch-site': 'same-origin', origin: 'null' })).status).toBe(303);
  });
});
