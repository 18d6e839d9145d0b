/**
 * Mark colours. A page may be light, dark or anything between, so a mark takes, for the ground it stands on, the
 * first of these tones with enough contrast; public/marks.css paints each. Blues of the Okabe–Ito family, which
 * colour-blind readers tell from text; never red or green.
 */
export type Rgb = readonly [red: number, green: number, blue: number];

export const TONES = [
  { name: 'light', color: [10, 95, 168] },
  { name: 'dark', color: [125, 183, 238] },
  { name: 'deep', color: [3, 32, 66] },
  { name: 'pale', color: [219, 236, 252] },
] as const satisfies readonly { readonly name: string; readonly color: Rgb }[];
export type Tone = (typeof TONES)[number]['name'];

/** WCAG 2.2, 1.4.11: for graphics that carry meaning. */
export const LEAST_CONTRAST = 3;

/** As for text: what a thin line needs to be seen at a glance. */
const GOOD_CONTRAST = 4.5;

/** The first tone that stands out well from `ground`, else the one that stands out most. */
export function toneOn(ground: Rgb): Tone {
  const good = TONES.find(({ color }) => contrast(color, ground) >= GOOD_CONTRAST);
  const best = () => TONES.reduce((a, b) => (contrast(b.color, ground) > contrast(a.color, ground) ? b : a));
  return (good ?? best()).name;
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
