import { createHash } from 'node:crypto';

/**
 * The id that an `Idempotency-Key` stands for, so that a repeated request finds the first one without a look-up table.
 * A UUID of version 8 (RFC 9562) made from SHA-256, not version 5: keys in use must keep giving the same ids.
 */
export function idFromIdempotencyKey(kind: 'store' | 'campaign', idempotencyKey: string): string {
  const hex = sha256(`${kind}/${idempotencyKey}`);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Equal for bodies that differ only in the order of their fields. */
export function bodyHash(body: object): string {
  return sha256(JSON.stringify(withSortedFields(body)));
}

/** The hash of an uploaded file in one of its formats. */
export function fileHash(format: string, content: string): string {
  return sha256(`${format}\n${content}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function withSortedFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).filter(([, fieldValue]) => fieldValue !== undefined);
  return fields
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, fieldValue]) => [name, withSortedFields(fieldValue)]);
}
