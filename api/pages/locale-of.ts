import type { Request } from 'express';
import { type Locale, locales } from '../../locales/index.ts';

/** `?lang=`, else `Accept-Language`, else English. */
export function localeOf(request: Request): Locale {
  const preferred = request.acceptsLanguages([...locales]);
  return (
    locales.find((locale) => locale === request.query['lang']) ?? locales.find((locale) => locale === preferred) ?? 'en'
  );
}
