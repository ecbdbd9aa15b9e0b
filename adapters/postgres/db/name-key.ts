/** Names are compared by this: the same for every case and way of writing, whatever the database's locale is. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
