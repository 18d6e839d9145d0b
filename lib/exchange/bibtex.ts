/** BibTeX for biblatex: `@online`, UTF-8 as it stands. */
import { citedIn, type Citations } from './cite-collect.ts';
import type { CitedName } from './cite-names.ts';
import type { Citation } from './citation.ts';
import type { Writer } from './export-item.ts';

export const notesToBibtex: Writer = (items) => citationsToBibtex(citedIn(items));

export async function* citationsToBibtex(citations: Citations): AsyncIterable<string> {
  for await (const citation of citations) yield bibtexEntry(citation);
}

function bibtexEntry({ key, title, authors, outlet, url, published, accessed }: Citation): string {
  const fields = [
    field('author', authors.map(bibtexName).join(' and ')),
    field('title', escaped(title ?? '')),
    field('organization', escaped(outlet ?? '')),
    field('date', published ?? ''),
    field('url', verbatim(url ?? '')),
    field('urldate', accessed ?? ''),
  ].filter((each) => each !== '');
  return `@online{${key},\n${fields.join('')}}\n\n`;
}

const field = (name: string, value: string): string => (value === '' ? '' : `  ${name} = {${value}},\n`);

/** Doubly braced, an organisation is no surname, and the “and” in its name parts nothing. */
function bibtexName(name: CitedName): string {
  if (name.kind === 'literal') return `{${escaped(name.name)}}`;
  const parts = [name.family, ...(name.suffix === null ? [] : [name.suffix]), name.given];
  return parts.map((part) => escaped(part).replace(/\band\b/gi, '{$&}')).join(', ');
}

const COMMAND: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // A brace must have its match even where it is escaped, so these go by name.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

const escaped = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\{}^~$&#%_]/g, (char) => COMMAND[char] ?? `\\${char}`);

/** An address is taken as it stands, but braces and backslashes would still count. */
const verbatim = (url: string): string => url.replace(/[\s\p{Cc}{}\\]/gu, (char) => encodeURIComponent(char));
