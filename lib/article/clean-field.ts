/** What a page says of itself, made presentable; null where it says nothing. */
import { hasWord, isDigit, isLetter } from '@/lib/text/letters.ts';
import { textIn } from './headline.ts';

const LONGEST_TITLE = 400;
const LONGEST_NAME = 200;
/** Between a title and its outlet: “Talks resume | The Island Herald”. */
const PARTED = /\s[|–—\-·•»:]\s(?=[^|–—·•»]*$)/;

/** In the words of the page's own headline where the title only adds to them; without the outlet's name at its end. */
export function cleanTitle(raw: string, outlet: string | null, headline: Element | null): string | null {
  const title = plain(raw, LONGEST_TITLE);
  if (title === '') return null;
  const shown = headline === null ? '' : textIn(headline);
  if (shown !== '' && title.toLowerCase().startsWith(shown.toLowerCase())) return shown;
  const part = PARTED.exec(title);
  if (part === null) return title;
  const [head, tail] = [title.slice(0, part.index), title.slice(part.index + part[0].length)];
  const isOutlet = outlet !== null && sameName(tail, outlet);
  return isOutlet || (/[|»]/.test(part[0]) && head.split(' ').length > 3) ? head.trim() : title;
}

function sameName(one: string, other: string): boolean {
  const [a, b] = [letters(one), letters(other)];
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b));
}

const letters = (name: string): string =>
  Array.from(name.toLowerCase().replace(/^the\s/, ''))
    .filter((char) => isLetter(char) || isDigit(char))
    .join('');

const BY = /^(?:written\s+)?(?:by|von|par|por|di|door|av|от|автор|texte?|story by|reported by):?\s+/i;
const NOBODY = /^(?:admin|administrator|editor|staff|unknown|anonymous|null|undefined|none|n\/a|@\w+)$/i;
/** A date or an update, which some pages write behind the name. */
const STAMP =
  /\s*(?:[|•·,–—-]\s*)?(?:(?:last\s+)?updated|published|posted)?:?\s*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}).*$/i;

export function cleanByline(raw: string): string | null {
  const names = plain(raw, LONGEST_NAME)
    .replace(BY, '')
    .replace(STAMP, '')
    .replace(/[\s,;|•·:]+$/, '');
  const isName =
    Array.from(names).filter(isLetter).length > 1 && !/^https?:|\/\/|@\w+\.\w/.test(names) && !NOBODY.test(names);
  return isName ? names : null;
}

export function cleanOutlet(raw: string): string | null {
  const name = plain(raw, LONGEST_NAME).replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
  return hasWord(name) && !name.startsWith('@') ? name : null;
}

/** As the page writes it, but for `en_GB`; null unless it is a BCP 47 tag. */
export function languageTag(raw: string): string | null {
  const tag = raw.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) ? tag : null;
}

function plain(raw: string, longest: number): string {
  const text = decodeEntities(raw.slice(0, longest * 4)).replace(/<[^>]*>/g, ' ');
  return text.replace(/\s+/g, ' ').trim().slice(0, longest);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** Pages escape twice what they put into attributes and scripts. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
    },
  );
}
