import { describe, expect, it } from 'vitest';
import { lastOf, proposalsOf } from './an-article.ts';

const speakerOf = (text: string): string | null => lastOf(text).speaker?.name ?? null;

describe('whoever says it', () => {
  it.each([
    ['before the verb', 'Ann Porter said that the bridge was shut.', 'Ann Porter'],
    ['with “has” and an adverb between', 'The council has repeatedly denied that it knew.', 'The council'],
    ['with a day between', 'Norway on Monday said it would pay.', 'Norway'],
    ['going on to say so', 'Ann Porter continues to deny that she knew.', 'Ann Porter'],
    ['behind a comma', 'The bridge will be shut for a month, the council said.', 'the council'],
    ['inverted behind a quotation', '“It will be shut,” said Ann Porter.', 'Ann Porter'],
    ['inverted behind a comma', 'The bridge is to be shut, said Ann Porter.', 'Ann Porter'],
    ['behind an opening', 'In a letter on Monday, Ann Porter wrote that the bridge was shut.', 'Ann Porter'],
    ['before a clause of their own', 'Ann Porter, who had seen it, said it was shut.', 'Ann Porter'],
    ['in a clause of their own', 'It was shut by Ann Porter, who said it was unsafe.', 'Ann Porter'],
    ['of two verbs that share them', 'Ann Porter walked to the bridge and said it was unsafe.', 'Ann Porter'],
    ['beside an abbreviation', 'The Harbour Safety Board (HSB) said it was unsafe.', 'The Harbour Safety Board'],
    ['behind “according to”', 'It was unsafe, according to Ann Porter.', 'Ann Porter'],
    ['ahead of what they say', 'According to the council, it was unsafe.', 'the council'],
    ['of a survey', 'According to a survey conducted by the Lindmouth Institute, few knew.', 'the Lindmouth Institute'],
    ['in their view', 'In the view of Ann Porter, it was unsafe.', 'Ann Porter'],
    ['in a passive', 'It was denied by the engineer that he knew.', 'the engineer'],
    ['in the telling of another', 'The drivers were told by police that it was unsafe.', 'police'],
    ['quoted as saying', 'Ann Porter was quoted by Reuters as saying it was unsafe.', 'Ann Porter'],
    ['by a medium that quotes', 'Reuters quoted a senior engineer as saying it was unsafe.', 'a senior engineer'],
    ['of a claim', 'Ann Porter’s claim that it was unsafe came late.', 'Ann Porter'],
    ['of a statement', 'A statement by the regional governor said it was unsafe.', 'the regional governor'],
    ['of a letter', 'Porter’s angry letter demanded that it be shut.', 'Porter'],
    ['spreading an idea', 'Ann Porter has been spreading the idea that it was unsafe.', 'Ann Porter'],
    ['in a gerund', 'Ann Porter closed the bridge, saying that it was unsafe.', 'Ann Porter'],
    ['behind “with”', 'The bridge was shut, with the council saying it was unsafe.', 'the council'],
    ['several', 'Ann Porter, Tom Birch, and the county have denied it.', 'Ann Porter, Tom Birch, and the county'],
    ['several between commas', 'Norway, Sweden, and Denmark, rejected the report.', 'Norway, Sweden, and Denmark'],
    ['experts, in the plural', 'Bridge engineers say it was unsafe.', 'Bridge engineers'],
    ['officials of a place', '“It was unsafe,” said officials in Lindmouth.', 'officials in Lindmouth'],
    ['before a colon', 'Ann Porter spoke first.\nAnn Porter: “It was unsafe.”', 'Ann Porter'],
  ])('%s', (_, text, name) => {
    expect(speakerOf(text)).toBe(name);
  });

  it.each([
    ['nobody', 'The bridge was opened in 1968.'],
    ['a noun that looks like a verb', 'Claims about the bridge spread, and questions remain.'],
    ['what is only supposed', 'Porter would no doubt claim that it was unsafe.'],
    ['what is not said', 'Ann Porter did not say whether it was unsafe.'],
    ['a plan that is rejected', 'Porter said nothing new.\nThe council rejected the plan last year.'],
    ['a plan that somebody proposed', 'A plan proposed by African leaders lay on the table.'],
    ['a noun that a verb has for object', 'Drills raised Western fears that it could fall.'],
    ['a reader addressed', 'Read more about the bridge here.'],
    ['words in quotation marks for their own sake', 'The “safe” bridge was shut.'],
  ])('the outlet, for %s', (_, text) => {
    expect(speakerOf(text)).toBeNull();
  });

  it('the first of two that speak each in a clause', () => {
    expect(speakerOf('Tom Birch claimed that it fell, which county officials denied.')).toBe('Tom Birch');
  });
});

