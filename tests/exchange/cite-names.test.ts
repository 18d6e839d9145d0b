import { describe, expect, it } from 'vitest';
import { namesIn, sortName, type CitedName } from '@/lib/exchange/cite-names.ts';

/** Persons as `given|family` with `|suffix`, all else in square brackets. */
const shown = (name: CitedName): string =>
  name.kind === 'literal'
    ? `[${name.name}]`
    : [name.given, name.family, ...(name.suffix === null ? [] : [name.suffix])].join('|');

describe('authors out of a byline', () => {
  it.each<[string | null, string[]]>([
    [null, []],
    ['', []],
    ['Jane Doe', ['Jane|Doe']],
    ['By Jane Doe and John Roe', ['Jane|Doe', 'John|Roe']],
    ['by: Jane Doe', ['Jane|Doe']],
    ['Reporting by Jane Doe; by John Roe', ['Jane|Doe', 'John|Roe']],
    ['Jane Doe, John Roe and Ann Poe', ['Jane|Doe', 'John|Roe', 'Ann|Poe']],
    ['Jane Doe, John Roe, and Ann Poe', ['Jane|Doe', 'John|Roe', 'Ann|Poe']],
    ['Jane Doe & John Roe', ['Jane|Doe', 'John|Roe']],
    ['Jane Doe | John Roe · Ann Poe', ['Jane|Doe', 'John|Roe', 'Ann|Poe']],
    ['Jane Doe, Jane Doe', ['Jane|Doe']],
    ['Doe, Jane', ['Jane|Doe']],
    ['Jane Doe, Jr.', ['Jane|Doe|Jr.']],
    ['Jane Doe, Jr., and John Roe', ['Jane|Doe|Jr.', 'John|Roe']],
    ['Jane Doe III', ['Jane|Doe|III']],
    ['Dr. Jane Doe', ['Jane|Doe']],
    ['Jane M. Doe-Roe', ['Jane M.|Doe-Roe']],
    ['Ursula von der Leyen', ['Ursula|von der Leyen']],
    ['Vincent van Gogh', ['Vincent|van Gogh']],
    ['Von Jane Doe und John Roe', ['Jane|Doe', 'John|Roe']],
    ['Par Jane Doe', ['Jane|Doe']],
    ['Jane Doe, Political Editor', ['Jane|Doe']],
    ['Jane Doe in Kyiv and John Roe in Moscow', ['Jane|Doe', 'John|Roe']],
    ['Jane Doe, in Kyiv', ['Jane|Doe']],
    ['Jane Doe jane@paper.example @janedoe', ['Jane|Doe']],
    ['Мария Иванова', ['Мария|Иванова']],
    ['أحمد علي', ['أحمد|علي']],
    ['Reuters', ['[Reuters]']],
    ['By Reuters and Jane Doe', ['[Reuters]', 'Jane|Doe']],
    ['AFP, Geneva', ['[AFP]', '[Geneva]']],
    ['BBC News', ['[BBC News]']],
    ['The Editorial Board', ['[The Editorial Board]']],
    ['Staff Writer', ['[Staff Writer]']],
    ['Ministry of Foreign Affairs', ['[Ministry of Foreign Affairs]']],
    ['Simon & Schuster', ['[Simon & Schuster]']],
    ['新华社', ['[新华社]']],
    ['our own correspondent', ['[our own correspondent]']],
    ['jane doe', ['[jane doe]']],
    ['Agent 47', ['[Agent 47]']],
  ])('%s', (byline, names) => expect(namesIn(byline, null).map(shown)).toEqual(names));

  it('a byline that repeats the outlet names no person', () => {
    expect(namesIn('Harbour Ledger', null).map(shown)).toEqual(['Harbour|Ledger']);
    expect(namesIn('Harbour Ledger', 'Harbour ledger').map(shown)).toEqual(['[Harbour Ledger]']);
  });
  it('sorts by family, then given name, then suffix', () => {
    const names = namesIn('Jane van Doe, Jr. and John Roe; Reuters', null);
    expect(names.map(sortName)).toEqual(['van Doe, Jane, Jr.', 'Roe, John', 'Reuters']);
  });
});
