/** The card: one question, its claims with their accounts, figures, and the way the mark came about. */
import type { ComponentChildren } from 'preact';
import type { Card as CardData, CardClaim } from '@/lib/card/card.ts';
import { shareRoom } from '@/lib/card/room.ts';
import type { Mark } from '@/lib/core/marks.ts';
import type { FlagKind } from '@/lib/core/note.ts';
import { answerState, isSaidByReader } from './claim-answer.ts';
import { Claim, tallyInWords, type ClaimAnswer } from './claim.tsx';
import { Figures } from './figures.tsx';
import { KindSample, kindInWords } from './kind-sample.tsx';
import { FlagMenu } from './note-flag-menu.tsx';
import { PackLanguage, PackWords } from './pack-words.tsx';
import { dateInFull, t } from './text.ts';
import { Timeline } from './timeline.tsx';
import { WhyMarked } from './why-marked.tsx';

/** Origins of the best-told claim that stand open before “more”. */
const ROOM = { tight: 3, wide: 8 } as const;

type CardProps = {
  readonly card: CardData;
  /** Null in the library, where no sentence of a page has called the card up. */
  readonly mark: Mark | null;
  /** `tight`: the popup. `wide` adds the timeline. */
  readonly space: keyof typeof ROOM;
  readonly answers?: CardAnswers;
  readonly notes?: CardNotes;
};

/** What the reader says of the mark's sentence: not the same claim; this claim; and that neither was meant. */
export type CardAnswers = {
  readonly onReject: () => void;
  readonly onConfirm: (claim: CardClaim) => void;
  readonly onTakeBack: () => void;
};

/** The reader's own word on the sentence, written in the page's editor. */
export type CardNotes = {
  /** Whether the kinds of flag stand open. */
  readonly flagging: boolean;
  readonly onFlagging: (open: boolean) => void;
  readonly onNote: () => void;
  readonly onFlag: (flag: FlagKind) => void;
};

export function Card({ card, mark, space, answers, notes }: CardProps) {
  const { question, claims, figures, timeline } = card;
  const open = openOrigins(claims, ROOM[space]);
  const relation = mark?.match.relation ?? null;
  return (
    <PackLanguage.Provider value={card.language}>
      <article class="card" aria-label={question.asks}>
        <QuestionHeader card={card} mark={mark} />
        {claims.map((claim, at) => (
          <Claim
            key={claim.id}
            claim={claim}
            open={open[at] ?? { tells: 1, disputes: 1 }}
            relation={relation}
            answer={answerTo(claim, mark, answers)}
          />
        ))}
        {figures.length > 0 && (
          <CardSection title={t('figuresTitle')}>
            <Figures axes={figures} ringed={relation === 'same'} />
          </CardSection>
        )}
        {space === 'wide' && timeline.length > 0 && (
          <CardSection title={t('timelineTitle')}>
            <Timeline entries={timeline} />
          </CardSection>
        )}
        <footer class="card-foot">
          {mark !== null && <WhyMarked match={mark.match} card={card} />}
          <CardHelp card={card} />
          {mark !== null && answers !== undefined && <FootAnswers mark={mark} answers={answers} />}
        </footer>
        {mark !== null && notes !== undefined && <NoteButtons notes={notes} />}
      </article>
    </PackLanguage.Provider>
  );
}

function answerTo(claim: CardClaim, mark: Mark | null, answers: CardAnswers | undefined): ClaimAnswer | null {
  const state = mark === null || answers === undefined ? null : answerState(claim.id, mark.match);
  if (state === null || answers === undefined) return null;
  return { state, onAnswer: () => (state === 'said' ? answers.onTakeBack() : answers.onConfirm(claim)) };
}

function FootAnswers({ mark: { match }, answers }: { readonly mark: Mark; readonly answers: CardAnswers }) {
  return (
    <>
      {isSaidByReader(match) && match.claim === null && (
        <button type="button" class="plain" onClick={answers.onTakeBack}>
          {t('takeBack')}
        </button>
      )}
      <button type="button" class="plain" onClick={answers.onReject}>
        {t('notTheSameClaim')}
      </button>
    </>
  );
}

function NoteButtons({ notes: { flagging, onFlagging, onNote, onFlag } }: { readonly notes: CardNotes }) {
  return (
    <div class="card-notes buttons">
      <button type="button" onClick={onNote}>
        {t('note')}
      </button>
      <FlagMenu open={flagging} onOpen={onFlagging} onFlag={onFlag} />
    </div>
  );
}

function QuestionHeader({ card, mark }: Pick<CardProps, 'card' | 'mark'>) {
  const { question, kind, accounts, origins } = card;
  return (
    <header class="question">
      <h2>
        <PackWords>{question.asks}</PackWords>
      </h2>
      <p class="meta">
        <KindSample kind={kind} /> {t('kindAndTally', kindInWords(kind), tallyInWords({ accounts, origins }))}
      </p>
      <PageFigure mark={mark} />
    </header>
  );
}

/** Room in proportion to origins; a side that has any keeps at least one open. */
function openOrigins(claims: readonly CardClaim[], room: number) {
  const groups = (claim: CardClaim, of: 'tells' | 'disputes') => claim.origins.filter(({ side }) => side === of).length;
  const tells = shareRoom(
    claims.map((claim) => groups(claim, 'tells')),
    room,
  );
  const disputes = shareRoom(
    claims.map((claim) => groups(claim, 'disputes')),
    room,
  );
  return claims.map((_, at) => ({ tells: tells[at] ?? 1, disputes: disputes[at] ?? 1 }));
}

function CardSection({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="evidence">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** The page's own figure, where it gives another than every account. */
function PageFigure({ mark }: { readonly mark: Mark | null }) {
  const other = mark?.match.reasons.find((reason) => reason.kind === 'other-figure');
  return other === undefined ? null : <p class="page-figure">{t('pageFigure', other.here)}</p>;
}

function CardHelp({ card }: { readonly card: CardData }) {
  const { pack } = card;
  return (
    <details class="help">
      <summary>{t('cardHelp')}</summary>
      <p>{t('cardHelpOrder')}</p>
      <p>{t('cardHelpSpace')}</p>
      <p>{t('cardHelpOrigin')}</p>
      <p>{t('cardHelpFrom', pack.title, pack.version, dateInFull(pack.date))}</p>
    </details>
  );
}
