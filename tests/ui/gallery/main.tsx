/** `?view=popup-card&dir=rtl&theme=dark`. Views are named in VIEWS. */
import './install.ts';
import '@/lib/ui/parallax.css';
import inPageStyle from '@/lib/ui/in-page.css?inline';
import { render, type ComponentChildren } from 'preact';
import { FirstRunView, type FirstRunStep } from '@/lib/ui/first-run-view.tsx';
import { InPagePopover, InPageTip } from '@/lib/ui/in-page.tsx';
import { parseRoute } from '@/lib/ui/library-route.ts';
import { PacksView } from '@/lib/ui/packs-view.tsx';
import { OptionsView } from '@/lib/ui/options-view.tsx';
import { toHiddenMark, type PageView } from '@/lib/ui/page-view.ts';
import { PanelView } from '@/lib/ui/panel-view.tsx';
import { PopupView } from '@/lib/ui/popup-view.tsx';
import { HARBOUR } from '../../card/harbour-pack.ts';
import { noting, sampleNote } from '../sample-notes.ts';
import { ARTICLE, MARKS, OPTIONS, SITE, cardFor, readPage, readerProps } from '../sample-props.ts';
import { realPack } from './real-pack.ts';
import { SYNC_VIEWS } from './sync-views.tsx';

const nothing = (): void => undefined;
const [first] = MARKS;
if (first === undefined) throw new Error('no marks');
const hidden = [toHiddenMark(first)];

const popup = (page: PageView, host = true) => <PopupView {...readerProps(null, { page, site: host ? SITE : null })} />;
const pack = realPack ?? HARBOUR;

const DELETED = {
  kind: 'deleted',
  id: sampleNote({}).id,
  name: 'nothing worth the name had come of the talks',
} as const;
const LINK = { kind: 'link', href: 'https://strait.example/2021/envoys#:~:text=nothing', copied: false } as const;

const library = () => (
  <PacksView
    packs={[
      { pack, on: true, removable: false },
      { pack: { ...HARBOUR, title: 'Another pack' }, on: false, removable: true },
    ]}
    route={parseRoute(location.hash)}
    problems={
      location.hash === '#problems'
        ? [{ path: '/questions/3/claims/0/accounts/1/source', message: 'no source has the id “x”' }]
        : []
    }
    events={{ onSwitch: nothing, onRemove: nothing, onImport: nothing }}
  />
);

const firstRun = (step: FirstRunStep) => (
  <FirstRunView
    step={step}
    mode="click"
    sample={<iframe title="Sample article" src="./sample-article.html" />}
    panel={<PanelView {...readerProps(0)} />}
    events={{ onStep: nothing, onMode: nothing, onDone: nothing }}
  />
);

const VIEWS: Record<string, () => ComponentChildren> = {
  'popup-card': () => <PopupView {...readerProps(0)} />,
  'popup-figures': () => <PopupView {...readerProps(1)} />,
  'popup-list': () => <PopupView {...readerProps(null, { hidden })} />,
  'popup-unread': () => popup({ kind: 'unread' }),
  'popup-forbidden': () => popup({ kind: 'forbidden', why: 'pdf' }, false),
  'popup-permission': () => popup({ kind: 'permission' }),
  'popup-no-story': () => popup({ kind: 'no-story', article: ARTICLE, packs: 2 }),
  'popup-no-match': () => popup(readPage(null, [])),
  'popup-reading': () => popup({ kind: 'reading' }),
  'popup-failed': () => popup({ kind: 'failed', why: 'library' }),
  panel: () => <PanelView {...readerProps(0)} />,
  'panel-figures': () => <PanelView {...readerProps(1, { hidden })} />,
  'panel-cranes': () => <PanelView {...readerProps(2)} />,
  'panel-list': () => <PanelView {...readerProps(null)} />,
  'popup-notes': () => <PopupView {...readerProps(null, { noting: noting() })} />,
  'popup-note': () => <PopupView {...readerProps(0, { noting: noting() })} />,
  'popup-note-no-story': () => (
    <PopupView {...readerProps(null, { page: { kind: 'no-story', article: ARTICLE, packs: 2 }, noting: noting([]) })} />
  ),
  'panel-notes': () => <PanelView {...readerProps(null, { noting: noting() })} />,
  'panel-note': () => <PanelView {...readerProps(0, { noting: noting(undefined, { notice: { kind: 'editing' } }) })} />,
  'panel-note-deleted': () => <PanelView {...readerProps(null, { noting: noting(undefined, { notice: DELETED }) })} />,
  'panel-note-link': () => <PanelView {...readerProps(null, { noting: noting(undefined, { notice: LINK }) })} />,
  library,
  options: () => <OptionsView {...OPTIONS} />,
  ...SYNC_VIEWS,
  'first-sample': () => firstRun('sample'),
  'first-reading': () => firstRun('reading'),
  'first-keeping': () => firstRun('keeping'),
};

const name = new URLSearchParams(location.search).get('view') ?? 'popup-card';
const root = document.getElementById('root');

function inPage(host: HTMLElement): void {
  if (first === undefined) return;
  document.body.style.cssText = 'margin:24px;background:#fff;color:#222;font:18px/1.6 Georgia,serif';
  host.textContent = first.text;
  const box = document.body.appendChild(document.createElement('div'));
  const shadow = box.attachShadow({ mode: 'open' });
  const style = shadow.appendChild(document.createElement('style'));
  style.textContent = inPageStyle;
  const at = { left: 24, top: 70 };
  const card = { kind: 'card', card: cardFor(first) } as const;
  const popover = (
    <InPagePopover
      mark={first}
      card={card}
      at={{ left: 24, top: 120 }}
      takesFocus
      said={null}
      onConfirm={nothing}
      onTakeBack={nothing}
      onNote={nothing}
      onFlag={nothing}
      onPanel={nothing}
      onClose={nothing}
    />
  );
  render(
    <>
      <InPageTip mark={first} at={at} />
      {popover}
    </>,
    shadow.appendChild(document.createElement('div')),
  );
}

if (root !== null && name === 'in-page') inPage(root);
else if (root !== null) {
  render(VIEWS[name]?.(), root);
  addEventListener('hashchange', () => render(VIEWS[name]?.(), root));
}
