/** Two names are the same when their keys are equal, whatever their case, Unicode form or the database's locale. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
