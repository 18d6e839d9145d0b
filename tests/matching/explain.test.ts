import { describe, expect, it } from 'vitest';
import { sharedReasons } from '@/lib/matching/explain.ts';
import type { ReadSentence } from '@/lib/matching/read-article.ts';
import { createStory } from '@/lib/matching/story.ts';
import { damArticle, damPack } from './dam-story.ts';

const story = createStory(damPack());
function readSentence(text: string): ReadSentence {
  const sentence = story.read(damArticle([text]))?.sentences[0];
  if (sentence === undefined) throw new Error('The article around the sentence does not tell the story');
  return sentence;
}

describe('sharedReasons', () => {
  const text = 'Rain and mud, Velden told Marisk, jammed gates, turbines, sirens, cranes and spillway doors.';
  const rank = 'rain mud jam gate turbin siren crane spillwai door =velden =marisk'.split(' ');

  it('gives the words that tell most, as written and in the order of the sentence', () => {
    const weight = (term: string): number => rank.indexOf(term);
    expect(sharedReasons(readSentence(text), { words: new Set(rank), weight })).toEqual([
      { kind: 'shared-words', words: ['gates', 'turbines', 'sirens', 'cranes', 'spillway', 'doors'] },
      { kind: 'shared-names', names: ['Velden', 'Marisk'] },
    ]);
  });

  it('gives nothing where nothing is shared, and a repeated word once', () => {
    expect(sharedReasons(readSentence(text), { words: new Set(), weight: () => 1 })).toEqual([]);
    expect(sharedReasons(readSentence('Gates, gates, gates.'), { words: new Set(rank), weight: () => 1 })).toEqual([
      { kind: 'shared-words', words: ['Gates'] },
    ]);
  });
});
