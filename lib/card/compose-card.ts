/** From a question of the library to its card. The order of claims and accounts is decided here and nowhere else. */
import { byDate } from '@/lib/core/dates.ts';
import type { PartialDate } from '@/lib/core/dates.ts';
import type { PackSummary } from '@/lib/core/marks.ts';
import type { Account, Claim, Question, Source } from '@/lib/core/pack.ts';
import { countOrigins } from '@/lib/pack/origins.ts';
import type { SourcesById } from '@/lib/pack/origins.ts';
import type { Card, CardAccount, CardClaim, Here, Side, Tally } from './card.ts';
import { toCardSource } from './card-source.ts';
import { figureAxes } from './figure-axes.ts';
import { foldByOrigin, sideOf } from './fold-origins.ts';
import { markKindOf } from './mark.ts';
import { passageLink } from './text-fragment.ts';
import { timelineOf } from './timeline.ts';

/** For a card that no page's sentence has called up: in the library. */
export const NOWHERE: Here = { claim: null, accounts: [] };

export type CardInput = {
  /** The summary, and the language of the pack's words; a whole `Pack` will do. */
  readonly pack: PackSummary & { readonly language: string };
  /** Null when the library no longer holds it: its pack was removed or replaced. */
  readonly question: Question | null;
  readonly sources: SourcesById;
  readonly here: Here;
};

/** Null without a question, or when none of its claims has an account whose source is known. */
export function composeCard({ pack, question, sources, here }: CardInput): Card | null {
  if (question === null) return null;
  const composed = question.claims.map((claim) => composeClaim(claim, sources, here));
  const claims = composed.filter(({ accounts }) => accounts > 0).sort(byRule);
  if (claims.length === 0) return null;
  const { id, asks, kind } = question;
  const accounts = question.claims.flatMap((claim) => claim.accounts).filter(({ source }) => sources.has(source));
  return {
    pack: { id: pack.id, title: pack.title, version: pack.version, date: pack.date },
    language: pack.language,
    question: { id, asks, kind },
    kind: markKindOf(question, here.claim, sources),
    claims,
    figures: figureAxes(question.claims, sources, here),
    timeline: timelineOf(accounts, sources),
    accounts: accounts.length,
    origins: countOrigins(accounts, sources),
  };
}

function composeClaim(claim: Claim, sources: SourcesById, here: Here): CardClaim {
  const accounts = claim.accounts.filter(({ source }) => sources.has(source));
  const compose = (account: Account, source: Source) => composeAccount(account, source, here);
  const tally = (side: Side): Tally => {
    const those = accounts.filter(({ stance }) => sideOf(stance) === side);
    return { accounts: those.length, origins: countOrigins(those, sources) };
  };
  return {
    id: claim.id,
    says: claim.says,
    here: claim.id === here.claim || accounts.some(({ id }) => here.accounts.includes(id)),
    origins: foldByOrigin(accounts, sources, compose),
    tells: tally('tells'),
    disputes: tally('disputes'),
    accounts: accounts.length,
  };
}

function composeAccount(account: Account, source: Source, here: Here): CardAccount {
  const { id, speaker, role, via, stance, event, said, figures, quote, note, locators } = account;
  const words = locators.map((locator) => locator.words);
  const link = source.url === null ? null : passageLink(source.url, words);
  const told = { id, speaker, role, via, stance, event, said, figures, quote, note };
  return { ...told, source: toCardSource(source), link, words, here: here.accounts.includes(id) };
}

/** The one rule: told by most independent origins first, then the earliest account; else as the pack has them. */
function byRule(a: CardClaim, b: CardClaim): number {
  return b.tells.origins - a.tells.origins || byDate(earliest(a), earliest(b));
}

const earliest = ({ origins }: CardClaim): PartialDate | null =>
  origins
    .flatMap(({ accounts }) => accounts.map(({ said, source }) => said?.date ?? source.published))
    .reduce<PartialDate | null>((first, date) => (byDate(date, first) < 0 ? date : first), null);
