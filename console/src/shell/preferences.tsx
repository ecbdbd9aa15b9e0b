import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { isLanguage, type Language } from '../messages/languages.ts';

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

interface Preferences {
  readonly language: Language;
  readonly appearance: Appearance;
  readonly setLanguage: (language: Language) => void;
  readonly setAppearance: (appearance: Appearance) => void;
}

const PreferencesContext = createContext<Preferences | undefined>(undefined);
const languageKey = 'perennial.language';
const appearanceKey = 'perennial.appearance';

/** Language and appearance, stored in this browser. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [appearance, setAppearance] = useState(firstAppearance);
  useEffect(() => {
    save(languageKey, language);
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    save(appearanceKey, appearance);
    // React Spectrum styles the page by this attribute.
    if (appearance === 'system') delete document.documentElement.dataset['colorScheme'];
    else document.documentElement.dataset['colorScheme'] = appearance;
  }, [appearance]);
  const preferences = useMemo(() => ({ language, appearance, setLanguage, setAppearance }), [language, appearance]);
  return <PreferencesContext value={preferences}>{children}</PreferencesContext>;
}

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error('usePreferences needs a PreferencesProvider around it.');
  return preferences;
}

function firstLanguage(): Language {
  const stored = load(languageKey);
  if (isLanguage(stored)) return stored;
  const preferred = navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage);
  return preferred ?? 'en';
}

function firstAppearance(): Appearance {
  const stored = load(appearanceKey);
  return appearances.find((appearance) => appearance === stored) ?? 'system';
}

/** In another site's frame a browser may refuse storage; preferences then last as long as the page. */
function load(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function save(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The preference then lasts as long as the page.
  }
}
