/** One claim with its accounts: who tells it, then who disputes it, copies folded. */
import { useId } from 'preact/hooks';
import type { CardClaim, CardOrigin, Tally } from '@/lib/card/card.ts';
import type { Relation } from '@/lib/core/match.ts';
import { AnswerButton } from './answer-button.tsx';
import type { AnswerState } from './claim-answer.ts';
import { OriginGroup } from './origin-group.tsx';
import { PackWords } from './pack-words.tsx';
import { plural, t, type MessageKey } from './text.ts';

const HERE = {
  same: 'hereSame',
  denies: 'hereDenies',
  'other-figure': 'hereOtherFigure',
  'other-answer': 'hereOtherAnswer',
  'on-question': 'hereOnQuestion',
} as const satisfies Record<Relation, MessageKey>;

/** How many origins of each side stand open before “more”. */
export type OpenOrigins = { readonly tells: number; readonly disputes: number };

/** What a press on the claim's button says, or takes back. */
export type ClaimAnswer = { readonly state: AnswerState; readonly onAnswer: () => void };

type ClaimProps = {
  readonly claim: CardClaim;
  readonly open: OpenOrigins;
  /** Of the page's sentence to its claim; null in the library. */
  readonly relation: Relation | null;
  /** Null in the library, and where there is nothing to say. */
  readonly answer: ClaimAnswer | null;
};

export function Claim({ claim, open, relation, answer }: ClaimProps) {
  const heading = useId();
  const { says, here, origins, tells, disputes } = claim;
  return (
    <section class={here ? 'claim here' : 'claim'} aria-labelledby={heading}>
      {here && relation !== null && <p class="here-tag">{t(HERE[relation])}</p>}
      <h3 id={heading}>
        <PackWords>{says}</PackWords>
      </h3>
      {tells.accounts > 0 && <p class="tally">{tallyInWords(tells)}</p>}
      <OriginList groups={origins.filter(({ side }) => side === 'tells')} open={open.tells} />
      {disputes.accounts > 0 && (
        <div class="disputes">
          <h4>{t('disputedBy')}</h4>
          <p class="tally">{tallyInWords(disputes)}</p>
          <OriginList groups={origins.filter(({ side }) => side === 'disputes')} open={open.disputes} />
        </div>
      )}
      {answer !== null && <AnswerButton says={says} {...answer} />}
    </section>
  );
}

/** “3 accounts, 2 origins”: never one number without the other. */
export const tallyInWords = ({ accounts, origins }: Tally): string =>
  t('tally', plural('accounts', accounts), plural('origins', origins));

function OriginList({ groups, open }: { readonly groups: readonly CardOrigin[]; readonly open: number }) {
  const [shown, folded] = [groups.slice(0, open), groups.slice(open)];
  const list = (some: readonly CardOrigin[]) => (
    <ul class="origins">
      {some.map((group) => (
        <OriginGroup key={group.accounts[0]?.id} group={group} />
      ))}
    </ul>
  );
  return (
    <>
      {shown.length > 0 && list(shown)}
      {folded.length > 0 && (
        <details class="fold">
          <summary>{plural('moreOrigins', folded.length)}</summary>
          {list(folded)}
        </details>
      )}
    </>
  );
}
