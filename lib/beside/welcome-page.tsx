/** The first-run page. Its sample article is read by the very code that reads pages, so it shows what is really there. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { call } from '@/lib/messages/bus.ts';
import { MARKS_STYLE } from '@/lib/reading/injected-files.ts';
import { startSession, type SessionPorts } from '@/lib/reading/session.ts';
import { FIRST_RUN_STEPS, FirstRunView, type FirstRunStep } from '@/lib/ui/first-run-view.tsx';
import type { ReadingMode } from '@/lib/ui/options-props.ts';
import type { PageView } from '@/lib/ui/page-view.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';
import { t } from '@/lib/ui/text.ts';
import { Beside } from './beside.tsx';
import { linkToSession, type PageLink } from './page-link.ts';
import { chooseEverywhere } from './site-access.ts';

/** The address under which the sample goes: it is of no site. */
const SAMPLE = '/sample-article.html';

type WelcomePageProps = { readonly onError: (cause: unknown) => void };

export function WelcomePage({ onError }: WelcomePageProps) {
  const [step, setStep] = useState<FirstRunStep>(FIRST_RUN_STEPS[0]);
  const [mode, setMode] = useState<ReadingMode>('click');
  const frame = useRef<HTMLIFrameElement>(null);
  const { page, link, start } = useSample(frame, onError);

  const choose = (next: ReadingMode) => {
    setMode(next);
    if (next === 'everywhere') void chooseEverywhere(true).then((granted) => !granted && setMode('click'), onError);
    else void chooseEverywhere(false).catch(onError);
  };
  const leave = () => {
    void call('settings.change', { firstRunDone: true })
      .then(async () => {
        const tab = await browser.tabs.getCurrent();
        if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
      })
      .catch(onError);
  };

  const sample = <iframe ref={frame} src={SAMPLE} title={t('sampleTitle')} onLoad={start} />;
  const panel = <Beside view={PanelView} neighbour={{ page, site: null, link }} events={NOTHING_ELSE} />;
  const events = { onStep: setStep, onMode: choose, onDone: leave };
  return <FirstRunView step={step} mode={mode} sample={sample} panel={panel} events={events} />;
}

const nothing = (): void => undefined;
const NOTHING_ELSE = {
  onRead: nothing,
  onGrant: nothing,
  onStop: nothing,
  onSite: nothing,
  onPanel: nothing,
  onLibrary: nothing,
  onOptions: nothing,
};

/** Reads the frame's document once it has loaded; ends with the page. */
function useSample(frame: { readonly current: HTMLIFrameElement | null }, onError: (cause: unknown) => void) {
  const [page, setPage] = useState<PageView>({ kind: 'reading' });
  const [link, setLink] = useState<PageLink | null>(null);
  const life = useMemo(() => ({ current: new AbortController() }), []);
  useEffect(() => () => life.current.abort(), []);

  function start(): void {
    const document = frame.current?.contentDocument ?? null;
    if (document === null) return;
    life.current.abort();
    life.current = new AbortController();
    addStyle(document);
    const news = new EventTarget();
    const session = startSession(
      { document, address: () => document.location.href },
      samplePorts(news, onError),
      life.current.signal,
    );
    const next = linkToSession(session, news);
    const look = () => void next.state().then(setPage, onError);
    next.onNews(look, life.current.signal);
    look();
    setLink(next);
  }
  return { page, link, start };
}

function samplePorts(news: EventTarget, onError: (cause: unknown) => void): SessionPorts {
  return {
    fingerprints: () => call('gate.fingerprints'),
    match: (ask) => call('article.match', ask),
    card: (ref) => call('card.compose', ref),
    confirm: (ask) => call('match.confirm', ask),
    restore: (ask) => call('match.restore', ask),
    openPanel: nothing,
    // The sample is for looking: notes need a page of their own to be found on again.
    settings: async () => ({ ...(await call('page.settings')), toolbar: false }),
    ...NO_NOTES,
    // The panel beside the sample is always there.
    panelIsOpen: () => Promise.resolve(true),
    news: () => void news.dispatchEvent(new Event('page.changed')),
    gone: nothing,
    report: onError,
  };
}

const notSaved = () => Promise.resolve({ kind: 'not-saved', why: 'unavailable' } as const);
const NO_NOTES = {
  notesOn: () => Promise.resolve({ notes: [], drafts: [] }),
  anchored: () => Promise.resolve(),
  met: () => Promise.resolve(),
  add: notSaved,
  changeNote: notSaved,
  deleteNote: notSaved,
  restoreNote: notSaved,
  editorUrl: 'about:blank',
  openEditorWindow: nothing,
} satisfies Partial<SessionPorts>;

function addStyle(document: Document): void {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = browser.runtime.getURL(MARKS_STYLE);
  document.head.append(style);
}
