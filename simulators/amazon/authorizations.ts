import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { DurableMap } from '../state/durable-map.ts';

const codeSchema = z.object({
  email: z.string(),
  /** Present when the consent request named one; the exchange then has to name the same. */
  redirectUri: z.string().optional(),
  issuedAtMs: z.number(),
  usedAtMs: z.number().optional(),
});
export type IssuedCode = z.infer<typeof codeSchema>;

const grantSchema = z.object({
  email: z.string(),
  refreshToken: z.string(),
  /** When the seller agreed; the exchange of the code comes later. */
  agreedAtMs: z.number().optional(),
  grantedAtMs: z.number(),
  revokedAtMs: z.number().optional(),
  /** The application never received the refresh token: Amazon's fault at the exchange. */
  isRefreshTokenWithheld: z.literal(true).optional(),
});
export type Grant = z.infer<typeof grantSchema> & { readonly id: string };

const codeLifetimeMs = 5 * 60_000;

/** What sellers agreed to: codes that live five minutes and work once, and the refresh tokens they became. */
export class Authorizations {
  readonly #now: () => number;
  readonly #codes: DurableMap<IssuedCode>;
  readonly #grants: DurableMap<z.infer<typeof grantSchema>>;
  readonly #idByRefreshToken: Map<string, string>;

  constructor(folder: string, now: () => number) {
    this.#now = now;
    this.#codes = new DurableMap(join(folder, 'codes.jsonl'), codeSchema, (code) => this.isFresh(code));
    this.#grants = new DurableMap(join(folder, 'grants.jsonl'), grantSchema);
    this.#idByRefreshToken = new Map(this.#grants.entries().map(([id, grant]) => [grant.refreshToken, id]));
  }

  issueCode(email: string, redirectUri: string | undefined): string {
    const code = `S${randomBytes(18).toString('base64url')}`;
    this.#codes.put(code, { email, issuedAtMs: this.#now(), ...(redirectUri !== undefined && { redirectUri }) });
    return code;
  }

  findCode(code: string): IssuedCode | undefined {
    return this.#codes.get(code);
  }

  isFresh(code: IssuedCode): boolean {
    return code.usedAtMs === undefined && this.#now() < code.issuedAtMs + codeLifetimeMs;
  }

  /** Whatever comes of the exchange, the code is gone. */
  useCode(code: string): void {
    const issued = this.#codes.get(code);
    if (issued !== undefined) this.#codes.put(code, { ...issued, usedAtMs: this.#now() });
  }

  /** Older grants of the same seller stay valid until they are revoked. */
  grant({ email, issuedAtMs }: Pick<IssuedCode, 'email' | 'issuedAtMs'>, isRefreshTokenWithheld: boolean): Grant {
    const refreshToken = `Atzr|${randomBytes(48).toString('base64url')}`;
    const grant = {
      email,
      refreshToken,
      agreedAtMs: issuedAtMs,
      grantedAtMs: this.#now(),
      ...(isRefreshTokenWithheld && { isRefreshTokenWithheld }),
    };
    const id = randomUUID();
    this.#grants.put(id, grant);
    this.#idByRefreshToken.set(grant.refreshToken, id);
    return { id, ...grant };
  }

  findGrant(id: string): Grant | undefined {
    const grant = this.#grants.get(id);
    return grant && { id, ...grant };
  }

  findGrantByRefreshToken(refreshToken: string): Grant | undefined {
    const id = this.#idByRefreshToken.get(refreshToken);
    return id === undefined ? undefined : this.findGrant(id);
  }

  /** Revokes for good what was granted until now, by one seller or by all; answers how many grants that were. */
  revoke(email: string | undefined): number {
    const valid = this.grants().filter(
      (grant) => grant.revokedAtMs === undefined && (email === undefined || grant.email === email),
    );
    for (const { id, ...grant } of valid) this.#grants.put(id, { ...grant, revokedAtMs: this.#now() });
    return valid.length;
  }

  grants(): Grant[] {
    return this.#grants.entries().map(([id, grant]) => ({ id, ...grant }));
  }

  close(): void {
    this.#codes.close();
    this.#grants.close();
  }
}
