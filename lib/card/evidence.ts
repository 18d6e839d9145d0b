/** What a flag on a mark rests on, taken from the card as it is now. */
import type { Relation } from '@/lib/core/match.ts';
import type { Evidence, EvidenceAccount } from '@/lib/core/note.ts';
import type { Card, CardAccount, CardClaim } from './card.ts';

/** The sentence that is flagged, in the page's own words, and how it stands to the card's question. */
export type Flagged = { readonly sentence: string; readonly relation: Relation };

/** In the card's own order: every account of the question, since a flag may be about what the others say. */
export function evidenceOf(card: Card, { sentence, relation }: Flagged): Evidence {
  const here = card.claims.find((claim) => claim.here) ?? null;
  return {
    sentence,
    pack: card.pack.id,
    packTitle: card.pack.title,
    packVersion: card.pack.version,
    question: card.question.id,
    asks: card.question.asks,
    claim: here?.id ?? null,
    says: here?.says ?? null,
    relation,
    accounts: card.claims.flatMap((claim) =>
      claim.origins.flatMap(({ accounts }) => accounts.map((account) => evidenceAccount(claim, account))),
    ),
  };
}

function evidenceAccount(
  { says }: CardClaim,
  { speaker, role, stance, said, quote, source }: CardAccount,
): EvidenceAccount {
  const { title, author, outlet, url, published } = source;
  const date = said?.date ?? null;
  return { claim: says, speaker, role, stance, said: date, quote, source: { title, author, outlet, url, published } };
}
