import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';

/** React Spectrum brings messages in thirty languages; this keeps those that `messagesDir` has a folder for. */
export function onlyLanguages(messagesDir: string): Plugin {
  const languages = readdirSync(messagesDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const spectrumMessages =
    /\/(?:@react-spectrum|react-aria|react-stately|react-aria-components|@react-aria)\/.*\/([a-z]{2})-[A-Z]{2}\.(?:mjs|js)$/;
  return {
    name: 'only-languages',
    enforce: 'pre',
    load(id) {
      const language = spectrumMessages.exec(id)?.[1];
      return language === undefined || languages.includes(language) ? null : 'export default {};';
    },
  };
}
