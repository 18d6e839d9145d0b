/** Every view with made-up data, to be looked at: `npx vite --config tests/ui/gallery/vite.config.ts`. */
import preact from '@preact/preset-vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('.'),
  base: './',
  // The locales stand in public/: as the extension's own files, not as this page's.
  publicDir: false,
  resolve: { alias: { '@': at('../../..') } },
  plugins: [preact({ devToolsEnabled: false })],
});
