/** The tone for what is painted on a range, looked up once for each element that holds one. */
import { groundOf } from '@/lib/marks/ground.ts';
import { toneOn, type Tone } from '@/lib/marks/tones.ts';

export type Tones = {
  readonly of: (ranges: readonly Range[]) => Tone;
  /** The page's colours have changed. */
  readonly forget: () => void;
};

export function createTones(): Tones {
  let tones = new WeakMap<Element, Tone>();
  return {
    of(ranges) {
      const element = ranges[0]?.startContainer.parentElement;
      if (element === null || element === undefined) return 'light';
      const known = tones.get(element) ?? toneOn(groundOf(element));
      tones.set(element, known);
      return known;
    },
    forget() {
      tones = new WeakMap();
    },
  };
}
