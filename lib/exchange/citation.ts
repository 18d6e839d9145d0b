/** What is cited, whatever the format: the articles noted, and the sources that evidence and packs draw on. */
import { articleKeyOf } from '@/lib/core/article-key.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { EvidenceAccount } from '@/lib/core/note.ts';
import type { Genre, Source } from '@/lib/core/pack.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { digestOf } from '@/lib/text/digest.ts';
import { namesIn, sortName, type CitedName } from './cite-names.ts';
import { dayOf } from './cite-day.ts';

/** `news` stands in an outlet, whatever its tone; `webpage` is all that is known of it. */
export type CitationKind = 'news' | 'webpage' | 'interview' | 'speech' | 'report' | 'document';

export type Citation = {
  /** Letters, digits and `-`. The same whenever and beside whatever it is written out. */
  readonly key: string;
  /** Two citations of one identity are of one text. */
  readonly identity: string;
  readonly kind: CitationKind;
  readonly title: string | null;
  readonly authors: readonly CitedName[];
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: PartialDate | null;
  /** The day in UTC on which the reader last read it; null where they did not. */
  readonly accessed: PartialDate | null;
  /** BCP 47. */
  readonly language: string | null;
};

const KIND_OF_GENRE = {
  news: 'news',
  analysis: 'news',
  opinion: 'news',
  interview: 'interview',
  speech: 'speech',
  report: 'report',
  document: 'document',
  unknown: null,
} as const satisfies Record<Genre, CitationKind | null>;

type Known = Pick<Citation, 'title' | 'outlet' | 'url' | 'published' | 'accessed' | 'language'> & {
  readonly byline: string | null;
  /** Null where nobody says: then an outlet makes it news. */
  readonly kind: CitationKind | null;
};

const UNREAD = { accessed: null, language: null, kind: null } as const;

export function citationOf({ byline, lastRead, ...article }: SavedArticle): Citation {
  return cite({ ...article, byline, accessed: dayOf(lastRead), kind: null });
}

export function citationOfSource({ author, genre, ...source }: Source): Citation {
  return cite({ ...source, byline: author, accessed: null, kind: KIND_OF_GENRE[genre] });
}

export function citationOfEvidence({ author, ...source }: EvidenceAccount['source']): Citation {
  return cite({ ...UNREAD, ...source, byline: author });
}

/** Of a page of which no more is known. */
export function citationOfAddress(url: string): Citation {
  return cite({ ...UNREAD, url, title: null, byline: null, outlet: null, published: null });
}

function cite({ title, byline, outlet, url, published, accessed, language, kind }: Known): Citation {
  const authors = namesIn(byline, outlet);
  const identity = url === null ? JSON.stringify([title, byline, outlet, published]).toLowerCase() : articleKeyOf(url);
  const name = authors[0] === undefined ? (outlet ?? '') : sortName(authors[0]);
  return {
    key: citeKey(name, published, title, identity),
    identity,
    kind: kind ?? (outlet === null ? 'webpage' : 'news'),
    title,
    authors,
    outlet,
    url,
    published,
    accessed,
    language,
  };
}

/** `quill2021harbour-3fa9c1d2`: the readable part may be empty, the digest tells any two apart. */
function citeKey(name: string, published: PartialDate | null, title: string | null, identity: string): string {
  const word = (title ?? '').split(/\P{L}+/u).find((each) => each.length > 3) ?? '';
  const readable = `${plainWord(name)}${published?.slice(0, 4) ?? ''}${plainWord(word)}`;
  return `${/^[a-z]/.test(readable) ? '' : 'src'}${readable}-${digestOf([identity]).slice(0, 10)}`;
}

/** The first word in ASCII letters: styles and shells stumble over all else. */
function plainWord(text: string): string {
  const [first = ''] = text.trim().split(/[\s,]+/u);
  return first
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 20);
}
