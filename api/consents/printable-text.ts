/** A query or form value of visible ASCII characters; undefined if it is absent, repeated, too long or something else. */
export function printableText(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' && value.length <= maxLength && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
}
