import type { Knex } from 'knex';
import { hashToken, newToken } from '../../secrets/token.ts';
import { type TokenMaker, toTokenMakerRow } from './rows.ts';

/** `maker`: the token whose role the browser gets. */
export async function createSignInCode(
  database: Knex,
  expiresAt: string,
  maker: TokenMaker,
): Promise<{ code: string }> {
  const code = newToken();
  await database('sign_in_codes').insert({
    code_hash: hashToken(code),
    expires_at: new Date(expiresAt),
    ...toTokenMakerRow(maker),
  });
  return { code };
}

/** Works once per code. `adminFingerprint`: of the admin token in force; codes of another one have ended. */
export async function useSignInCode(
  database: Knex,
  code: string,
  adminFingerprint: string,
): Promise<{ readonly tokenId?: string } | undefined> {
  const [used] = await database('sign_in_codes')
    .where({ code_hash: hashToken(code) })
    .whereNull('used_at')
    .where('expires_at', '>', new Date())
    .where((maker) => void maker.whereNotNull('token_id').orWhere({ admin_fingerprint: adminFingerprint }))
    .update({ used_at: database.fn.now() })
    .returning<{ token_id: string | null }[]>('token_id');
  return used && { tokenId: used.token_id ?? undefined };
}
