import type { Knex } from 'knex';
import type { SignInCodes } from '../../../api/ports.ts';
import { hashToken, newToken } from '../../secrets/token.ts';

export function createSignInCodes(database: Knex): SignInCodes {
  return {
    async createCode(expiresAt, tokenId) {
      const code = newToken();
      await database('sign_in_codes').insert({
        code_hash: hashToken(code),
        expires_at: new Date(expiresAt),
        token_id: tokenId ?? null,
      });
      return { code };
    },

    async useCode(code) {
      const [used] = await database('sign_in_codes')
        .where({ code_hash: hashToken(code) })
        .whereNull('used_at')
        .where('expires_at', '>', new Date())
        .update({ used_at: database.fn.now() })
        .returning<{ token_id: string | null }[]>('token_id');
      return used && (used.token_id === null ? {} : { tokenId: used.token_id });
    },
  };
}
