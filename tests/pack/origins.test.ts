import { describe, expect, it } from 'vitest';
import type { Account, Source } from '@/lib/core/pack.ts';
import { countOrigins, indexSources, lineageOf, originOf } from '@/lib/pack/origins.ts';
import { parsePack } from '@/lib/pack/parse-pack.ts';
import { samplePack, withAt } from './sample-pack.ts';

/** The sample's sources, and those that are named in `parents` with what they reprint or derive from. */
function sourcesWith(parents: Readonly<Record<string, object>>): Source[] {
  const sample = samplePack() as { sources: object[] };
  const more = Object.entries(parents).map(([id, parent]) => ({ ...sample.sources[2], id, ...parent }));
  const result = parsePack(withAt(sample, '/sources', [...sample.sources, ...more]));
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return [...result.pack.sources];
}

const SOURCES = indexSources(sourcesWith({ copy: { reprintOf: 'star' }, 'copy-of-copy': { reprintOf: 'copy' } }));
const named = (id: string): Source['id'] => id as Source['id'];
const account = (source: string, viaSource: string | null = null): Account =>
  ({ source, viaSource }) as unknown as Account;

describe('origins', () => {
  it.each([
    ['herald', ['herald']],
    ['star', ['star', 'herald']],
    ['copy-of-copy', ['copy-of-copy', 'copy', 'star', 'herald']],
    ['unknown', []],
  ])('of %s is the end of its lineage', (id, lineage) => {
    expect(lineageOf(named(id), SOURCES).map((source) => source.id)).toEqual(lineage);
  });

  it.each([
    ['its source', account('herald'), 'herald'],
    ['the source that its source retells', account('copy-of-copy'), 'herald'],
    ['what its source has it from', account('star', 'report'), 'report'],
    ['the root of what its source has it from', account('report', 'copy'), 'herald'],
    ['a source that is not in the pack', account('times'), 'times'],
  ])('of an account is %s', (_what, given, origin) => {
    expect(originOf(given, SOURCES)).toBe(origin);
  });

  it('counts a text and its copies once', () => {
    const tellings = [account('herald'), account('star'), account('copy'), account('star', 'report')];
    expect(countOrigins(tellings, SOURCES)).toBe(2);
    expect(countOrigins([], SOURCES)).toBe(0);
  });
});
