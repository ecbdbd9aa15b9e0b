import type { Plugin } from 'vite';

/** React Spectrum loads its typeface from Adobe's servers; the system's typeface needs no request to another host. */
export function withoutWebFonts(): Plugin {
  const fonts = /\/@react-spectrum\/s2\/dist\/private\/(Fonts\.mjs|font-faces\.css|font-faces_css\.mjs)$/;
  return {
    name: 'without-web-fonts',
    enforce: 'pre',
    load(id) {
      const file = fonts.exec(id.split('?')[0] ?? '')?.[1];
      if (file === undefined) return null;
      return file === 'Fonts.mjs' ? 'export function Fonts() { return null; }' : '';
    },
  };
}
