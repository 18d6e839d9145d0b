/** A QR code as shapes of the page's own. Dark on light whatever the theme: few scanners read it the other way round. */
import { encode } from 'uqr';

type QrCodeProps = { readonly text: string; readonly label: string };

const MARGIN = 4;

export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'L', border: MARGIN });
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="white" />
      <path d={pathOf(data)} fill="black" />
    </svg>
  );
}

/** Dark modules of a row that touch are one stroke. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .map((row, y) =>
      Array.from(
        row
          .map((dark) => (dark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
        ({ index, 0: { length } }) => {
          return `M${index} ${y}h${length}v1h-${length}z`;
        },
      ).join(''),
    )
    .join('');
}
