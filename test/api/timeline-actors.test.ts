import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timelinePage } from '../../api/contract/timeline.ts';
import { storeWorkflowId } from '../../domain/ids.ts';
import { eventually } from '../setup/eventually.ts';
import { temporalAddress } from '../setup/temporal.ts';
import { type ApiHarness, startApiHarness, uniqueName } from './api-harness.ts';
import { tokenHolder } from './audit-harness.ts';
import { createBrowser, storeOf } from './http-client.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(() => api.stop());

/** What happened and who caused it, oldest first. */
async function timeline(storeId: string) {
  const { items } = timelinePage.parse((await api.get(`/v1/stores/${storeId}/timeline?limit=200`)).body);
  return items.toReversed().map(({ what, actor, actorKind }) => [what, actor, actorKind]);
}

async function connect(storeId: string): Promise<void> {
  const browser = createBrowser();
  const page = await browser.stay(await api.consent(browser, await api.makeLink(storeId), 'seller-actors@example.com'));
  if (!page.text.includes('Connected')) throw new Error(page.text);
}

describe('the timeline of a store', () => {
  it('names who caused each entry', async () => {
    const anna = await tokenHolder(api, 'admin');
    const fields = { website: 'base', email: 'a@example.com', name: uniqueName(), country: 'US' };
    const { id } = storeOf(await eventually(() => anna.call('POST', '/v1/stores', fields)));
    await eventually(async () => expect(await timeline(id)).not.toEqual([]));
    await connect(id);
    const command = (path: string) => anna.call('POST', `/v1/stores/${id}/${path}`);
    await command('deactivate');
    await anna.call('PATCH', `/v1/stores/${id}`, { name: uniqueName() });
    await command('check');
    await eventually(async () => expect((await timeline(id)).at(-1)?.[0]).toBe('check_passed'));
    await command('connect-links');
    await anna.call('DELETE', `/v1/stores/${id}/connect-links`);
    await command('activate');
    await command('disconnect');
    await api.call('DELETE', `/v1/stores/${id}`);
    await eventually(async () => expect((await timeline(id)).at(-1)?.[0]).toBe('deleted'));
    const byAnna = [anna.name, 'token'];
    const bySeller = ['seller', 'seller'];
    const byAdmin = ['admin', 'admin'];
    expect(await timeline(id)).toEqual([
      ['created', ...byAnna],
      ['connect_link_created', ...byAdmin],
      ['authorization_received', ...bySeller],
      ['active', ...bySeller],
      ['disabled', ...byAnna],
      ['settings_changed', ...byAnna],
      ['check_passed', ...byAnna],
      ['connect_link_created', ...byAnna],
      ['connect_links_ended', ...byAnna],
      ['enabled', ...byAnna],
      ['disconnected', ...byAnna],
      ['deleted', ...byAdmin],
    ]);
    const connection = await Connection.connect({ address: temporalAddress() });
    const handle = new Client({ connection }).workflow.getHandle(storeWorkflowId(id));
    const history = JSON.stringify(await handle.fetchHistory());
    await connection.close();
    const payloads = [...history.matchAll(/"data":"([^"]+)"/g)].map(([, data = '']) => atob(data)).join('\n');
    expect(payloads).toContain('auditId');
    expect(payloads).not.toContain(anna.name);
  });

  it('names who imported it', async () => {
    const anna = await tokenHolder(api, 'admin');
    const name = uniqueName();
    const file = `website,email,name,country\nbase,a@example.com,${name},US\n`;
    await anna.call('POST', '/v1/imports', file, { 'content-type': 'text/csv' });
    await eventually(async () => {
      const [row] = await api.database('stores').where({ name });
      expect(await timeline(String(row?.id))).toEqual([['created', anna.name, 'token']]);
    });
  });

  it('names the seller and Amazon in entries of older releases, and no person that is not known', async () => {
    const { id } = await api.connectStore('seller-older@example.com');
    await api.call('POST', `/v1/stores/${id}/disconnect`);
    await api.database('timeline').where({ store_id: id }).update({ actor: null, actor_kind: null });
    expect(await timeline(id)).toEqual([
      ['created', undefined, undefined],
      ['connect_link_created', undefined, undefined],
      ['authorization_received', 'seller', 'seller'],
      ['active', 'seller', 'seller'],
      ['disconnected', undefined, undefined],
    ]);
  });
});
