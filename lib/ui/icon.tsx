/** Line icons, drawn in the colour of the text beside them. They say nothing of their own: the text does. */
const PATHS = {
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  down: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8m0-8-8 8',
  out: 'M6 4h6v6M12 4 4 12',
} as const;

export type IconName = keyof typeof PATHS;

/** “Previous”, “next” and “out” point along the reading direction; the style sheet turns them with it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" />
    </svg>
  );
}
