/** A note as a callout of Obsidian, which every other reader of Markdown shows as a quotation. */
import { passageLink } from '@/lib/card/text-fragment.ts';
import type { Evidence, EvidenceAccount, FlagKind, Note, Passage } from '@/lib/core/note.ts';
import { dayOf } from './cite-day.ts';
import { linkTo, ownMarkdown, plainLine, plainLines, quoted, tagName } from './markdown-text.ts';

/** Callouts of names that Obsidian does not know look like notes, and a reader's style may tell them apart. */
const TITLE = {
  question: 'Flag: question',
  figure: 'Flag: figure',
  source: 'Flag: source',
  quote: 'Flag: quote',
  context: 'Flag: missing context',
} as const satisfies Record<FlagKind, string>;

/** A longer passage is found by its first words. */
const LONGEST_FRAGMENT = 120;
const FIRST_WORDS = 8;

/** `^note-…`, by which other notes of the vault link to this one. */
export const blockId = (id: Note['id']): string => `note-${id.replace(/[^A-Za-z\d]+/g, '-')}`;

/**
 * Ends with a blank line. The body comes last: whatever it opens and leaves open, a fence or a comment, ends where the
 * callout does.
 */
export function noteInMarkdown(note: Note): string {
  const kind = note.flag ?? (note.passage === null ? 'note' : 'quote');
  const title = [
    note.flag === null ? (note.passage === null ? 'Note' : 'Highlight') : TITLE[note.flag],
    dayOf(note.created),
  ];
  const blocks = [
    note.passage === null ? [] : plainLines(note.passage.exact),
    [aboutNote(note)],
    note.evidence === null ? [] : quoted(evidenceLines(note.evidence)),
    note.body === '' ? [] : ownMarkdown(note.body),
  ].filter((lines) => lines.some((line) => line !== ''));
  const lines = [
    `[!${kind}|${note.colour}] ${title.filter((part) => part !== null).join(' · ')}`,
    ...blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block])),
  ];
  return `${quoted(lines).join('\n')}\n\n^${blockId(note.id)}\n\n`;
}

/** Where it stands, what it answers, whose it is, its tags. */
function aboutNote({ passage, url, replyTo, imported, tags }: Note): string {
  const parts = [
    passage === null ? null : linkTo('Open at the passage', passageLink(url, [fragmentOf(passage)]) ?? url),
    passage?.heading ? `under “${plainLine(passage.heading)}”` : null,
    replyTo === null ? null : `in reply to [[#^${blockId(replyTo)}]]`,
    imported?.author ? `by ${plainLine(imported.author)}` : null,
    ...tags.map((tag) => tagName(tag)).map((name) => (name === null ? null : `#${name}`)),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function fragmentOf({ exact }: Passage): string {
  return exact.length <= LONGEST_FRAGMENT ? exact : exact.trim().split(/\s+/, FIRST_WORDS).join(' ').slice(0, 300);
}

/** Folded: the reader's own words come first. */
function evidenceLines({ asks, says, sentence, packTitle, packVersion, accounts }: Evidence): string[] {
  return [
    `[!abstract]- Who says what: ${plainLine(asks)}`,
    `The sentence: “${plainLine(sentence)}”`,
    ...(says === null ? [] : ['', `The claim: ${plainLine(says)}`]),
    '',
    ...accounts.map(accountLine),
    '',
    `From ${plainLine(packTitle)}, version ${plainLine(packVersion)}`,
  ];
}

function accountLine({ claim, speaker, role, stance, said, quote, source }: EvidenceAccount): string {
  const who = `**${plainLine(speaker)}**${role === null ? '' : ` (${plainLine(role)})`}`;
  const what = `${plainLine(stance)}: ${plainLine(claim)}`;
  const words = quote === null ? '' : ` “${plainLine(quote)}”`;
  const when = said === null ? '' : ` Said ${said}.`;
  return `- ${who} ${what}${words}${when} ${sourceLine(source)}`.trimEnd();
}

function sourceLine({ title, author, outlet, url, published }: EvidenceAccount['source']): string {
  const named = [outlet, author, title === null ? null : `“${title}”`, published];
  const words = named.flatMap((part) => (part === null ? [] : plainLine(part))).join(', ');
  return (url === null ? null : linkTo(words || 'Source', url)) ?? words;
}
