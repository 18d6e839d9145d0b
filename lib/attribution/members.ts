/** The people and bodies of an article, found by any of their names, by an abbreviation or by an office. */
import type { Place } from './cast.ts';
import { isOne } from './lexicon.ts';
import type { Mention, Sort } from './mentions.ts';
import type { Part } from './proposal.ts';
import type { Phrase } from './words.ts';

type Named = { readonly part: Part; readonly keys: readonly string[]; readonly sentence: number };
type Office = { readonly part: Part; readonly keys: readonly string[] };
export type Member = {
  readonly sort: Sort;
  readonly female: boolean | null;
  readonly names: readonly Named[];
  readonly roles: readonly Office[];
};
type Kept = { sort: Sort; female: boolean | null; readonly names: Named[]; readonly roles: Office[] };

/** Of names that end alike, of names and of offices of one. */
const MOST_ALIKE = 16;

export class Members {
  private readonly byKey = new Map<string, Kept[]>();
  private readonly byOffice = new Map<string, Kept[]>();

  /** The member that a name belongs to, newly made where it is the first of its kind. */
  introduce({ kind, sort, female, phrase, keys, role }: Mention, place: Place): Member {
    const member: Kept = this.find(keys, kind) ?? { sort, female: null, names: [], roles: [] };
    if (member.sort === 'unknown') member.sort = sort;
    member.female ??= female;
    const isNew = member.names.every((name) => name.keys.join(' ') !== keys.join(' '));
    if (isNew && member.names.length < MOST_ALIKE)
      member.names.push({ part: place.part(phrase), keys, sentence: place.sentence });
    if (role !== null) this.addOffice(member, role, place);
    remember(this.byKey, keys.join(' '), member);
    if (kind === 'name') remember(this.byKey, keys.at(-1) ?? '', member);
    return member;
  }

  private addOffice(member: Kept, role: Phrase, place: Place): void {
    const keys = place.words.slice(role.from, role.to + 1).map(({ word }) => word);
    if (member.roles.length < MOST_ALIKE) member.roles.push({ part: place.part(role), keys });
    for (const key of keys) if (isOne(key, 'personNoun')) remember(this.byOffice, key, member);
  }

  private find(keys: readonly string[], kind: Mention['kind']): Kept | undefined {
    const [same] = this.byKey.get(keys.join(' ')) ?? [];
    if (same !== undefined || keys.length === 1 || kind !== 'name') return same;
    return this.byKey.get(keys.at(-1) ?? '')?.find((member) => isShortened(member, keys));
  }

  /** Of a name that the article introduces somewhere; null for any other. */
  known({ keys }: Mention): Member | null {
    return this.find(keys, 'name') ?? null;
  }

  calledBy(word: string): Member | undefined {
    return this.byKey.get(word)?.[0];
  }

  inOffice(office: string): readonly Member[] {
    return this.byOffice.get(office) ?? [];
  }

  /** “ISW” for the institute. */
  abbreviate(letters: string, mention: Mention, place: Place): void {
    this.introduce(mention, place);
    const member = this.find(mention.keys, 'name');
    if (member !== undefined) remember(this.byKey, letters, member);
  }

  /** Whoever is once called “she” is so again. */
  learn(member: Member, { female }: Mention): void {
    const kept = this.byKey.get(member.names[0]?.keys.join(' ') ?? '')?.find((one) => one === member);
    if (kept !== undefined) kept.female ??= female;
  }

  /** The longest that was introduced before; a surname alone only where there is no more. */
  nameOf({ names }: Member, sentence: number): Part {
    const before = names.filter((name) => name.sentence <= sentence && name.keys.length > 1);
    const [longest] = (before.length > 0 ? before : names).toSorted(
      (a, b) => b.keys.length - a.keys.length || a.sentence - b.sentence,
    );
    return longest?.part ?? { start: 0, end: 0, text: '' };
  }
}

function remember(index: Map<string, Kept[]>, key: string, member: Kept): void {
  const known = index.get(key) ?? [];
  if (!known.includes(member) && known.length < MOST_ALIKE) index.set(key, [...known, member]);
}

/** “Joe Biden” and “Joseph R. Biden” end alike and begin alike, or one is the end of the other. */
function isShortened(member: Member, keys: readonly string[]): boolean {
  return member.names.some((name) => {
    const [short, long] = name.keys.length < keys.length ? [name.keys, keys] : [keys, name.keys];
    const isEnd = short.every((key, at) => key === long[long.length - short.length + at]);
    return isEnd || (short.length > 1 && short[0] === long[0]);
  });
}
