import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * Extension pages may run only their own files. The reader's own server, which nobody knows beforehand, is reached by the
 * background and the options page alone; the other pages reach no host, by a policy of their own.
 */
const EXTENSION_PAGES = [
  "default-src 'none'",
  // WebAssembly, for the sentence model: its code is made by lib/model, its weights are the extension's own file.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https: http:",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  hooks: {
    // WXT names the button after the popup's title.
    'build:manifestGenerated': (_wxt, manifest) => {
      Object.assign(manifest, { action: { ...(manifest.action as object), default_title: '__MSG_actionTitle__' } });
    },
  },
  vite: () => ({ plugins: [preact({ devToolsEnabled: false })], build: { target: 'es2022' } }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Parallax',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'scripting',
      'storage',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    content_security_policy: { extension_pages: EXTENSION_PAGES },
    // The note editor stands in a frame on the page, where the page cannot hear the keys.
    web_accessible_resources: [
      {
        resources: ['note.html'],
        matches: ['http://*/*', 'https://*/*'],
        ...(browser !== 'firefox' && { use_dynamic_url: true }),
      },
    ],
    commands: {
      'next-mark': { suggested_key: { default: 'Alt+J' }, description: '__MSG_commandNextMark__' },
      note: { suggested_key: { default: 'Alt+N' }, description: '__MSG_commandNote__' },
      'previous-mark': { suggested_key: { default: 'Alt+K' }, description: '__MSG_commandPreviousMark__' },
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+P' } } }
        : { 'open-panel': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandOpenPanel__' } }),
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'parallax@parallax.example',
              strict_min_version: '140.0',
              // Where the reader sets up sync: articles and notes, sealed, to storage of their own.
              data_collection_permissions: { required: ['none'], optional: ['websiteContent', 'browsingActivity'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
