import react from '@vitejs/plugin-react';
import macros from 'unplugin-parcel-macros';
import { defineConfig } from 'vite';
import { compiledMessages } from './build/compiled-messages.ts';
import { onlyLanguages } from './build/only-languages.ts';
import { withoutWebFonts } from './build/without-web-fonts.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [withoutWebFonts(), onlyLanguages(['en-US', 'nl-NL']), macros.vite(), react(), compiledMessages()],
  build: {
    outDir: '../dist/console',
    // A page that is open names files of the build it came from.
    emptyOutDir: false,
    target: ['es2022'],
    // Styles of React Spectrum are atoms that pages share: one small file beats many that repeat each other.
    cssCodeSplit: false,
    cssMinify: 'lightningcss',
    // Pictures as data would need another rule in the Content-Security-Policy.
    assetsInlineLimit: 0,
    rollupOptions: { input: ['index.html', 'admin-ui-sdk.html'] },
  },
});
