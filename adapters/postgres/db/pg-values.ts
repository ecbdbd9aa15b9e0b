/** PostgreSQL fails a query over a value that it cannot read; these checks recognize such a value beforehand. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** A positive bigint. */
export function isBigId(text: string): boolean {
  return /^\d{1,18}$/.test(text);
}

/** As `Date.toISOString()` writes it, in years of four digits. */
export function isTimestamp(text: string): boolean {
  return /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

/** PostgreSQL's `text` holds every character but NUL. */
export function isText(text: string): boolean {
  return !text.includes('\0');
}

/** Undefined for null, so that the field is absent from JSON. */
export function isoOrUndefined(date: Date | null | undefined): string | undefined {
  return date?.toISOString();
}
