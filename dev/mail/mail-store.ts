import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';

const maxMessages = 2000;

export interface StoredMessage {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** ISO instant. */
  readonly date: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly size: number }[];
}

/** The mails of the inbox, each in a file exactly as received; the oldest are deleted beyond `maxMessages`. */
export class MailStore {
  readonly #dir: string;
  readonly #messages: StoredMessage[] = [];
  #sequence = 0;

  private constructor(dir: string) {
    this.#dir = dir;
  }

  static async open(dir: string): Promise<MailStore> {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const store = new MailStore(dir);
    for (const name of readdirSync(dir)
      .filter((entry) => entry.endsWith('.eml'))
      .toSorted()) {
      const mail = await simpleParser(readFileSync(join(dir, name)));
      store.#messages.push(toMessage(name.replace(/\.eml$/, ''), mail));
    }
    return store;
  }

  /** Stores a mail; the sender gets its confirmation only afterwards. */
  async add(raw: Buffer): Promise<void> {
    const mail = await simpleParser(raw);
    // Ids sort by arrival, across restarts too: a client continues after the last id it has read.
    const id = `${Date.now().toString().padStart(15, '0')}-${String((this.#sequence += 1)).padStart(6, '0')}-${randomBytes(4).toString('hex')}`;
    const path = join(this.#dir, `${id}.eml`);
    writeFileSync(`${path}.new`, raw, { mode: 0o600 });
    renameSync(`${path}.new`, path);
    this.#messages.push(toMessage(id, mail));
    while (this.#messages.length > maxMessages) this.#delete(this.#messages.shift());
  }

  /** Newest first. `to` and `subject` match any part, case-insensitively; `after` is the id of an older mail. */
  list(filter: { readonly to?: string; readonly subject?: string; readonly after?: string } = {}) {
    const has = (text: string, part = ''): boolean => text.toLowerCase().includes(part.toLowerCase());
    return this.#messages
      .filter(
        ({ id, to, subject }) =>
          id > (filter.after ?? '') && has(to.join(', '), filter.to) && has(subject, filter.subject),
      )
      .toReversed();
  }

  get(id: string): StoredMessage | undefined {
    return this.#messages.find((message) => message.id === id);
  }

  clear(): void {
    for (const message of this.#messages.splice(0)) this.#delete(message);
  }

  #delete(message: StoredMessage | undefined): void {
    if (message !== undefined) rmSync(join(this.#dir, `${message.id}.eml`), { force: true });
  }
}

function toMessage(id: string, mail: ParsedMail): StoredMessage {
  return {
    id,
    from: mail.from?.text ?? '',
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    date: (mail.date ?? new Date(Number(id.split('-')[0]))).toISOString(),
    text: mail.text ?? '',
    html: mail.html || '',
    headers: headersOf(mail),
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      filename: filename ?? '',
      contentType,
      size,
    })),
  };
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  const objects = field === undefined ? [] : [field].flat();
  return objects.flatMap(({ value }) => value.map(({ address }) => address ?? '')).filter((address) => address !== '');
}

/** Every header as text, by its name in camel case (`messageId`, `listUnsubscribe`). */
function headersOf(mail: ParsedMail): Record<string, string> {
  const entries = mail.headerLines.map(({ key, line }): [string, string] => {
    const name = key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [name, line.slice(line.indexOf(':') + 1).trim()];
  });
  return Object.fromEntries(entries);
}
