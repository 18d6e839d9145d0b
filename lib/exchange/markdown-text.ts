/** Words of pages and readers put into Markdown and YAML, so that they stay words. */

/** What Markdown, Obsidian or HTML may take for more than itself. */
const SIGNS = /[\\`*_{}[\]()<>#+!|~$=^%&:@"'-]/g;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
const CONTROLS = /[^\P{Cc}\t\n\r]+/gu;

export const linesOf = (text: string): string[] => text.replace(CONTROLS, '\uFFFD').split(LINE_BREAK);

/** One line of plain words: every sign of Markdown escaped, white space single. */
export const plainLine = (text: string): string => escapedLine(linesOf(text).join(' ').replace(/\s+/g, ' ').trim());

/** As `plainLine`, its line breaks kept. */
export const plainLines = (text: string): string[] => linesOf(text).map((line) => escapedLine(line.trim()));

/** A number with a dot or bracket at the head of a line begin a list. */
const escapedLine = (line: string): string => line.replace(SIGNS, isMeant).replace(/^(\d+)([.)])/, '$1\\$2');

/** These read worse escaped, and say something only at the head of a line or in pairs. */
function isMeant(sign: string, at: number, line: string): string {
  const isQuiet = /[()"':=+!@-]/.test(sign) && at > 0 && line[at - 1] !== sign && line[at + 1] !== sign;
  return isQuiet && !(sign === '(' && line[at - 1] === ']') ? sign : `\\${sign}`;
}

/**
 * The reader's own Markdown stays Markdown, but must not reach beyond its note: `%%` would hide all that follows, and a
 * `^name` at the end of a line would take the place of the note's own.
 */
export const ownMarkdown = (body: string): string[] =>
  linesOf(body).map((line) => line.replaceAll('%%', '%\\%').replace(/(^|\s)\^(?=[A-Za-z\d-]+\s*$)/, '$1\\^'));

/** Every line of a quote stands behind its sign, so nothing in it can end it. */
export const quoted = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '>' : `> ${line}`));

/** Null for what is no web address: a link must not run a script. */
export function linkTo(words: string, address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const safe = new URL(address).href.replace(/[\\<>\s]|%(?![\dA-Fa-f]{2})/g, encodeURIComponent);
  return `[${words}](<${safe}>)`;
}

/** `#climate-change`: Obsidian takes letters, digits, `_`, `-` and `/`, and something besides digits. Null where nothing is left. */
export function tagName(tag: string): string | null {
  const name = tag.replace(/[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}_/-]+/gu, '-').replace(/^[-/]+|[-/]+$/g, '');
  if (name === '') return null;
  return /^\d+$/.test(name) ? `${name}_` : name;
}

/** A YAML string in double quotes, on one line whatever it holds. JSON's is one, but for signs that YAML does not print. */
export const yamlText = (text: string): string =>
  JSON.stringify(text).replace(
    /[\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

export const yamlList = (texts: readonly string[]): string => `[${texts.map(yamlText).join(', ')}]`;
