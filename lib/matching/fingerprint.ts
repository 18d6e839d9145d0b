/** What a pack's story is told by: the names and words that recur in its questions and claims. Derived, never written by hand. */
import type { PackSummary } from '@/lib/core/marks.ts';
import type { Pack } from '@/lib/core/pack.ts';
import { compileNames, termsOf } from '@/lib/text/names.ts';
import type { Names } from '@/lib/text/names.ts';
import { STOP_WORDS } from '@/lib/text/stopwords.ts';
import type { Fingerprint } from './gate.ts';

/** Share of the fingerprint's weight an article must hold; measured in docs/matching.md. */
const THRESHOLD = 0.3;
const LONGEST = 48;
/** A name says more of a story than a word that recurs in it. */
const WORD_WEIGHT = 0.25;
/** Months and weekdays are written like names and tell no story. */
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|\w{2,6}day)$/;

type Recurring = { texts: number; name: boolean; readonly spellings: Set<string> };

export function fingerprintOf(pack: Pack): Fingerprint {
  const names = compileNames(pack.names);
  const found = recurring(textsOf(pack), names);
  addSpellings(found, pack.names, names);
  const terms = Array.from(found.values(), ({ texts, name, spellings }) => ({
    spellings: [...spellings].sort(),
    weight: texts * (name ? 1 : WORD_WEIGHT),
    texts,
  }));
  const atLeast = Math.min(2, Math.max(0, ...terms.map(({ texts }) => texts)));
  const heaviest = terms.filter(({ texts }) => texts >= atLeast).sort(byWeight);
  return {
    pack: summaryOf(pack),
    terms: heaviest.slice(0, LONGEST).map(({ spellings, weight }) => ({ spellings, weight })),
    threshold: THRESHOLD,
  };
}

export const summaryOf = ({ id, title, version, date }: Pack): PackSummary => ({ id, title, version, date });

/** The order of the pack's questions must not show in the result: equal weights go by the alphabet. */
function byWeight(a: { weight: number; spellings: string[] }, b: { weight: number; spellings: string[] }): number {
  return b.weight - a.weight || ((a.spellings[0] ?? '') < (b.spellings[0] ?? '') ? -1 : 1);
}

/** `namesOnly`: a text of which only the names count. */
type TextOfPack = { readonly text: string; readonly namesOnly: boolean };

/** A speaker counts once for each source, not for each claim: else a prolific author would look like the story. */
function textsOf({ questions }: Pack): TextOfPack[] {
  const claims = questions.flatMap((question) => question.claims);
  const speakers = new Set(claims.flatMap(({ accounts }) => accounts.map((by) => `${by.source} ${by.speaker}`)));
  return [
    ...questions.map(({ asks }) => ({ text: asks, namesOnly: false })),
    ...claims.map(({ says }) => ({ text: says, namesOnly: false })),
    // The word before keeps a speaker's first word from counting as the first of a sentence.
    ...Array.from(speakers, (speaker) => ({ text: `by ${speaker.slice(speaker.indexOf(' ') + 1)}`, namesOnly: true })),
  ];
}

function recurring(texts: readonly TextOfPack[], names: Names): Map<string, Recurring> {
  const found = new Map<string, Recurring>();
  for (const { text, namesOnly } of texts) {
    const seen = new Set<string>();
    for (const { term, start, end, name } of termsOf(text, names)) {
      const spelling = text
        .slice(start, end)
        .toLowerCase()
        .replace(/['’]s?$/u, '');
      if (/^\p{N}/u.test(term) || CALENDAR.test(spelling) || (namesOnly && !name)) continue;
      const entry = found.get(term) ?? { texts: 0, name: false, spellings: new Set() };
      entry.spellings.add(spelling);
      entry.name ||= name;
      if (!seen.has(term)) entry.texts += 1;
      seen.add(term);
      found.set(term, entry);
    }
  }
  // Running text is searched in lower case, where “US” would be found in every “us”.
  for (const { spellings } of found.values())
    for (const word of spellings) if (STOP_WORDS.has(word)) spellings.delete(word);
  return found;
}

function addSpellings(
  found: ReadonlyMap<string, Recurring>,
  groups: readonly (readonly string[])[],
  names: Names,
): void {
  for (const group of groups) {
    const entry = found.get(termsOf(group[0] ?? '', names)[0]?.term ?? '');
    const spellings = group.map((spelling) => spelling.toLowerCase()).filter((spelling) => !STOP_WORDS.has(spelling));
    for (const spelling of spellings) entry?.spellings.add(spelling);
  }
}
