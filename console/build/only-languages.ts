import type { Plugin } from 'vite';

/** React Spectrum carries its own words in thirty languages; the console speaks these, written as `en-US`. */
export function onlyLanguages(locales: readonly string[]): Plugin {
  const words =
    /\/(?:@react-spectrum|react-aria|react-stately|react-aria-components|@react-aria)\/.*\/([a-z]{2}-[A-Z]{2})\.(?:mjs|js)$/;
  return {
    name: 'only-languages',
    enforce: 'pre',
    load(id) {
      const locale = words.exec(id)?.[1];
      return locale === undefined || locales.includes(locale) ? null : 'export default {};';
    },
  };
}
