import type { operations } from '../contract.d.ts';
import type en from './en/index.ts';

export type MessageId = keyof typeof en;
export type Messages = Readonly<Record<MessageId, string>>;
/** The languages that `locales/index.ts` lists. */
export type Language = NonNullable<NonNullable<operations['listStores']['parameters']['query']>['lang']>;

/** A folder of messages for each language. Only the messages of the chosen one are loaded. */
const folders = import.meta.glob<{ readonly default: Messages }>('./*/index.ts');

export const languageCodes: readonly Language[] = Object.keys(folders)
  .flatMap((path) => path.split('/')[1] ?? [])
  .filter(isLanguage);

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(folders, pathOf(value));
}

export async function loadMessages(language: Language): Promise<Messages> {
  const load = folders[pathOf(language)];
  if (!load) throw new Error(`console/src/messages has no folder for the language "${language}".`);
  return (await load()).default;
}

/** The language's name for itself. */
export function nameOf(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

/** The reader's variety of the language, such as `en-US`, so that dates and numbers look familiar. */
export function localeFor(language: Language): string {
  const preferred = navigator.languages.find((tag) => tag === language || tag.startsWith(`${language}-`));
  const { region } = new Intl.Locale(navigator.language);
  return preferred ?? (region === undefined ? language : `${language}-${region}`);
}

function pathOf(language: string): string {
  return `./${language}/index.ts`;
}

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}
