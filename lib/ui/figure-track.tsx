/** The drawing of one figure on a scale: a point, a range as a bar, a part of a whole, an open arrow for “at least”. */
import type { AxisScale } from '@/lib/card/axis-scale.ts';
import { highest, lowest, type Figure, type Qualifier } from '@/lib/core/figures.ts';
import { shortNumber } from './figure-words.ts';

const MIDDLE = 10;
const ARROW = {
  'at least': 'M8 0h14m-4-4 4 4-4 4',
  'more than': 'M8 0h14m-4-4 4 4-4 4',
  'at most': 'M-8 0h-14m4-4-4 4 4 4',
  'less than': 'M-8 0h-14m4-4-4 4 4 4',
  almost: 'M-8 0h-14m4-4-4 4 4 4',
  about: null,
  estimated: null,
} as const satisfies Record<Qualifier, string | null>;

const percent = (share: number): string => `${share * 100}%`;

type FigureTrackProps = {
  readonly figure: Figure;
  readonly scale: AxisScale;
  /** It is the page's own figure. */
  readonly ringed: boolean;
};

export function FigureTrack({ figure, scale, ringed }: FigureTrackProps) {
  const [low, high] = [scale.at(lowest(figure)), scale.at(highest(figure))];
  const arrow = figure.qualifier === null ? null : ARROW[figure.qualifier];
  return (
    <svg class="track" width="100%" height={MIDDLE * 2} aria-hidden="true" focusable="false">
      <line class="ground" x1="0%" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {figure.outOf !== null && <Bar className="whole" from={scale.at(0)} to={scale.at(figure.outOf)} />}
      {figure.outOf !== null && <Bar className="part" from={scale.at(0)} to={high} />}
      {figure.outOf === null && low !== high && <Bar className="range" from={low} to={high} />}
      {figure.outOf === null && low === high && (
        <Point at={high} hollow={figure.qualifier === 'about' || figure.qualifier === 'estimated'} />
      )}
      {ringed && <circle class="ring" cx={percent(high)} cy={MIDDLE} r={8.5} />}
      {arrow !== null && (
        <svg x={percent(high)} y={MIDDLE} overflow="visible">
          <path class="arrow" d={arrow} />
        </svg>
      )}
    </svg>
  );
}

function Point({ at, hollow }: { readonly at: number; readonly hollow: boolean }) {
  return <circle class={hollow ? 'point hollow' : 'point'} cx={percent(at)} cy={MIDDLE} r={4.5} />;
}

function Bar({ className, from, to }: { readonly className: string; readonly from: number; readonly to: number }) {
  return <rect class={className} x={percent(from)} width={percent(to - from)} y={MIDDLE - 5} height={10} rx={2} />;
}

export function FigureTicks({ scale }: { readonly scale: AxisScale }) {
  const anchor = (at: number) => (at < 0.05 ? 'start' : at > 0.95 ? 'end' : 'middle');
  return (
    <svg class="ticks" width="100%" height="22" aria-hidden="true" focusable="false">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={percent(scale.at(tick))} x2={percent(scale.at(tick))} y1="0" y2="5" />
          <text x={percent(scale.at(tick))} y="18" text-anchor={anchor(scale.at(tick))}>
            {shortNumber(tick)}
          </text>
        </g>
      ))}
    </svg>
  );
}
