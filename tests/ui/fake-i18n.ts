/** `browser.i18n` as the browsers have it, over a messages.json; stricter, so that a wrong call fails a test. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

export type FakeI18n = {
  readonly getMessage: (name: string, substitutions?: string | readonly string[]) => string;
  readonly getUILanguage: () => string;
};

/** @throws Error when a message gets more or fewer substitutions than it has places for. */
export function createI18n(messages: Messages, locale = 'en', direction: 'ltr' | 'rtl' = 'ltr'): FakeI18n {
  return {
    getUILanguage: () => locale,
    getMessage(name, substitutions = []) {
      if (name === '@@bidi_dir') return direction;
      const message = messages[name]?.message;
      if (message === undefined) return '';
      const given = typeof substitutions === 'string' ? [substitutions] : substitutions;
      const places = new Set(message.match(/\$[1-9]/g) ?? []);
      if (places.size !== given.length) throw new Error(`${name}: ${given.length} given for ${places.size} places`);
      return message.replace(/\$([1-9])/g, (_, place: string) => given[Number(place) - 1] ?? '');
    },
  };
}

/** Makes `browser.i18n` answer from `messages`. Must run before the first import of wxt/browser. */
export function installI18n(i18n: FakeI18n): void {
  Object.assign(globalThis, { browser: { runtime: { id: 'parallax-test' }, i18n } });
}
