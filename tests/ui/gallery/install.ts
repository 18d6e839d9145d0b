import messages from '@/public/_locales/en/messages.json';
import { createI18n, installI18n } from '../fake-i18n.ts';

const asked = new URLSearchParams(location.search);
const direction = asked.get('dir') === 'rtl' ? 'rtl' : 'ltr';

installI18n(createI18n(messages, asked.get('locale') ?? 'en', direction));
document.documentElement.dir = direction;
const theme = asked.get('theme');
if (theme !== null) document.documentElement.dataset.theme = theme;
