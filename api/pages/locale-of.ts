import type { Request } from 'express';
import { type Locale, locales } from '../../domain/reasons.ts';

/** `?lang=` decides, else what the browser prefers, else English. */
export function localeOf(request: Request): Locale {
  const asked = request.query['lang'];
  const preferred = request.acceptsLanguages([...locales]);
  return locales.find((locale) => locale === asked) ?? locales.find((locale) => locale === preferred) ?? 'en';
}
