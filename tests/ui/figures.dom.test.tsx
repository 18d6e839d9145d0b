import './i18n-stub.ts';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Mark } from '@/lib/core/marks.ts';
import { Card } from '@/lib/ui/card.tsx';
import { cardFor, libraryCard, madeMark } from './sample-props.ts';

afterEach(cleanup);

const draw = (mark: Mark) => render(<Card card={cardFor(mark)} mark={mark} space="tight" />);

describe('figures', () => {
  it('stand as text, smallest first, dates apart', () => {
    const { container } = render(<Card card={libraryCard('q-dockers')} mark={null} space="tight" />);
    const rows = [...container.querySelectorAll('.figure-date')].map((date) =>
      [...date.querySelectorAll('p')].map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([
      ['By February 20, 2021', 'about 4,000 people Jonas Reed, in Harbour Ledger'],
      [
        'By March 1, 2021',
        'at least 1,351 people the harbour board, in The Ellery Courier and Harbour Ledger',
        '7,000–9,000 people Jonas Reed, in Harbour Ledger',
      ],
      ['10 percent A tenth of the crews had gone back.'],
    ]);
  });

  it('are drawn on one scale: point, range, open arrow; and nothing where there is nothing to compare', () => {
    const { container } = render(<Card card={libraryCard('q-dockers')} mark={null} space="tight" />);
    const tracks = [...container.querySelectorAll('.track')];
    expect(tracks).toHaveLength(3);
    expect(tracks.map((track) => track.getAttribute('aria-hidden'))).toEqual(['true', 'true', 'true']);
    expect(tracks[0]?.querySelector('.hollow')?.getAttribute('cx')).toBe('40%');
    expect(tracks[1]?.querySelector('.point')?.getAttribute('cx')).toBe('13.51%');
    expect(tracks[1]?.querySelector('.arrow')).not.toBeNull();
    expect(tracks[2]?.querySelector('.range')?.getAttribute('x')).toBe('70%');
  });

  it('show a part within its whole', () => {
    const { container } = render(<Card card={libraryCard('q-cranes')} mark={null} space="tight" />);
    expect(screen.getByText('123 of 152 cranes')).toBeTruthy();
    expect(container.querySelector('.track .whole')?.getAttribute('width')).toBe('76%');
    expect(container.querySelector('.track .part')?.getAttribute('width')).toBe('61.5%');
  });

  it('ring the page’s own, in words too', () => {
    const { container } = draw(madeMark({ question: 'q-cranes', claim: 0 }));
    expect(container.querySelectorAll('.track .ring')).toHaveLength(1);
    expect(screen.getByText('This page')).toBeTruthy();
  });

  it('ring none where the page gives another, and say which', () => {
    const { container } = draw(
      madeMark({
        question: 'q-dockers',
        claim: 0,
        relation: 'other-figure',
        reasons: [{ kind: 'other-figure', here: '1,500', there: '1,351' }],
      }),
    );
    expect(container.querySelector('.ring')).toBeNull();
    expect(screen.getByText('This page gives another figure: 1,500')).toBeTruthy();
  });
});
