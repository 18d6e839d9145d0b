/** Paints the reader's own notes as CSS highlights. public/marks.css has their looks: thick for a note, dashed for a flag. */
import { COLOURS, type Colour } from '@/lib/core/note.ts';
import type { Tone } from './tones.ts';

export const NOTE_LOOKS = ['note', 'flag'] as const;
export type NoteLook = (typeof NOTE_LOOKS)[number];

export type NoteStroke = {
  readonly ranges: readonly Range[];
  readonly look: NoteLook;
  readonly colour: Colour;
  readonly tone: Tone;
};

export type NotePainter = {
  /** Replaces all notes that were painted. */
  readonly paint: (strokes: readonly NoteStroke[]) => void;
  /** Sets off the one that the reader was brought to; none when empty. */
  readonly point: (ranges: readonly Range[]) => void;
};

/** On what ground: the darker tones are for light ones. */
const GROUNDS = { light: 'light', deep: 'light', dark: 'dark', pale: 'dark' } as const satisfies Record<Tone, string>;
type Ground = (typeof GROUNDS)[Tone];

const POINTED = 'parallax-pointed';
export const noteHighlightName = (look: NoteLook, colour: Colour, ground: Ground): string =>
  `parallax-${look}-${colour}-${ground}`;
const NAMES = NOTE_LOOKS.flatMap((look) =>
  COLOURS.flatMap((colour) => (['light', 'dark'] as const).map((ground) => noteHighlightName(look, colour, ground))),
);

/** Clears what an earlier run left. Ends with `signal`. */
export function createNotePainter(view: Window & typeof globalThis, signal: AbortSignal): NotePainter {
  const set = (name: string, ranges: readonly Range[]) =>
    ranges.length === 0
      ? view.CSS.highlights.delete(name)
      : view.CSS.highlights.set(name, new view.Highlight(...ranges));
  const clear = () => [...NAMES, POINTED].forEach((name) => view.CSS.highlights.delete(name));
  clear();
  signal.addEventListener('abort', clear, { once: true });
  return {
    paint(strokes) {
      const byName = Map.groupBy(strokes, ({ look, colour, tone }) => noteHighlightName(look, colour, GROUNDS[tone]));
      for (const name of NAMES) set(name, byName.get(name)?.flatMap(({ ranges }) => ranges) ?? []);
    },
    point: (ranges) => void set(POINTED, ranges),
  };
}
