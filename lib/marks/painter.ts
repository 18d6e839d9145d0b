/** Paints ranges as CSS highlights: no node is added to, changed or moved in the page. public/marks.css has their looks. */
import { MARK_KINDS, type MarkKind } from '@/lib/core/marks.ts';
import { TONES, type Tone } from './tones.ts';

export type Stroke = { readonly ranges: readonly Range[]; readonly kind: MarkKind; readonly tone: Tone };

export type Painter = {
  /** Replaces all that was painted. */
  readonly paint: (strokes: readonly Stroke[]) => void;
  /** The one mark that the reader has picked; none when empty. */
  readonly pick: (ranges: readonly Range[], tone: Tone) => void;
};

/** A page of the window may be an old one of ours too: what an earlier run left is cleared. Ends with `signal`. */
export function createPainter(view: Window & typeof globalThis, signal: AbortSignal): Painter {
  const clear = (names: readonly string[]) => names.forEach((name) => view.CSS.highlights.delete(name));
  const set = (name: string, ranges: readonly Range[]) =>
    ranges.length === 0
      ? view.CSS.highlights.delete(name)
      : view.CSS.highlights.set(name, new view.Highlight(...ranges));
  clear(ALL_NAMES);
  signal.addEventListener('abort', () => clear(ALL_NAMES), { once: true });

  return {
    paint(strokes) {
      const byName = Map.groupBy(strokes, ({ kind, tone }) => highlightName(kind, tone));
      for (const name of STROKE_NAMES) set(name, byName.get(name)?.flatMap(({ ranges }) => ranges) ?? []);
    },
    pick(ranges, tone) {
      for (const name of PICK_NAMES) set(name, name === highlightName('picked', tone) ? ranges : []);
    },
  };
}

export const highlightName = (kind: MarkKind | 'picked', tone: Tone): string => `parallax-${kind}-${tone}`;

const STROKE_NAMES = MARK_KINDS.flatMap((kind) => TONES.map(({ name }) => highlightName(kind, name)));
const PICK_NAMES = TONES.map(({ name }) => highlightName('picked', name));
const ALL_NAMES = [...STROKE_NAMES, ...PICK_NAMES];
