import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../setup/eventually.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';
import { createBrowser, problemOf, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

const newSeller = () => `seller-${randomUUID().slice(0, 8)}@example.com`;

async function statusOf(link: string): Promise<number> {
  const page = await createBrowser().get(link);
  if (page.status === 410) expect(page.text).toContain('This link has ended');
  return page.status;
}

const endLinks = (id: string) => api.call('DELETE', `/v1/stores/${id}/connect-links`);

describe('the connect links of a store', () => {
  it('end on request, with the consents that they began, and new ones work', async () => {
    const { id } = storeOf(await api.addStore());
    const links = [await api.makeLink(id), await api.makeLink(id)];
    const browser = createBrowser();
    const callback = await api.consent(browser, links[0] ?? '', newSeller());
    for (let count = 0; count < 2; count += 1) {
      const answer = await endLinks(id);
      expect([answer.status, answer.text]).toEqual([204, '']);
    }
    expect(await Promise.all(links.map(statusOf))).toEqual([410, 410]);
    expect((await browser.get(callback)).status).toBe(410);
    expect(storeOf(await api.get(`/v1/stores/${id}`)).status).toBe('awaiting_authorization');
    const { text } = await api.get(`/v1/stores/${id}/timeline`);
    expect(text.match(/"connect_links_ended"/g)).toHaveLength(1);
    expect(await statusOf(await api.makeLink(id))).toBe(302);
  });

  it('are not those of another store, nor of one that does not exist', async () => {
    const { id } = storeOf(await api.addStore());
    const other = await api.makeLink(storeOf(await api.addStore()).id);
    await endLinks(id);
    expect(await statusOf(other)).toBe(302);
    expect(problemOf(await endLinks(randomUUID())).code).toBe('store_not_found');
  });

  it('end when the e-mail address of the store changes, and not when its name does', async () => {
    const { id } = storeOf(await api.addStore());
    const link = await api.makeLink(id);
    await api.call('PATCH', `/v1/stores/${id}`, { name: `Renamed ${randomUUID().slice(0, 8)}` });
    expect(await statusOf(link)).toBe(302);
    await api.call('PATCH', `/v1/stores/${id}`, { email: 'corrected@example.com' });
    expect(await statusOf(link)).toBe(410);
  });

  it('end when an admin disconnects the store', async () => {
    const { id } = await api.connectStore(newSeller());
    const link = await api.makeLink(id);
    await api.call('POST', `/v1/stores/${id}/disconnect`);
    await eventually(async () => expect(await statusOf(link)).toBe(410));
    expect(await statusOf(await api.makeLink(id))).toBe(302);
  });

  it('end with the first of them that succeeds', async () => {
    const { id } = storeOf(await api.addStore());
    const links = [await api.makeLink(id), await api.makeLink(id)];
    const browser = createBrowser();
    const page = await browser.stay(await api.consent(browser, links[0] ?? '', newSeller()));
    expect(page.text).toContain('Connected');
    expect(await Promise.all(links.map(statusOf))).toEqual([410, 410]);
  });

  it('do not end with a refusal', async () => {
    const { id } = await api.connectStore(newSeller());
    const link = await api.makeLink(id);
    const browser = createBrowser();
    await browser.stay(await api.consent(browser, link, newSeller()));
    expect(await statusOf(link)).toBe(302);
  });
});

describe('a consent that is being verified', () => {
  it('is cancelled when an admin disconnects the store, and its page says so without a link', async () => {
    const { id } = storeOf(await api.addStore());
    const seller = newSeller();
    const browser = createBrowser();
    const callback = await api.consent(browser, await api.makeLink(id), seller);
    await api.fault({ kind: 'outage', seller });
    await browser.get(callback);
    await api.call('POST', `/v1/stores/${id}/disconnect`);
    const page = await eventually(async () => {
      const shown = await browser.get(callback);
      expect(shown.text).toContain('An administrator disconnected');
      return shown;
    });
    expect(page.text).not.toContain('class="button"');
    await api.clearFaults();
  });

  it('is superseded by a newer one that is verified first', async () => {
    const { id } = storeOf(await api.addStore());
    const [stuck, quick] = [newSeller(), newSeller()];
    const [first, second] = [createBrowser(), createBrowser()];
    const link = await api.makeLink(id);
    const callback = await api.consent(first, link, stuck);
    const newer = await api.consent(second, link, quick);
    await api.fault({ kind: 'outage', seller: stuck });
    await first.get(callback);
    expect((await second.stay(newer)).text).toContain('Connected');
    const page = await first.stay(callback);
    expect(page.text).toContain('A newer consent has taken the place');
    expect(page.text).not.toContain('class="button"');
    await api.clearFaults();
  });
});
