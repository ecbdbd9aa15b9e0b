import type { Country } from '../domain/marketplaces.ts';
import { type Locale, messages } from './index.ts';

/** `25 October 2027 at 14:03 UTC`. */
export function formatDateTime(iso: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(messages[locale].dateLocale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(iso))} UTC`;
}

export function countryName(country: Country, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
}
