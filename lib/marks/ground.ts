/** The colour that a piece of text stands on, as far as CSS tells. */
import { contrast, type Rgb } from './tones.ts';

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [18, 18, 18];

/** Reads computed style only. Where a picture or a gradient lies beneath, judges by the colour of the text. */
export function groundOf(element: Element): Rgb {
  const view = element.ownerDocument.defaultView;
  if (view === null) return WHITE;
  const layers: Rgba[] = [];
  for (let at: Element | null = element; at !== null; at = parentAcrossShadow(at)) {
    const style = view.getComputedStyle(at);
    if (style.backgroundImage !== 'none' && style.backgroundImage !== '')
      return oppositeOf(view.getComputedStyle(element).color);
    const color = parseColor(style.backgroundColor);
    if (color === null || color[3] === 0) continue;
    layers.push(color);
    if (color[3] === 1) return flatten(layers, WHITE);
  }
  return flatten(layers, canvas(view.getComputedStyle(element.ownerDocument.documentElement)));
}

type Rgba = readonly [...Rgb, alpha: number];

/** `rgb(…)` or `rgba(…)`, as computed style gives sRGB colours; null for other colour spaces. */
export function parseColor(css: string): Rgba | null {
  const found = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:[,/\s]+([\d.]+)(%?))?\s*\)$/.exec(css);
  if (found === null) return null;
  const [, red = '0', green = '0', blue = '0', alpha = '1', percent = ''] = found;
  return [Number(red), Number(green), Number(blue), Number(alpha) / (percent === '%' ? 100 : 1)];
}

function flatten(layers: readonly Rgba[], bottom: Rgb): Rgb {
  return layers.reduceRight<Rgb>(
    (below, [red, green, blue, alpha]) => [
      mix(red, below[0], alpha),
      mix(green, below[1], alpha),
      mix(blue, below[2], alpha),
    ],
    bottom,
  );
}

const mix = (over: number, under: number, alpha: number): number => over * alpha + under * (1 - alpha);

function oppositeOf(textColor: string): Rgb {
  const color = parseColor(textColor);
  if (color === null) return WHITE;
  const rgb: Rgb = [color[0], color[1], color[2]];
  return contrast(rgb, WHITE) >= contrast(rgb, BLACK) ? WHITE : BLACK;
}

/** What the browser paints beneath a page without a background of its own: dark only where the page opts in. */
function canvas(root: CSSStyleDeclaration): Rgb {
  const dark = root.colorScheme.includes('dark') && (!root.colorScheme.includes('light') || prefersDark());
  return dark ? BLACK : WHITE;
}

const prefersDark = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;

function parentAcrossShadow(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}
