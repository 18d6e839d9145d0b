/** Popup and panel: follow what is beside them, show it, and carry out what the reader asks. Nothing is kept here. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ComponentChildren, ComponentType } from 'preact';
import type { Mark } from '@/lib/core/marks.ts';
import { call } from '@/lib/messages/bus.ts';
import {
  markAsked,
  toHiddenMark,
  type CardView,
  type MarkName,
  type PageView,
  type ReaderEvents,
  type ReaderProps,
  type Site,
} from '@/lib/ui/page-view.ts';
import { useNoting } from './follow-notes.ts';
import type { PageLink } from './page-link.ts';

/** What is beside, as far as it is known. */
export type Neighbour = { readonly page: PageView; readonly site: Site | null; readonly link: PageLink | null };

export type BesideProps = {
  readonly view: ComponentType<ReaderProps>;
  readonly neighbour: Neighbour;
  readonly events: Omit<ReaderEvents, MarkEvent>;
  /** The editor of a note has opened in the page. */
  readonly onEditing?: () => void;
  /** Further ways out, for what is beside. */
  readonly doors?: ((neighbour: Neighbour) => ComponentChildren) | undefined;
};

type MarkEvent = 'onPick' | 'onWalk' | 'onAsk' | 'onReject' | 'onConfirm' | 'onRestore';

export function Beside({ view: View, neighbour, events, onEditing = nothing, doors }: BesideProps) {
  const { page, site, link } = neighbour;
  const picked = page.kind === 'read' && page.picked !== null ? (page.marks[page.picked] ?? null) : null;
  const [asked, onAsk] = useAsked(picked);
  const card = useCard(picked === null ? null : markAsked(picked, asked));
  const all: ReaderEvents = { ...events, ...useMemo(() => markEvents(link), [link]), onAsk };
  const noting = useNoting(link, page, onEditing);
  const hidden = page.kind === 'read' ? page.hidden.map(toHiddenMark) : [];
  const shown = { page, site, card, asked, hidden, noting };
  return <View {...shown} events={all} doors={doors?.(neighbour)} />;
}

const nothing = (): void => undefined;

/** Another mark begins with its own question. */
function useAsked(mark: Mark | null): [number, (asked: number) => void] {
  const [state, setState] = useState({ of: '', asked: 0 });
  const of = mark?.text ?? '';
  return [state.of === of ? state.asked : 0, (asked) => setState({ of, asked })];
}

/** Only the last card asked for is shown, in whatever order they come. */
function useCard(mark: Mark | null): CardView {
  const [view, setView] = useState<CardView>({ kind: 'loading' });
  const key =
    mark === null ? '' : JSON.stringify([mark.match.pack, mark.match.question, mark.match.claim, mark.match.accounts]);
  useEffect(() => {
    if (mark === null) return undefined;
    let stale = false;
    const { pack, question, claim, accounts } = mark.match;
    call('card.compose', { pack, question, claim, accounts }).then(
      (card) => !stale && setView(card === null ? { kind: 'missing' } : { kind: 'card', card }),
      () => !stale && setView({ kind: 'missing' }),
    );
    return () => {
      stale = true;
    };
    // The mark is a new object at every look at the page; its key says whether it is another one.
  }, [key]);
  return view;
}

function markEvents(link: PageLink | null): Omit<Pick<ReaderEvents, MarkEvent>, 'onAsk'> {
  const ask = ({ text: sentence, pack, question }: MarkName) => ({ sentence, pack, question });
  return {
    onPick: (mark) => void link?.pick(mark),
    onWalk: (step) => void link?.walk(step),
    onReject: (mark) => void call('match.reject', ask(mark)).then(() => link?.reread()),
    onConfirm: (mark, claim) => void call('match.confirm', { ...ask(mark), claim }).then(() => link?.reread()),
    onRestore: (mark) => void call('match.restore', ask(mark)).then(() => link?.reread()),
  };
}
