import type { Knex } from 'knex';
import type { ConsentRecords, SecretBox } from '../../../activities/ports.ts';
import type { Country } from '../../../domain/marketplaces.ts';
import type { ConsentRow } from '../stores/rows.ts';
import { sealingContexts } from '../db/sealing-contexts.ts';

interface ConsentOfStore extends ConsentRow {
  country: Country;
}

/** The worker's side of a consent: its secrets, opened only here and only while they are needed. */
export function createConsentRecords(database: Knex, box: SecretBox): ConsentRecords {
  return {
    async loadConsent(consentId) {
      const row = await database('consents as c')
        .join('stores as s', 's.id', 'c.store_id')
        .where('c.id', consentId)
        .whereNot('s.status', 'deleted')
        .first<ConsentOfStore | undefined>('c.*', 's.country');
      if (!row?.received_at || !row.selling_partner_id) return undefined;
      const { sealed_code: code, sealed_refresh_token: token } = row;
      if (!code && !token && !row.adopted_at) return undefined;
      return {
        consentId,
        storeId: row.store_id,
        country: row.country,
        sellingPartnerId: row.selling_partner_id,
        redirectUri: row.redirect_uri,
        ...(code && { code: await box.open(code, sealingContexts.code(consentId)) }),
        ...(token && { refreshToken: await box.open(token, sealingContexts.consentToken(consentId)) }),
      };
    },

    async keepRefreshToken(consentId, refreshToken) {
      const sealed = await box.seal(refreshToken, sealingContexts.consentToken(consentId));
      // Without its code the consent was forgotten meanwhile: the token that came of it must not outlive that.
      await database<ConsentRow>('consents')
        .where({ id: consentId })
        .whereNotNull('sealed_code')
        .update({ sealed_refresh_token: sealed, sealed_code: null });
    },
  };
}
