import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proposeAccounts } from '@/lib/attribution/propose-accounts.ts';
import { ARTICLES, readInvented, readLabels } from '../../scripts/eval/attribution-labels.ts';
import { isSameName, scoreArticle, sharesOf } from '../../scripts/eval/attribution-score.ts';

describe('invented articles', () => {
  const invented = readInvented();
  it('are enough to mean something', () => {
    expect(invented.flatMap(({ labels }) => labels).length).toBeGreaterThanOrEqual(60);
  });
  it.each(invented.flatMap((article) => scoreArticle(article).map((one) => [one.text, one] as const)))(
    '%s',
    (_, one) => {
      const [reading] = one.label.readings;
      const found = `${one.proposal?.speaker?.name ?? '—'} ${one.proposal?.stance ?? '—'}`;
      expect(one.speaker && one.stance, `${found}, not ${JSON.stringify(reading)}`).toBe(true);
    },
  );
  it.each(
    invented.flatMap(({ article, labels, expected }) => {
      const proposals = proposeAccounts(article);
      return expected.map(
        (parts, at) =>
          [
            article.sentences[labels[at]?.sentence ?? 0]?.text ?? '',
            parts,
            proposals[labels[at]?.sentence ?? 0],
          ] as const,
      );
    }),
  )('the parts of: %s', (_, { role, via, cue, quote, said, figures }, proposal) => {
    if (role !== null) expect(proposal?.role?.text).toBe(role);
    if (via !== null) expect(proposal?.via?.text).toBe(via);
    if (cue !== null && proposal?.speaker?.by !== 'continued')
      expect(proposal?.cue?.text ?? '').toContain(cue.split(' ')[0]);
    if (quote !== null) expect(proposal?.quotes.map(({ text }) => text)).toEqual([quote]);
    if (said !== null) expect(proposal?.said?.date).toBe(said);
    for (const value of figures) expect(proposal?.figures.map(({ low }) => low)).toContain(value);
  });
});

describe.skipIf(!existsSync(ARTICLES))('real news prose (skipped without ../shared)', () => {
  const scored = readLabels().flatMap(scoreArticle);
  it.each([
    ['dev', 272, 0.98],
    ['test', 136, 0.97],
    ['later', 144, 0.94],
  ] as const)('%s: speaker and stance', (split, count, floor) => {
    const shares = sharesOf(scored.filter(({ label }) => label.split === split));
    expect(shares.count).toBe(count);
    expect(shares.speaker).toBeGreaterThanOrEqual(floor);
    expect(shares.stance).toBeGreaterThanOrEqual(0.97);
  });
});

describe('whether two names are one', () => {
  it.each([
    ['Joe Biden', 'Biden'],
    ['Joe Biden', 'US President Joe Biden'],
    ['Sergei Lavrov', 'Sergey Lavrov'],
    ['Institute for the Study of War', 'ISW'],
    ['the Kremlin', 'The Kremlin'],
    ['US officials', 'officials'],
  ])('%s, %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
  });
  it.each([
    ['Russia', 'Russia’s Foreign Ministry'],
    ['Ukrainian Foreign Ministry', 'the ministry'],
    ['Ann Porter', 'Tom Porter'],
    ['Joe Biden', 'Donald Trump'],
  ])('not %s, %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });
});
