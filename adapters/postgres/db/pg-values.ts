/** PostgreSQL refuses a query over a value it cannot read; these tell such a value beforehand: nothing has that id. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** A timeline id: a positive bigint. */
export function isTimelineId(text: string): boolean {
  return /^\d{1,18}$/.test(text);
}

/** As `Date.toISOString()` writes it, in years of four digits. */
export function isTimestamp(text: string): boolean {
  return /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

/** A text of PostgreSQL holds every character but this one. */
export function isText(text: string): boolean {
  return !text.includes('\0');
}
