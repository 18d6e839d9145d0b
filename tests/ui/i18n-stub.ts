/** Import this first in a test of the interface: its texts then come from the English messages. */
import { readFileSync } from 'node:fs';
import { createI18n, installI18n, type Messages } from './fake-i18n.ts';

export const ENGLISH_FILE = 'public/_locales/en/messages.json';

export const ENGLISH = JSON.parse(readFileSync(ENGLISH_FILE, 'utf8')) as Messages;

installI18n(createI18n(ENGLISH));
