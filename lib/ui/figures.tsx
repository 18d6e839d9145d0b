/** Figures side by side on one axis. Every row is text first; the drawing beside it repeats what the words say. */
import { axisScale, type AxisScale } from '@/lib/card/axis-scale.ts';
import type { FigureAxis, FigurePoint } from '@/lib/card/card.ts';
import { highest, lowest } from '@/lib/core/figures.ts';
import { FigureTicks, FigureTrack } from './figure-track.tsx';
import { amountInWords } from './figure-words.ts';
import { PackWords } from './pack-words.tsx';
import { sourceName } from './source-words.ts';
import { dateInFull, listed, t } from './text.ts';

type FiguresProps = {
  readonly axes: readonly FigureAxis[];
  /** Whether the page's sentence gives the figures that are marked as its own; it may be on the question without one. */
  readonly ringed: boolean;
};

export function Figures({ axes, ringed }: FiguresProps) {
  const subjects = Map.groupBy(axes, ({ name, unit, of }) => JSON.stringify([name, unit, of]));
  return (
    <div class="figures">
      {[...subjects].map(([key, ofSubject]) => (
        <FiguresAxis key={key} axes={ofSubject} ringed={ringed} />
      ))}
    </div>
  );
}

/** Figures of one thing in one unit. Each date has rows of its own; all share the scale. */
export function FiguresAxis({ axes, ringed }: FiguresProps) {
  const [first] = axes;
  if (first === undefined) return null;
  const scale = scaleOf(axes.flatMap(({ points }) => points));
  return (
    <figure>
      <figcaption>
        <PackWords>
          <b>{first.name}</b> {first.of}
        </PackWords>
      </figcaption>
      {axes.map(({ asOf, points }) => (
        <div class="figure-date" key={asOf ?? ''}>
          {asOf !== null && <p class="meta">{t('figuresBy', dateInFull(asOf))}</p>}
          {asOf === null && axes.length > 1 && <p class="meta">{t('figuresUndated')}</p>}
          <ul>
            {points.map((point) => (
              <FigureRow
                key={`${point.claim} ${amountInWords(point.figure)}`}
                point={point}
                scale={scale}
                here={ringed && point.here}
              />
            ))}
          </ul>
        </div>
      ))}
      {scale !== null && <FigureTicks scale={scale} />}
    </figure>
  );
}

/** Null where there is nothing to compare: one figure alone, that is no part of a whole. */
function scaleOf(points: readonly FigurePoint[]): AxisScale | null {
  const figures = points.map(({ figure }) => figure);
  if (figures.length < 2 && figures.every(({ outOf }) => outOf === null)) return null;
  return axisScale(figures.flatMap((figure) => [lowest(figure), highest(figure), figure.outOf ?? 0]));
}

type FigureRowProps = { readonly point: FigurePoint; readonly scale: AxisScale | null; readonly here: boolean };

function FigureRow({ point, scale, here }: FigureRowProps) {
  const { figure } = point;
  return (
    <li class={here ? 'here' : undefined}>
      <p>
        <b class="amount">{t('amountWithUnit', amountInWords(figure), figure.unit)}</b>{' '}
        <span dir="auto">{tellersOf(point)}</span>
        {here && <span class="here-tag">{t('figureHere')}</span>}
      </p>
      {scale !== null && <FigureTrack figure={figure} scale={scale} ringed={here} />}
    </li>
  );
}

/** “the Pentagon (World Socialist)”; the claim itself, where only that carries the figure. */
function tellersOf({ tellers, says }: FigurePoint): string {
  if (tellers.length === 0) return says;
  const bySpeaker = Map.groupBy(tellers, ({ speaker }) => speaker);
  const named = [...bySpeaker].map(([speaker, own]) => {
    const outlets = own.map(sourceName);
    return t('speakerIn', speaker, listed([...new Set(outlets)]));
  });
  return listed(named);
}
