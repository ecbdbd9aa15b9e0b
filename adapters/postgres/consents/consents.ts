import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Consents, ConsentView } from '../../../api/ports.ts';
import type { SecretBox } from '../../../activities/ports.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import type { ConsentRow, StoreRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

export interface ConsentsByState extends Consents {
  /** Whose consent a `state` began, before anything is taken; undefined for one that was never made. */
  findConsentByState(state: string): Promise<{ consentId: string; storeId: string } | undefined>;
}

type Callback = Parameters<Consents['takeCallback']>[0];

/** The browser's side of a consent. `state`, browser and code are kept as hashes; the code itself sealed. */
export function createConsents(database: Knex, box: SecretBox): ConsentsByState {
  return {
    async beginConsent({ storeId, linkId, browserId, redirectUri, expiresAt }) {
      const state = newToken();
      await database<ConsentRow>('consents').insert({
        id: randomUUID(),
        state_hash: hashToken(state),
        browser_hash: hashToken(browserId),
        store_id: storeId,
        link_id: linkId ?? null,
        redirect_uri: redirectUri,
        expires_at: new Date(expiresAt),
      });
      return { state };
    },

    takeCallback(callback) {
      return database.transaction(async (trx) => {
        const row = await trx<ConsentRow>('consents')
          .where({ state_hash: hashToken(callback.state) })
          .forNoKeyUpdate()
          .first();
        if (!row) return { kind: 'unknown_state' };
        if (callback.browserId === undefined || hashToken(callback.browserId) !== row.browser_hash)
          return { kind: 'wrong_browser' };
        if (row.received_at) {
          const repeated = row.code_hash === hashToken(callback.code);
          return repeated ? { kind: 'taken', consent: toView(row) } : { kind: 'unknown_state' };
        }
        if (row.expires_at <= new Date(callback.receivedAt)) return { kind: 'state_expired' };
        const store = await trx<StoreRow>('stores').where({ id: row.store_id }).first('status');
        if (store?.status === 'deleted') return { kind: 'unknown_state' };
        return { kind: 'taken', consent: toView(await receive(trx, row, callback)) };
      });
    },

    async markDelivered(consentId) {
      await database<ConsentRow>('consents')
        .where({ id: consentId })
        .whereNull('delivered_at')
        .update({ delivered_at: database.fn.now() });
    },

    async findConsent(consentId) {
      const row = await database<ConsentRow>('consents').where({ id: consentId }).first();
      return row?.received_at ? toView(row) : undefined;
    },

    async findConsentByState(state) {
      const row = await database<ConsentRow>('consents')
        .where({ state_hash: hashToken(state) })
        .first('id', 'store_id');
      return row && { consentId: row.id, storeId: row.store_id };
    },
  };

  async function receive(trx: Knex.Transaction, row: ConsentRow, callback: Callback): Promise<ConsentRow> {
    const received = {
      received_at: new Date(callback.receivedAt),
      code_hash: hashToken(callback.code),
      selling_partner_id: callback.sellingPartnerId,
      sealed_code: await box.seal(callback.code, sealingContexts.code(row.id)),
    };
    await trx<ConsentRow>('consents').where({ id: row.id }).update(received);
    return { ...row, ...received };
  }
}

function toView(row: ConsentRow): ConsentView {
  return {
    consentId: row.id,
    storeId: row.store_id,
    sellingPartnerId: row.selling_partner_id ?? '',
    delivered: row.delivered_at !== null,
    ...(row.outcome && { outcome: row.outcome }),
  };
}
