/** A reading as text for a terminal: the article, what was read with what, and every mark with its accounts. */
import { composeCard } from '@/lib/card/compose-card.ts';
import type { CardAccount, CardClaim } from '@/lib/card/card.ts';
import { formatDate } from '@/lib/core/dates.ts';
import type { NoArticle } from '@/lib/core/article.ts';
import type { Match, Relation } from '@/lib/core/match.ts';
import type { Pack, Question } from '@/lib/core/pack.ts';
import { indexSources } from '@/lib/pack/origins.ts';
import type { Reading } from './read-with.ts';

const LOCALE = 'en-GB';

const NO_ARTICLE: Readonly<Record<NoArticle['why'], string>> = {
  'no-text': 'there is no text in it',
  'too-short': 'its text is too short',
  'list-of-links': 'it is a list of links',
};

const RELATIONS: Readonly<Record<Relation, string>> = {
  same: 'says the same',
  denies: 'denies it',
  'other-figure': 'gives another figure',
  'other-answer': 'another answer to the same question',
  'on-question': 'on the same question',
};

export const noArticleToText = ({ why }: NoArticle): string => `No article was found: ${NO_ARTICLE[why]}.`;

export function readingToText(reading: Reading, packs: readonly Pack[]): string {
  const { article, marks } = reading;
  const marked = marks.map((mark) => markToText(mark, article.sentences[mark.sentence]?.text ?? '', packs));
  return [headOf(reading), coverageOf(reading, packs), ...marked].join('\n\n');
}

function headOf({ article }: Reading): string {
  const { title, byline, outlet, url, published } = article;
  const when = published === null ? null : formatDate(published, LOCALE);
  const from = [byline, outlet, when].filter((part) => part !== null).join(' · ');
  return [title ?? '(no title)', from, url ?? ''].filter((line) => line !== '').join('\n');
}

function coverageOf({ article, told, marks }: Reading, packs: readonly Pack[]): string {
  const read = `${article.sentences.length} sentences read`;
  if (told.length === 0) return `${read}. The article tells none of the stories at hand (${namesOf(packs)}).`;
  return `${read}, ${marks.length} on known questions, with ${namesOf(told)}. Unmarked does not mean checked.`;
}

const namesOf = (packs: readonly Pack[]): string =>
  packs.map(({ title, version, date }) => `“${title}” ${version} of ${formatDate(date, LOCALE)}`).join(', ');

function markToText(mark: Match, sentence: string, packs: readonly Pack[]): string {
  const pack = packs.find(({ id }) => id === mark.pack);
  const questionOf = (id: string): Question | null => pack?.questions.find((question) => question.id === id) ?? null;
  const question = questionOf(mark.question);
  const card = pack ? composeCard({ pack, question, sources: indexSources(pack.sources), here: mark }) : null;
  const sure = mark.accounts.length > 0 ? 'the same sentence' : `${Math.round(mark.score * 100)} %`;
  return [
    `[${mark.sentence + 1}] ${sentence}`,
    `    ${question?.asks ?? mark.question} (${RELATIONS[mark.relation]}, ${sure})`,
    ...mark.also.map((also) => `    Also: ${questionOf(also.question)?.asks ?? also.question}`),
    ...(card?.claims ?? []).flatMap(claimToText),
  ].join('\n');
}

function claimToText({ says, here, origins }: CardClaim): string[] {
  const accounts = origins.flatMap((origin) => origin.accounts);
  return [`    ${here ? '▸' : '·'} ${says}`, ...accounts.map((account) => `        ${accountToText(account)}`)];
}

function accountToText({ speaker, role, via, stance, said, quote, source, here }: CardAccount): string {
  const who = [speaker, role === null ? null : `(${role})`, via === null ? null : `via ${via}`];
  const date = said?.date ?? source.published;
  const parts = [
    who.filter((part) => part !== null).join(' '),
    stance,
    source.outlet ?? source.title ?? source.id,
    ...(date === null ? [] : [formatDate(date, LOCALE)]),
  ];
  return `${parts.join(' · ')}${quote === null ? '' : `: “${quote}”`}${here ? ' [this sentence]' : ''}`;
}
