/** Notes in Markdown, as Obsidian keeps it: a file an article, or one file for all. */
import type { Note } from '@/lib/core/note.ts';
import type { SavedArticle } from '@/lib/core/saved-article.ts';
import { dayOf } from './cite-day.ts';
import type { ExportItem, Writer } from './export-item.ts';
import { createFileNames } from './markdown-name.ts';
import { noteInMarkdown } from './markdown-note.ts';
import { linkTo, plainLine, tagName, yamlList, yamlText } from './markdown-text.ts';

export type MarkdownFile = { readonly name: string; readonly text: string };

/** The notes of one article that follow each other; the bin stays here. */
type Group = { readonly article: SavedArticle | null; readonly notes: readonly [Note, ...Note[]] };

/**
 * A file for each article, with front matter. The notes of an article must follow each other, as the library gives them;
 * one that comes again gets a second file. No more than one article's notes are in memory.
 */
export async function* notesToMarkdownFiles(items: AsyncIterable<ExportItem>): AsyncIterable<MarkdownFile> {
  const nameOf = createFileNames();
  for await (const group of byArticle(items)) {
    const parts = [frontMatter(group), `# ${plainLine(titleOf(group))}\n\n`, ...group.notes.map(noteInMarkdown)];
    yield { name: nameOf(titleOf(group)), text: `${parts.join('').trimEnd()}\n` };
  }
}

/** A heading for each article; its notes must follow each other for it to have one only. */
export const notesToMarkdown: Writer = async function* (items) {
  let last: string | null = null;
  for await (const { note, article } of items) {
    if (note.deleted !== null) continue;
    if (note.article !== last) yield articleHeading({ article, notes: [note] });
    last = note.article;
    yield noteInMarkdown(note);
  }
};

async function* byArticle(items: AsyncIterable<ExportItem>): AsyncIterable<Group> {
  let open: { article: SavedArticle | null; notes: [Note, ...Note[]] } | null = null;
  for await (const { note, article } of items) {
    if (note.deleted !== null) continue;
    if (open?.notes[0].article === note.article) open.notes.push(note);
    else {
      if (open !== null) yield open;
      open = { article, notes: [note] };
    }
  }
  if (open !== null) yield open;
}

const titleOf = ({ article, notes }: Group): string => article?.title?.trim() || hostAndPath(notes[0].url);

const hostAndPath = (url: string): string => url.replace(/^\w+:\/\//, '').replace(/[?#].*$/s, '');

/** All in double quotes: a title may be any text, and Obsidian still knows a date by its look. */
function frontMatter({ article, notes }: Group): string {
  const evidence = notes.flatMap((note) => note.evidence ?? []);
  const lines = [
    textLine('title', article?.title),
    textLine('url', notes[0].url),
    textLine('canonical', article?.url),
    textLine('author', article?.byline),
    textLine('site', article?.outlet),
    textLine('published', article?.published),
    textLine('updated', article?.updated),
    textLine('language', article?.language),
    textLine('first-read', article && dayOf(article.firstRead)),
    textLine('read', article && dayOf(article.lastRead)),
    listLine(
      'tags',
      notes.flatMap(({ tags }) => tags.flatMap((tag) => tagName(tag) ?? [])),
    ),
    textLine('text-hash', article?.text ?? notes[0].text),
    listLine('packs', [...(article?.packs ?? []), ...evidence.map(({ pack }) => pack)]),
    listLine(
      'questions',
      evidence.map(({ question }) => question),
    ),
    listLine(
      'claims',
      evidence.flatMap(({ claim }) => claim ?? []),
    ),
  ];
  return `---\n${lines.join('')}---\n\n`;
}

const textLine = (name: string, value: string | null | undefined): string =>
  value === null || value === undefined ? '' : `${name}: ${yamlText(value)}\n`;

const listLine = (name: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `${name}: ${yamlList([...new Set(values)])}\n`;

function articleHeading(group: Group): string {
  const { article, notes } = group;
  const url = article?.url ?? notes[0].url;
  const title = plainLine(titleOf(group));
  const facts = [
    article?.byline,
    article?.outlet,
    article?.published && `published ${article.published}`,
    article && `read ${dayOf(article.lastRead) ?? ''}`,
  ].flatMap((fact) => (fact ? plainLine(fact) : []));
  return `# ${linkTo(title, url) ?? title}\n\n${facts.length === 0 ? '' : `${facts.join(' · ')}\n\n`}`;
}
