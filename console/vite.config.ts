import react from '@vitejs/plugin-react';
import macros from 'unplugin-parcel-macros';
import { defineConfig } from 'vite';
import { compiledMessages } from './build/compiled-messages.ts';
import { onlyLanguages } from './build/only-languages.ts';
import { withoutWebFonts } from './build/without-web-fonts.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    withoutWebFonts(),
    onlyLanguages(`${import.meta.dirname}/src/messages`),
    macros.vite(),
    react(),
    compiledMessages(),
  ],
  build: {
    outDir: '../dist/console',
    // Open pages still load files of the build they came from.
    emptyOutDir: false,
    target: ['es2022'],
    // React Spectrum's atomic styles are shared by all pages, so one file is smaller than many.
    cssCodeSplit: false,
    cssMinify: 'lightningcss',
    // Inlined images would need another rule in the Content-Security-Policy.
    assetsInlineLimit: 0,
    rollupOptions: { input: ['index.html', 'admin-ui-sdk.html'] },
  },
});
