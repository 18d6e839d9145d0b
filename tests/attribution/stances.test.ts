import { describe, expect, it } from 'vitest';
import { lastOf } from './an-article.ts';

describe('the stance', () => {
  it.each([
    ['asserts', 'Porter said that the bridge was safe.'],
    ['asserts', 'Porter accused the county of lying.'],
    ['asserts', 'The county said it had no reason to doubt her.'],
    ['asserts', 'The bridge was shut in May.'],
    ['reports', 'Reuters reported that the bridge was shut.'],
    ['reports', 'The bridge was shut, the Lindmouth Echo wrote.'],
    ['reports', 'The Kremlin cited an expert on bridges.'],
    ['reports', 'The bridge was reportedly shut.'],
    ['reports', 'The bridge, it is said, was shut.'],
    ['denies', 'Porter denied that she knew.'],
    ['denies', 'Porter has rejected the accusation.'],
    ['denies', 'The county dismissed the report as a rumour.'],
    ['denies', 'Officials refuted the claim.'],
    ['denies', 'Porter ruled out that it would fall.'],
    ['denies', 'Porter called it “pure invention”.'],
    ['denies', 'The county said the reports were completely false.'],
    ['denies', 'The claim was denied by the county.'],
    ['doubts', 'Porter doubted the story.'],
    ['doubts', 'Investigators questioned whether the log was kept.'],
    ['doubts', 'Observers were sceptical of both sides.'],
    ['doubts', 'The county expressed doubt about the figures.'],
    ['doubts', 'The coast guard said it could not confirm either version.'],
    ['doubts', 'Officials have not confirmed the report.'],
    ['doubts', 'Reporters said there was no sign of an attack.'],
    ['doubts', 'The agency said it had seen no evidence of that.'],
  ])('%s: %s', (stance, text) => {
    expect(lastOf(text).stance).toBe(stance);
  });
  it.each([
    ['The paper argued that the bridge was safe.', 'asserts'],
    ['The paper said that the bridge was safe.', 'reports'],
  ])('a medium takes up what it argues: %s', (text, stance) => {
    expect(lastOf(text.replace('The paper', 'The New York Times')).stance).toBe(stance);
  });
});
