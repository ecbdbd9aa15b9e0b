import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { isSameSecret } from './same-secret.ts';

/** Text that only this simulator could have written: it carries its own facts, so nothing has to be remembered. */
export class SignedText {
  readonly #key: Buffer;

  /** @param keyPath file of the key, made on first use. */
  constructor(keyPath: string) {
    this.#key = readOrMakeKey(keyPath);
  }

  /** @param purpose keeps a text made for one thing from being used for another. */
  write(purpose: string, facts: object): string {
    const body = Buffer.from(JSON.stringify(facts)).toString('base64url');
    return `${body}.${this.#mac(purpose, body)}`;
  }

  /** The facts, or undefined when the text is not ours, not for this purpose or was changed. */
  read<Facts>(purpose: string, text: string, schema: z.ZodType<Facts>): Facts | undefined {
    const [body = '', mac = '', ...rest] = text.split('.');
    if (rest.length > 0 || !isSameSecret(mac, this.#mac(purpose, body))) return undefined;
    const facts = schema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
    return facts.success ? facts.data : undefined;
  }

  #mac(purpose: string, body: string): string {
    return createHmac('sha256', this.#key).update(`${purpose}\n${body}`).digest('base64url');
  }
}

function readOrMakeKey(path: string): Buffer {
  const kept = readKey(path);
  if (kept !== undefined) return kept;
  const key = randomBytes(32);
  // Written to a temporary file and renamed, so that a killed start leaves no partial key.
  writeFileSync(`${path}.new`, key.toString('hex'), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return key;
}

function readKey(path: string): Buffer | undefined {
  try {
    const key = Buffer.from(readFileSync(path, 'utf8'), 'hex');
    return key.length === 32 ? key : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
