import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUALIFIERS } from '@/lib/core/figures.ts';
import { GENRES, STANCES } from '@/lib/core/pack.ts';
import { parsePackText } from '@/lib/pack/parse-pack.ts';
import { PACK_SCHEMA } from '@/lib/pack/schema.ts';
import { sentenceKey } from '@/lib/text/sentence-hash.ts';

const DOC = readFileSync('docs/pack-format.md', 'utf8');
const EXAMPLE = /```json\n([\s\S]*?)```/.exec(DOC)?.[1] ?? '';

describe('docs/pack-format.md', () => {
  it('shows a valid pack', () => {
    const result = parsePackText(EXAMPLE);
    expect(result.kind === 'invalid' ? result.problems : []).toEqual([]);
  });

  it('shows every field but reprintOf, which excludes derivesFrom', () => {
    const missing = fieldsOf(PACK_SCHEMA).filter((field) => !EXAMPLE.includes(`"${field}":`));
    expect(missing).toEqual(['reprintOf']);
  });

  it('explains every field and every word that a field may be', () => {
    const words = [
      ...fieldsOf(PACK_SCHEMA),
      ...GENRES,
      ...STANCES,
      ...QUALIFIERS,
      'contested',
      'reported',
      'article',
      'cited',
    ];
    const prose = DOC.replaceAll(/```[\s\S]*?```/g, '');
    expect(words.filter((word) => !prose.includes(`\`${word}\``))).toEqual([]);
  });

  it('shows the key of a sentence as it is computed', () => {
    expect(DOC).toContain(`(“It’s 1,351.” → \`${sentenceKey('It’s 1,351.')}\`)`);
  });

  it('links to files that exist', () => {
    const links = Array.from(DOC.matchAll(/\]\((\.\.[^)]+)\)/g), ([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !existsSync(join('docs', link)))).toEqual([]);
  });
});

/** Names of the fields of every object in the schema, once each. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties: unknown = Reflect.get(schema, 'properties');
  const own = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(fieldsOf)])];
}
