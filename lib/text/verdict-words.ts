/**
 * Words that judge. None may stand in Parallax's own voice: not in its interface (any locale), not in a pack's claims,
 * questions, roles and notes. A speaker's own quoted words are theirs. Marks of a reported judgement (“calls it a
 * fabrication”) are the editor's to attribute; the list holds only words by which the teller takes a side.
 */
export const VERDICT_WORDS = [
  'admit',
  'admits',
  'admitted',
  'admitting',
  'alt-news',
  'baseless',
  'bogus',
  'bunk',
  'conspiracist',
  'conspiracy theorist',
  'conspiracy theory',
  'debunk',
  'debunked',
  'debunking',
  'debunks',
  'discredited',
  'disinformation',
  'disproved',
  'disproves',
  'dubious',
  'fact-checked',
  'fake',
  'false',
  'falsehood',
  'falsely',
  'half-true',
  'hoax',
  'incorrect',
  'infamous',
  'legacy media',
  'liar',
  'lied',
  'mainstream',
  'misinformation',
  'misleading',
  'mostly true',
  'myth',
  'notorious',
  'pants on fire',
  'propaganda',
  'propagandist',
  'refute',
  'refuted',
  'refutes',
  'rightly',
  'so-called',
  'unfounded',
  'untrue',
  'wrongly',
] as const;

const PATTERN = new RegExp(`(?<![\\p{L}-])(?:${VERDICT_WORDS.join('|')})(?![\\p{L}-])`, 'iu');

/** The first verdict word in `text`, or null. English; a locale adds its own list beside its messages. */
export function verdictIn(text: string): string | null {
  return PATTERN.exec(text)?.[0].toLowerCase() ?? null;
}
