/** Everybody whom an article names, with the longest name and the offices it gives them; and whom “he” and “the ministry” mean. */
import { fitsDescription } from './descriptions.ts';
import { isOne } from './lexicon.ts';
import { Members } from './members.ts';
import type { Member } from './members.ts';
import { headOf } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { runEndingAt } from './names.ts';
import type { Part } from './proposal.ts';
import type { Phrase, Word } from './words.ts';

/** Where a mention stands. */
export type Place = {
  readonly words: readonly Word[];
  readonly sentence: number;
  readonly part: (phrase: Phrase) => Part;
};
export type Resolved = {
  readonly member: Member;
  readonly name: Part;
  readonly role: Part | null;
  /** By a pronoun or a description. */
  readonly isReferred: boolean;
};

/** So many are kept in mind; further back nobody is meant by a pronoun. */
const MOST_SPOKE = 24;
const MOST_SEEN = 40;
const MOST_SENTENCES_BACK = 12;
/** A name among the first words is what the sentence is about. */
const OPENING = 5;

export class Cast {
  readonly members = new Members();
  private readonly mentions: { readonly member: Member; readonly sentence: number }[] = [];
  private readonly spoke: { readonly member: Member; readonly sentence: number }[] = [];
  private seen: readonly Member[] = [];
  private passed = 0;

  /** In reading order, before anybody is looked up. */
  note(mention: Mention, place: Place): void {
    this.mentions.push({ member: this.members.introduce(mention, place), sentence: place.sentence });
  }

  /** A name again, by its last word. */
  noteAgain(word: string, sentence: number): void {
    const member = this.members.calledBy(word);
    if (member !== undefined) this.mentions.push({ member, sentence });
  }

  /** Everything before a sentence has been read. */
  readTo(sentence: number): void {
    for (let next = this.mentions[this.passed]; next !== undefined && next.sentence < sentence;) {
      this.see(next.member);
      this.passed += 1;
      next = this.mentions[this.passed];
    }
  }

  private see(member: Member): void {
    this.seen = [member, ...this.seen.filter((one) => one !== member)].slice(0, MOST_SEEN);
  }

  /** Spoke, or acted: a pronoun may mean them. */
  heard(member: Member, sentence: number): void {
    this.spoke.unshift({ member, sentence });
    if (this.spoke.length > MOST_SPOKE) this.spoke.pop();
    this.see(member);
  }

  /** Null for a pronoun that means nobody here. */
  resolve(mention: Mention, place: Place): Resolved | null {
    const meant = this.meant(mention, place);
    if (mention.kind === 'pronoun' && meant === undefined) return null;
    if (meant !== undefined) this.members.learn(meant, mention);
    const member = meant ?? this.members.introduce(mention, place);
    const role = mention.role === null ? (member.roles[0]?.part ?? null) : place.part(mention.role);
    return { member, name: this.members.nameOf(member, place.sentence), role, isReferred: meant !== undefined };
  }

  private meant(mention: Mention, { words, sentence }: Place): Member | undefined {
    if (mention.kind === 'name') return undefined;
    const near = this.spoke.filter((one) => sentence - one.sentence <= MOST_SENTENCES_BACK);
    const lately = near.map(({ member }) => member);
    if (mention.kind === 'pronoun') {
      const fitting = lately.filter((member) => fitsPronoun(member, mention));
      return fitting.find(({ sort }) => sort === mention.sort) ?? fitting[0];
    }
    const named = this.namedAtEnd(mention, words);
    if (named !== undefined) return named;
    if (!isOne(words[mention.phrase.from]?.word, 'definite') && mention.sort !== 'body') return undefined;
    const description = { head: headOf(words, mention.phrase), keys: mention.keys, sort: mention.sort };
    return fitsDescription(description, { lately, seen: this.seen, others: (office) => this.members.inOffice(office) });
  }

  /** “… conflict Kissinger”, where a heading runs into its text. */
  private namedAtEnd({ phrase }: Mention, words: readonly Word[]): Member | undefined {
    const run = runEndingAt(words, phrase);
    if (run === null || run.from < run.to || run.from === phrase.from) return undefined;
    const member = this.members.calledBy(words[run.to]?.word ?? '');
    return member?.sort === 'person' ? member : undefined;
  }

  /** Whom the sentence names before a pronoun; null for no pronoun of a person, or where it names nobody. */
  resolveWithin(mention: Mention, { words, sentence }: Place): Resolved | null {
    if (mention.kind !== 'pronoun' || mention.sort !== 'person') return null;
    const named = words.slice(0, mention.phrase.from).flatMap(({ word, capital, quoted }, at) => {
      const member = capital && !quoted ? this.members.calledBy(word) : undefined;
      return member?.sort === 'person' && fitsPronoun(member, mention) ? [{ member, at }] : [];
    });
    const [first] = named;
    const member = (first !== undefined && first.at < OPENING ? first : named.at(-1))?.member;
    if (member === undefined) return null;
    const role = member.roles[0]?.part ?? null;
    return { member, name: this.members.nameOf(member, sentence), role, isReferred: true };
  }
}

function fitsPronoun({ sort, female, names }: Member, mention: Mention): boolean {
  if (mention.female !== null && female !== null && mention.female !== female) return false;
  if (mention.sort === 'people') return sort !== 'person';
  if (mention.sort === 'body') return sort === 'body' || sort === 'unknown';
  return sort === 'person' || (sort === 'unknown' && names.every(({ part }) => /^[\p{L}’']+$/u.test(part.text)));
}
