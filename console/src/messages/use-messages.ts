import { useEffect, useState } from 'react';
import { type Language, loadMessages, type Messages } from './languages.ts';

interface LoadedMessages {
  readonly language: Language;
  readonly messages: Messages;
}

/** The messages of a language once they are loaded; until then those of the previous language. */
export function useMessages(language: Language): LoadedMessages | undefined {
  const [loaded, setLoaded] = useState<LoadedMessages>();
  useEffect(() => {
    let isCurrent = true;
    void loadMessages(language).then((messages) => isCurrent && setLoaded({ language, messages }));
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return loaded;
}
