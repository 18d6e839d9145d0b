/** Markdown as plain words, where there is no room for more than that. Small: it is part of what every read page loads. */

/** Of what may be very long. */
const MOST = 5_000;

/**
 * Headings, strong and emphasised words, code and links without their signs. Those of quotes, lists and struck words stay:
 * without them the words would say something else. Looks no further than 300 characters for the end of anything.
 */
export function withoutSigns(markdown: string): string {
  const words = markdown
    .slice(0, MOST)
    .replace(/^#{1,6} +/gm, '')
    .replace(/!?\[([^[\]\n]{1,300})\]\(https?:\/\/[^\s()]{1,300}\)/g, '$1')
    .replace(
      /(?<![\p{L}\p{N}\\*_`])(\*{1,3}|_{1,3}|`)(?=[^\s*_`])([^*_`\n]{1,300})(?<!\s)\1(?![\p{L}\p{N}*_`])/gu,
      '$2',
    );
  return markdown.length > MOST ? `${words}…` : words;
}
