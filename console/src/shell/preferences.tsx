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

/** Language and appearance, kept in this browser. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage);
  const [appearance, setAppearance] = useState(firstAppearance);
  useEffect(() => {
    keep(languageKey, language);
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    keep(appearanceKey, appearance);
    // React Spectrum paints the page itself by this attribute.
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
  const kept = recall(languageKey);
  if (isLanguage(kept)) return kept;
  const wanted = navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage);
  return wanted ?? 'en';
}

function firstAppearance(): Appearance {
  const kept = recall(appearanceKey);
  return appearances.find((appearance) => appearance === kept) ?? 'system';
}

/** Inside another site's frame a browser may forbid the storage; preferences then last as long as the page. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing depends on it.
  }
}