describe('whoever is meant', () => {
  const FIRST = 'Transport Minister Ann Porter met Norwegian President Olav Berg in Lindmouth.';
  it.each([
    ['by the surname', `${FIRST} Porter said it was unsafe.`, 'Ann Porter'],
    ['by “Mr”', `${FIRST} Mr Berg said it was unsafe.`, 'Olav Berg'],
    ['by a pronoun: the last who spoke', `${FIRST} Porter said so. She added that it was old.`, 'Ann Porter'],
    ['by a pronoun that fits', `${FIRST} Berg said so. Porter denied it. He added that it was old.`, 'Olav Berg'],
    ['by the office', `${FIRST} The minister said it was unsafe.`, 'Ann Porter'],
    ['by an office like it', `${FIRST} The Norwegian leader said it was unsafe.`, 'Olav Berg'],
    ['by the office, before it is told', 'The mayor said it was unsafe. Mayor Tom Birch paused.', 'Tom Birch'],
    ['as a body', 'The Swedish Defence Agency met. The agency said it was unsafe.', 'The Swedish Defence Agency'],
    ['by an abbreviation', 'The Harbour Safety Board (HSB) met. HSB said it was unsafe.', 'The Harbour Safety Board'],
    ['as “it”', 'The Harbour Safety Board met. The board spoke. It said it was unsafe.', 'The Harbour Safety Board'],
    ['as several', 'Foreign observers were sceptical. They said that it was unsafe.', 'Foreign observers'],
  ])('%s', (_, text, name) => {
    const all = proposalsOf(text).map(({ speaker }) => speaker?.name ?? null);
    expect(all).toContain(name);
    if (!text.includes('Mayor')) expect(all.at(-1)).toBe(name);
  });

  it('is nobody else where the description does not fit', () => {
    expect(speakerOf(`${FIRST} The Danish finance ministry said it was unsafe.`)).toBe('The Danish finance ministry');
  });
  it('is no other who holds such an office', () => {
    expect(speakerOf(`${FIRST} The Danish president said it was unsafe.`)).toBe('The Danish president');
  });
  it('has the longest name that stands before', () => {
    const text = 'Ann Porter came. Ann Mary Porter sat. Porter said so. Ann Mary Rose Porter left.';
    expect(proposalsOf(text)[2]?.speaker?.name).toBe('Ann Mary Porter');
  });
  it('stays a pronoun where the article names nobody', () => {
    expect(lastOf('They said it was unsafe.').speaker).toMatchObject({ name: 'They', by: 'referred' });
  });
  it('says whether it was named, referred to, or goes on', () => {
    const by = proposalsOf('“It is old,” said Ann Porter. “It is unsafe.” She said so twice.').map(
      ({ speaker }) => speaker?.by,
    );
    expect(by).toEqual(['named', 'continued', 'referred']);
  });
  it('is introduced where the longest name stands', () => {
    const text = 'Ann Porter came late. Porter said it was unsafe.';
    const { speaker } = lastOf(text);
    expect(speaker).toMatchObject({
      name: 'Ann Porter',
      introduced: { start: 0, end: 10 },
      given: { start: 22, end: 28 },
    });
  });
});

describe('office and medium', () => {
  it.each([
    ['before the name', 'Agriculture Minister Paul Okoro said it rained.', 'Agriculture Minister'],
    ['behind the name', 'Tom Birch, a retired engineer, said it rained.', 'a retired engineer'],
    ['behind a name and an age', '“It rained,” said Iris Vale, 61, a farmer in the valley.', 'a farmer in the valley'],
    ['before a name between commas', 'Its spokeswoman, Lena Hart, said it rained.', 'Its spokeswoman'],
    [
      'in small letters',
      'Ukraine’s deputy defence minister Hanna Maliar said it rained.',
      'Ukraine’s deputy defence minister',
    ],
    ['told earlier', 'Mayor Tom Birch came. Birch said it rained.', 'Mayor'],
  ])('the office %s', (_, text, role) => {
    expect(lastOf(text).role?.text).toBe(role);
  });
  it('an abbreviation is no office', () => {
    expect(lastOf('The Lindmouth People’s Republic (LPR) said it rained.')).toMatchObject({
      speaker: { name: 'Lindmouth People’s Republic' },
      role: null,
    });
  });
  it.each([
    ['told', 'Ann Porter told Reuters that it rained.', 'Reuters'],
    ['in an interview', 'Ann Porter said in an interview with the Daily Mirror that it rained.', 'Daily Mirror'],
    ['citing', 'According to Reuters, citing two officials, it rained.', 'Reuters'],
    ['as a tag', 'The council said it rained, Reuters reports.', 'Reuters'],
    ['quoting', 'Ann Porter was quoted by Interfax as saying it rained.', 'Interfax'],
  ])('the medium, %s', (_, text, via) => {
    expect(lastOf(text).via?.text).toBe(via);
  });
  it('a medium alone is the speaker', () => {
    expect(lastOf('Reuters reported that it rained.')).toMatchObject({ speaker: { name: 'Reuters' }, via: null });
  });
});
