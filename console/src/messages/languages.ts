import type { en } from './en.ts';

/** Only the language that is spoken is loaded. */
export const languages = {
  en: async () => (await import('./en.ts')).en,
  nl: async () => (await import('./nl.ts')).nl,
} as const satisfies Readonly<Record<string, () => Promise<Messages>>>;

export type MessageId = keyof typeof en;
export type Messages = Readonly<Record<MessageId, string>>;
export type Language = keyof typeof languages;

/** As each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', nl: 'Nederlands' };

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

/** The reader's own variety of the language, such as `en-GB`, so that dates and numbers look familiar. */
export function localeFor(language: Language): string {
  const own = navigator.languages.find((tag) => tag === language || tag.startsWith(`${language}-`));
  return own ?? (language === 'nl' ? 'nl-NL' : 'en-GB');
}

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}
