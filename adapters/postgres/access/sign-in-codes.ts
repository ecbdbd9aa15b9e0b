import type { Knex } from 'knex';
import { hashToken, newToken } from '../../secrets/token.ts';

/** `tokenId`: the API token whose role the browser gets; without it the admin's. */
export async function createSignInCode(database: Knex, expiresAt: string, tokenId?: string): Promise<{ code: string }> {
  const code = newToken();
  await database('sign_in_codes').insert({
    code_hash: hashToken(code),
    expires_at: new Date(expiresAt),
    token_id: tokenId ?? null,
  });
  return { code };
}

/** Works once per code. */
export async function useSignInCode(database: Knex, code: string): Promise<{ readonly tokenId?: string } | undefined> {
  const [used] = await database('sign_in_codes')
    .where({ code_hash: hashToken(code) })
    .whereNull('used_at')
    .where('expires_at', '>', new Date())
    .update({ used_at: database.fn.now() })
    .returning<{ token_id: string | null }[]>('token_id');
  return used && { tokenId: used.token_id ?? undefined };
}
