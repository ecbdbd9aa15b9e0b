/**
 * The languages of everything people read outside the console. A new language is a folder like `en`, listed here;
 * English comes first and is the fallback.
 */
import { en, type Messages } from './en/index.ts';
import { nl } from './nl/index.ts';

export const messages = { en, nl } as const satisfies Record<string, Messages>;
export type { Messages };
export type Locale = keyof typeof messages;

export function isLocale(language: string): language is Locale {
  return Object.hasOwn(messages, language);
}

export const locales: readonly Locale[] = Object.keys(messages).filter(isLocale);
