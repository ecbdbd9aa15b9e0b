import type en from './en/index.ts';

interface LanguageEntry {
  /** The language's name for itself. */
  readonly name: string;
  /** For dates and numbers, when the browser lists no variety of the language. */
  readonly locale: string;
  readonly load: () => Promise<{ readonly default: Messages }>;
}

/** To add a language, write its folder of messages and register it here. Only the messages of the chosen one are loaded. */
export const languages = {
  en: { name: 'English', locale: 'en-GB', load: () => import('./en/index.ts') },
  nl: { name: 'Nederlands', locale: 'nl-NL', load: () => import('./nl/index.ts') },
} as const satisfies Readonly<Record<string, LanguageEntry>>;

export type MessageId = keyof typeof en;
export type Messages = Readonly<Record<MessageId, string>>;
export type Language = keyof typeof languages;

export const languageCodes: readonly Language[] = Object.keys(languages).filter(isLanguage);

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

/** The reader's variety of the language, such as `en-US`, so that dates and numbers look familiar. */
export function localeFor(language: Language): string {
  const preferred = navigator.languages.find((tag) => tag === language || tag.startsWith(`${language}-`));
  return preferred ?? languages[language].locale;
}

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}
