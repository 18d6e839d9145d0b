/** What has changed in a passage since it was noted, word by word, with what changes its meaning called out. */
import type { Span } from '@/lib/core/article.ts';
import { commonWords } from './common-words.ts';
import { foldPiece } from './fold.ts';
import { tellingWordsIn, type TellingKind, type TellingWord } from './telling-words.ts';

/** `kept` as it reads now. Kept and added together are what stands there now, kept and removed what was noted. */
export type DiffRun = { readonly kind: 'kept' | 'removed' | 'added'; readonly text: string };
/** A number, date, name or negation that is another now; null where there was none, or is none any more. */
export type TellingChange = { readonly kind: TellingKind; readonly noted: string | null; readonly now: string | null };
export type WordDiff = { readonly runs: readonly DiffRun[]; readonly changes: readonly TellingChange[] };

export function wordDiff(noted: string, now: string): WordDiff {
  const hunks = hunksOf(piecesOf(noted), piecesOf(now));
  const [before, after] = [tellingWordsIn(noted), tellingWordsIn(now)];
  const changes = hunks.flatMap((hunk) =>
    hunk.kept ? [] : changesIn(wordsIn(before, hunk.noted), wordsIn(after, hunk.now)),
  );
  return { runs: hunks.flatMap(runsOf), changes: changes.filter((change, n) => !isSaid(changes.slice(0, n), change)) };
}

/** A date of which the day and the year have changed is one change. */
const isSaid = (said: readonly TellingChange[], { kind, noted, now }: TellingChange): boolean =>
  said.some((other) => other.kind === kind && other.noted === noted && other.now === now);

/** A word or a mark, with the white space behind it. */
type Piece = Span & { readonly text: string; readonly key: string };
type Hunk = { readonly kept: boolean; readonly noted: readonly Piece[]; readonly now: readonly Piece[] };

const PIECE = /(?:\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|[^\s\p{L}\p{M}\p{N}])\s*/gu;

function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(PIECE), ({ index, 0: piece }) => {
    const word = piece.trimEnd();
    return { start: index, end: index + word.length, text: piece, key: foldPiece(word) || word };
  });
}

function hunksOf(noted: readonly Piece[], now: readonly Piece[]): Hunk[] {
  const pairs = commonWords(
    noted.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  const hunks: Hunk[] = [];
  let [one, other] = [0, 0];
  for (const [nextOne, nextOther] of [...pairs, [noted.length, now.length] as const]) {
    if (nextOne > one || nextOther > other)
      hunks.push({ kept: false, noted: noted.slice(one, nextOne), now: now.slice(other, nextOther) });
    const last = hunks.at(-1);
    const [was, is] = [noted.slice(nextOne, nextOne + 1), now.slice(nextOther, nextOther + 1)];
    if (last?.kept === true)
      hunks[hunks.length - 1] = { kept: true, noted: last.noted.concat(was), now: last.now.concat(is) };
    else if (is.length > 0) hunks.push({ kept: true, noted: was, now: is });
    [one, other] = [nextOne + 1, nextOther + 1];
  }
  return hunks;
}

function runsOf({ kept, noted, now }: Hunk): DiffRun[] {
  const [removed, added] = [textOf(noted), textOf(now)];
  if (kept) return [{ kind: 'kept', text: added }];
  return [
    ...(removed === '' ? [] : [{ kind: 'removed', text: removed } as const]),
    ...(added === '' ? [] : [{ kind: 'added', text: added } as const]),
  ];
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

const wordsIn = (words: readonly TellingWord[], pieces: readonly Piece[]): TellingWord[] => {
  const [start, end] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0];
  return words.filter((word) => word.start < end && start < word.end);
};

const KINDS: readonly TellingKind[] = ['number', 'date', 'name', 'negation'];

/** The first of a kind against the first, the second against the second; what means the same is no change. */
function changesIn(noted: readonly TellingWord[], now: readonly TellingWord[]): TellingChange[] {
  return KINDS.flatMap((kind) => {
    const was = without(noted, now, kind);
    const is = without(now, noted, kind);
    return Array.from({ length: Math.max(was.length, is.length) }, (_, n) => ({
      kind,
      noted: was[n]?.text ?? null,
      now: is[n]?.text ?? null,
    }));
  });
}

const without = (words: readonly TellingWord[], others: readonly TellingWord[], kind: TellingKind): TellingWord[] =>
  words.filter(
    (word) => word.kind === kind && !others.some((other) => other.kind === kind && other.means === word.means),
  );
