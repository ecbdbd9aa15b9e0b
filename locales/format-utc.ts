/** `2027-10-25 14:03:09 UTC`: exact for scaled years, readable for real ones. */
export function formatUtc(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}
