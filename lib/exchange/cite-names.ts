/** Authors out of bylines. What is not plainly a person's name stays whole: a wrong family name is worse than none. */

export type CitedName =
  | { readonly kind: 'person'; readonly family: string; readonly given: string; readonly suffix: string | null }
  /** An organisation, a single name, or whatever else the byline says. */
  | { readonly kind: 'literal'; readonly name: string };

const BY = /^(?:(?:story|text|words|written|reported|reporting)\s+)?by[\s:]+/i;
/** Also words that names begin with in other languages, so only before two words or more. */
const BY_ELSEWHERE = /^(?:von|par|por|door)\s+(?=\p{Lu}\S*\s+\p{Lu})/iu;
const CONTACT = /\S*@\S+/g;
const TITLE = /^(?:(?:dr|prof|mr|mrs|ms|mme)\.?\s+)+(?=\S)/i;
const SUFFIX = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;
const COMMA_BEFORE_SUFFIX = /,\s+(?=(?:jr\.?|sr\.?|ii|iii|iv)(?:[\s,;]|$))/gi;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|du|dos|das|la|le|bin|ibn|ben|al|el|af|av|zu|ter|ten|y|[ad]l-\p{L}+)$/u;
const NAME_WORD = /^[\p{Lu}\p{Lo}\p{Lt}][\p{L}\p{M}'’.\-]*$/u;
const ORGANISATION =
  /\b(?:staff|news|newsroom|agenc(?:y|ies)|press|times|post|services?|desk|team|board|bureau|ministry|department|office|university|institute|council|committee|union|party|group|foundation|association|cent(?:er|re)|media|network|journal|magazine|today|daily|weekly|tribune|herald|gazette|editors?|editorial|reuters|tass|interfax|bbc|cnn|dpa|ansa|government|embassy|nations|commission|company|inc|ltd|llc|project)\b|^the\s/i;
/** What somebody is or where they were, said after the name. */
const ROLE =
  /\b(?:editor|correspondent|reporter|writer|journalist|analyst|columnist|contributor|fellow|professor|director|chief|author|photographer|producer|phd|md)\b|^in\s/i;

const LONGEST_BYLINE = 1_000;
const MOST_WORDS = 5;

/** The authors in the order of the byline; empty where there is none. `outlet`: a byline that repeats it names no person. */
export function namesIn(byline: string | null, outlet: string | null): readonly CitedName[] {
  const text = (byline ?? '')
    .slice(0, LONGEST_BYLINE)
    .replace(CONTACT, ' ')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  const plain = withoutBy(text.replace(COMMA_BEFORE_SUFFIX, ' '));
  const inverted = invertedName(plain);
  if (inverted !== null) return [inverted];
  const names = plain.split(/\s*[;|·•]\s*/u).flatMap((part) => namesOfPart(part, outlet));
  return names.filter((name, at) => names.findIndex((other) => sortName(other) === sortName(name)) === at);
}

/** “Doe, Jane”, “Doe, Jane, Jr.”, “Reuters”. */
export const sortName = (name: CitedName): string =>
  name.kind === 'literal'
    ? name.name
    : [name.family, name.given, ...(name.suffix === null ? [] : [name.suffix])].join(', ');

const withoutBy = (text: string): string => text.replace(BY, '').replace(BY_ELSEWHERE, '').trim();

/** “Doe, Jane”, which looks like two authors of one name each. */
function invertedName(text: string): CitedName | null {
  const [family = '', given = '', ...more] = text.split(/,\s*/);
  if (more.length > 0 || !NAME_WORD.test(family) || ORGANISATION.test(text) || ROLE.test(given)) return null;
  const words = given.split(' ');
  const isGiven = words.length <= 2 && words.every((word) => NAME_WORD.test(word));
  // Capitals alone are an agency with its place: “AFP, Geneva”.
  if (!isGiven || isAcronym(family)) return null;
  return { kind: 'person', family, given, suffix: null };
}

function namesOfPart(part: string, outlet: string | null): CitedName[] {
  const chunks = part.split(/\s*,\s*(?:and\s+)?/).filter((chunk) => chunk !== '');
  return chunks
    .filter((chunk, at) => at === 0 || !ROLE.test(chunk))
    .flatMap((chunk) => namesOfChunk(withoutBy(chunk), outlet));
}

/** Parted at “and” only where that leaves somebody: “Simon & Schuster” is one. */
function namesOfChunk(chunk: string, outlet: string | null): CitedName[] {
  if (chunk === '') return [];
  if (chunk.toLowerCase() === outlet?.toLowerCase()) return [literal(chunk)];
  const parts = chunk.split(/\s+(?:and|with|und|et|y|&)\s+/iu).map((part) => part.replace(/\s+in\s+\p{Lu}.*$/u, ''));
  const names = parts.map((part) => personIn(part) ?? literal(part));
  const isSure = names.every((name) => name.kind === 'person' || ORGANISATION.test(name.name));
  return isSure && names.some(({ kind }) => kind === 'person')
    ? names
    : [literal(parts.length > 1 ? chunk : (parts[0] ?? chunk))];
}

const literal = (name: string): CitedName => ({ kind: 'literal', name });

/** Null where it does not look like a given name and a family name. */
function personIn(text: string): CitedName | null {
  if (ORGANISATION.test(text)) return null;
  const words = text.replace(TITLE, '').split(' ');
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? null) : null;
  const particle = words.findIndex((word, at) => at > 0 && PARTICLE.test(word));
  const family = words.slice(particle === -1 ? -1 : particle).join(' ');
  const given = words.slice(0, particle === -1 ? -1 : particle).join(' ');
  const looksLikeAName =
    words.length >= 2 &&
    words.length <= MOST_WORDS &&
    words.every((word, at) => NAME_WORD.test(word) || (at > 0 && at < words.length - 1 && PARTICLE.test(word)));
  return looksLikeAName && given !== '' ? { kind: 'person', family, given, suffix } : null;
}

const isAcronym = (word: string): boolean => word.length > 1 && word === word.toUpperCase();
