import { createHash } from 'node:crypto';

/** The same key always means the same thing of a kind, so that a repetition is recognised before anything else is asked. */
export function idFromIdempotencyKey(kind: 'store' | 'campaign', idempotencyKey: string): string {
  const hex = createHash('sha256').update(`${kind}/${idempotencyKey}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  // A UUID of version 8 (RFC 9562), the one for ids made in a way of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Equal for bodies that mean the same, in whatever order their fields came. */
export function bodyHash(body: object): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  return fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)]);
}
