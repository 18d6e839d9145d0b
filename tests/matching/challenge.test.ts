/** Holds the figures of docs/relations.md: how many of the made-up pairs of each kind are related rightly. */
import { describe, expect, it } from 'vitest';
import { KINDS, isRight, readDenials, readFresh, shareRight, tryChallenge } from './challenge/read-challenge.ts';
import type { Kind, Tried } from './challenge/read-challenge.ts';

const LEAST_RIGHT: Readonly<Record<Kind, number>> = {
  figures: 0.97,
  negation: 0.97,
  actor: 0.97,
  direction: 0.9,
  time: 0.9,
  attribution: 0.9,
  modality: 0.9,
  paraphrase: 0.97,
};
const LEAST_PAIRS = 80;
const LEAST_PRECISE = 0.9;
const LEAST_FRESH = 0.97;

const tried = tryChallenge();
const of = (kind: Kind): Tried[] => tried.filter((one) => one.kind === kind);
const told = ({ claim, right, found, sentence }: Tried): string =>
  `${claim}: ${found} for ${right.join('/')} | ${sentence}`;

const flips = (pairs: readonly Tried[]): string[] =>
  pairs.filter(({ found, right }) => found === 'same' && !right.includes('same')).map(told);

/** How many of the denials that are named are so. */
function precisionOfDenials(pairs: readonly Tried[], name: string): number {
  const named = pairs.filter(({ found }) => found === 'denies');
  const right = named.filter(isRight);
  console.log(`denies, ${name}: ${named.length} named, ${right.length} of them rightly`);
  return right.length / named.length;
}

describe('the challenge', () => {
  it('is large, and no sentence stands in it twice for one claim', () => {
    expect(tried.length).toBeGreaterThanOrEqual(700);
    expect(new Set(tried.map(({ claim, sentence }) => `${claim} ${sentence}`)).size).toBe(tried.length);
  });

  it.each(KINDS)('%s', (kind) => {
    const pairs = of(kind);
    const [heldOut, tuned] = [pairs.filter((one) => one.heldOut), pairs.filter((one) => !one.heldOut)];
    console.log(
      `${kind}: ${pairs.length} pairs, right ${shareRight(pairs).toFixed(3)} ` +
        `(tuned on ${shareRight(tuned).toFixed(3)}, held out ${shareRight(heldOut).toFixed(3)})`,
    );
    for (const one of pairs) if (!isRight(one)) console.log(`  ${one.heldOut ? 'held out ' : ''}${told(one)}`);
    expect(pairs.length).toBeGreaterThanOrEqual(LEAST_PAIRS);
    expect(shareRight(pairs)).toBeGreaterThanOrEqual(LEAST_RIGHT[kind]);
  });

  it('shows nothing that is turned round as “says the same”', () => {
    expect(flips(tried)).toEqual([]);
  });

  it('names denials with precision', () => {
    expect(precisionOfDenials(tried, 'challenge')).toBeGreaterThanOrEqual(LEAST_PRECISE);
  });
});

describe('the fresh pairs', () => {
  const fresh = tryChallenge(readFresh());

  it('are not of the challenge', () => {
    const known = new Set(tried.map(({ sentence }) => sentence));
    expect(fresh.length).toBeGreaterThanOrEqual(130);
    expect(fresh.filter(({ sentence }) => known.has(sentence)).map(told)).toEqual([]);
  });

  it('are related rightly', () => {
    for (const kind of KINDS) {
      const pairs = fresh.filter((one) => one.kind === kind);
      console.log(`fresh ${kind}: ${pairs.length} pairs, right ${shareRight(pairs).toFixed(3)}`);
    }
    expect(shareRight(fresh)).toBeGreaterThanOrEqual(LEAST_FRESH);
    expect(flips(fresh)).toEqual([]);
    expect(precisionOfDenials(fresh, 'fresh')).toBeGreaterThanOrEqual(LEAST_PRECISE);
  });
});

describe('a “no” near the words of a claim', () => {
  const pairs = readDenials();
  const denials = pairs.filter(({ right }) => right.includes('denies'));
  const near = tryChallenge(pairs, 0.85);

  it('denies it only where it holds for what the claim says, whatever a model finds', () => {
    expect(pairs.length - denials.length).toBeGreaterThanOrEqual(40);
    const wrong = [...near, ...tryChallenge(pairs)].filter((one) => one.found === 'denies' && !isRight(one));
    expect(wrong.map(told)).toEqual([]);
  });

  it('is seen where it does', () => {
    const seen = near.filter((one) => one.right.includes('denies') && isRight(one));
    console.log(`denials with a model: ${denials.length}, ${seen.length} of them named`);
    for (const one of near) if (one.right.includes('denies') && !isRight(one)) console.log(`  ${told(one)}`);
    expect(seen.length / denials.length).toBeGreaterThanOrEqual(0.9);
  });
});
