/** Whom “the minister”, “the Belarusian leader” or “the company” means, among those whom the article has named. */
import type { Member } from './members.ts';
import { isOne } from './lexicon.ts';
import type { ListName } from './lexicon.ts';
import type { Sort } from './mentions.ts';

export type Description = { readonly head: string; readonly keys: readonly string[]; readonly sort: Sort };
export type Known = {
  /** Who spoke, the last first. */
  readonly lately: readonly Member[];
  /** Whoever was named, the last first. */
  readonly seen: readonly Member[];
  /** Named anywhere in the article, with that word in the office. */
  readonly others: (office: string) => readonly Member[];
};

/** “The diplomat” is said of an ambassador: by the words of a description, the list of offices that they are said of. */
const SAID_OF: readonly (readonly [ListName, ReadonlySet<string>])[] = [
  ['superior', new Set('leader head ruler dictator strongman statesman'.split(' '))],
  ['statesman', new Set('politician lawmaker official parliamentarian'.split(' '))],
  ['diplomat', new Set('diplomat official'.split(' '))],
  ['soldier', new Set('officer soldier fighter'.split(' '))],
  ['scholar', new Set('expert analyst scholar scientist academic researcher'.split(' '))],
  ['press', new Set('journalist reporter'.split(' '))],
];
/** They may be said of any body, or of any medium, in place of its name. */
const ANY_BODY = new Set(
  'company firm group organisation organization institute department office body agency'.split(' '),
);
const ANY_MEDIUM = new Set('newspaper paper publication outlet portal broadcaster magazine agency'.split(' '));
/** They tell nobody from another. */
const IDLE = new Set(
  'former late ex same own of and for the a an his her its their new old senior top state country nation'.split(' '),
);
/** So many letters make two words one: “Belarusian” and “Belarus”, “defence” and “defense”. */
const STEM = 5;

const alike = (one: string, other: string): boolean =>
  one === other || (one.length >= STEM && other.length >= STEM && one.slice(0, STEM) === other.slice(0, STEM));

export function fitsDescription(description: Description, { lately, seen, others }: Known): Member | undefined {
  const { head, keys, sort } = description;
  const rest = keys.filter((key) => key !== head && !IDLE.has(key));
  const fits = (member: Member): boolean => isOfSort(member, sort) && rest.every((key) => hasWord(member, key));
  const hasHead = (member: Member): boolean => wordsOf(member).includes(head);
  const isLike = (member: Member): boolean => isLikely(member, head);
  const exact =
    seen.find((member) => fits(member) && hasHead(member)) ??
    seen.find((member) => fits(member) && isLike(member)) ??
    others(head).find(fits) ??
    SAID_OF.flatMap(([list, heads]) => (heads.has(head) ? officesOf(list, others) : [])).find(fits);
  return exact ?? lastFitting(description, rest, lately);
}

/** Most descriptions by a class are of a president, a minister, an ambassador: the first offices that a class holds. */
const FIRST: Partial<Record<ListName, readonly string[]>> = {
  superior: ['president', 'premier', 'minister', 'chancellor', 'king', 'governor'],
  statesman: ['president', 'minister', 'senator', 'mp', 'mep'],
  diplomat: ['ambassador', 'envoy', 'minister'],
};
const officesOf = (list: ListName, others: Known['others']): Member[] =>
  (FIRST[list] ?? []).flatMap((office) => [...others(office)]);

/** Whoever spoke last, where nothing that is known of them speaks against it. */
function lastFitting(
  { head, sort }: Description,
  rest: readonly string[],
  lately: readonly Member[],
): Member | undefined {
  if (sort === 'person') {
    const last = lately.find((member) => isOfSort(member, sort));
    return last !== undefined && mayBe(last, head) ? last : undefined;
  }
  if (rest.length > 0) return undefined;
  const isMedium = (member: Member): boolean => wordsOf(member).some((word) => isOne(word, 'medium'));
  const isBody = (member: Member): boolean => member.sort === 'body' || member.sort === 'unknown';
  if (ANY_MEDIUM.has(head)) return lately.find((member) => isBody(member) && isMedium(member));
  return ANY_BODY.has(head) ? lately.find((member) => isBody(member) && !isMedium(member)) : undefined;
}

/** In that office, in one like it, or in none that the article tells. */
function mayBe(member: Member, head: string): boolean {
  if (member.roles.length === 0) return member.sort === 'person';
  return wordsOf(member).includes(head) || isLikely(member, head);
}

const isLikely = (member: Member, head: string): boolean =>
  SAID_OF.some(([list, heads]) => heads.has(head) && wordsOf(member).some((word) => isOne(word, list)));

function isOfSort(member: Member, sort: Sort): boolean {
  return sort === 'person' ? member.sort === 'person' || member.sort === 'unknown' : member.sort !== 'person';
}

const hasWord = (member: Member, key: string): boolean => wordsOf(member).some((word) => alike(word, key));

/** Of a body its name tells what it is, of a person the office. */
const wordsOf = (member: Member): string[] => [
  ...member.roles.flatMap(({ keys }) => keys),
  ...(member.sort === 'person' ? [] : member.names.flatMap(({ keys }) => keys)),
];
