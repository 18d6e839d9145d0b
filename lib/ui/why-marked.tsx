/** “Why is this marked?”: the match's reasons, each one that a reader can check. */
import type { Card } from '@/lib/card/card.ts';
import { assertNever } from '@/lib/core/assert-never.ts';
import { formatDate } from '@/lib/core/dates.ts';
import type { AccountId } from '@/lib/core/ids.ts';
import type { Match, Reason } from '@/lib/core/match.ts';
import { isSaidByReader } from './claim-answer.ts';
import { sourceName } from './source-words.ts';
import { listed, t, uiLocale } from './text.ts';

export function WhyMarked({ match, card }: { readonly match: Match; readonly card: Card }) {
  const chance = new Intl.NumberFormat(uiLocale(), { style: 'percent' }).format(match.score);
  return (
    <details class="help">
      <summary>{t('whyMarked')}</summary>
      <ul>
        {match.reasons.map((reason, at) => (
          <li key={at} dir="auto">
            {reasonInWords(reason, card)}
          </li>
        ))}
        {!isSaidByReader(match) && <li>{t('whyChance', chance)}</li>}
      </ul>
    </details>
  );
}

export function reasonInWords(reason: Reason, card: Card): string {
  switch (reason.kind) {
    case 'same-sentence':
      return sameSentence(reason.account, card);
    case 'shared-words':
      return t('whySharedWords', listed(reason.words));
    case 'shared-names':
      return t('whySharedNames', listed(reason.names));
    case 'same-figure':
      return t('whySameFigure', reason.figure);
    case 'other-figure':
      return t('whyOtherFigure', reason.here, reason.there);
    case 'figure-date':
      return t('whyFigureDate', formatDate(reason.date, uiLocale()));
    case 'whole-claim':
      return t('whyWholeClaim');
    case 'near-meaning':
      return t('whyNearMeaning');
    case 'near-claim':
      return t('whyNearClaim');
    case 'near-aspect':
      return t('whyNearAspect', reason.says);
    case 'its-time':
      return t('whyItsTime', listed(reason.words));
    case 'denial':
      return t('whyDenial', reason.cue);
    case 'denied-words':
      return t('whyDeniedWords', listed(reason.words));
    case 'claim-denies':
      return t('whyClaimDenies', reason.cue);
    case 'contrary':
      return t('whyContrary', reason.here, reason.there);
    case 'other-actor':
      return t('whyOtherActor', reason.here, reason.there);
    case 'only-possible':
      return t('whyOnlyPossible', reason.cue);
    case 'story':
      return t('whyStory', listed(reason.names));
    case 'reader-said':
      return t('whyReaderSaid');
    case 'like-one-you-confirmed':
      return t('whyLikeConfirmed');
    case 'like-one-you-hid':
      return t('whyLikeHidden');
    default:
      return assertNever(reason);
  }
}

function sameSentence(id: AccountId, { claims }: Card): string {
  const accounts = claims.flatMap(({ origins }) => origins.flatMap((origin) => origin.accounts));
  const account = accounts.find((each) => each.id === id);
  if (account === undefined) return t('whySameSentence');
  return t('whySameSentenceOf', account.speaker, sourceName(account.source));
}
