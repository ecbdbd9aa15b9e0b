import { useEffect, useState } from 'react';
import { type Language, languages, type Messages } from './languages.ts';

interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

/** The words of a language once they are loaded; until then those of the language before. */
export function useMessages(language: Language): Spoken | undefined {
  const [spoken, setSpoken] = useState<Spoken>();
  useEffect(() => {
    let isWanted = true;
    void languages[language]().then((messages) => isWanted && setSpoken({ language, messages }));
    return () => {
      isWanted = false;
    };
  }, [language]);
  return spoken;
}
