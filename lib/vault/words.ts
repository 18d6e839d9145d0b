export const PASSPHRASE_WORDS: readonly string[] = ['amber', 'basket', 'candle', 'dollar'];
