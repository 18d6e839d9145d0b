/** Where a text mentions what has a name and a time: the pack's events, in whatever spelling the pack lists. */
import type { Span } from '@/lib/core/article.ts';
import { daysWithin, type DaySpan } from '@/lib/core/day-span.ts';
import type { Pack, StoryEvent } from '@/lib/core/pack.ts';
import { termsOf } from '@/lib/text/names.ts';
import type { Names, Term } from '@/lib/text/names.ts';

export type DatedEvent = { readonly event: StoryEvent; readonly span: DaySpan };
/** `events`: each that the words may mean. */
export type EventMention = Span & { readonly events: readonly DatedEvent[] };
export type EventFinder = (terms: readonly Term[]) => EventMention[];

type Mention = { readonly terms: readonly string[]; readonly capital: boolean; readonly events: DatedEvent[] };

export function createEventFinder({ events }: Pack, names: Names): EventFinder {
  const byFirst = new Map<string, Mention[]>();
  for (const event of events) {
    const dated = { event, span: daysWithin(event.when) };
    for (const words of [event.name, ...event.also]) addMention(byFirst, words, { names, dated });
  }
  for (const mentions of byFirst.values()) mentions.sort((a, b) => b.terms.length - a.terms.length);
  return (terms) => mentionsIn(terms, byFirst);
}

type Adding = { readonly names: Names; readonly dated: DatedEvent };

function addMention(byFirst: Map<string, Mention[]>, words: string, { names, dated }: Adding): void {
  const terms = termsOf(words, names).map(({ term }) => term);
  const [first] = terms;
  if (first === undefined) return;
  const capital = /^\p{Lu}/u.test(words);
  const others = byFirst.get(first) ?? [];
  byFirst.set(first, others);
  const same = others.find((other) => other.capital === capital && other.terms.join(' ') === terms.join(' '));
  if (same === undefined) others.push({ terms, capital, events: [dated] });
  else same.events.push(dated);
}

/** The longest mention at each place; none within another. */
function mentionsIn(terms: readonly Term[], byFirst: ReadonlyMap<string, readonly Mention[]>): EventMention[] {
  const found: EventMention[] = [];
  for (let at = 0; at < terms.length;) {
    const mention = byFirst.get(terms[at]?.term ?? '')?.find((one) => stands(one, terms, at));
    const [first, last] = [terms[at], terms[at + (mention?.terms.length ?? 1) - 1]];
    if (mention && first && last) found.push({ start: first.start, end: last.end, events: mention.events });
    at += mention?.terms.length ?? 1;
  }
  return found;
}

function stands({ terms: wanted }: Mention, terms: readonly Term[], at: number): boolean {
  return wanted.every((term, n) => terms[at + n]?.term === term);
}
