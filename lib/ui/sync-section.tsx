/** Sync among the options: off, with the way to it; on, with how it stands, what needs the reader, and everything that can be changed. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Conflict, SyncView } from '@/lib/core/sync.ts';
import { cutShort } from './note-words.ts';
import { SyncAlarms } from './sync-alarms.tsx';
import { SyncChoices } from './sync-device-fields.tsx';
import { SyncDevices } from './sync-devices.tsx';
import type { SyncEvents, SyncOn } from './sync-props.ts';
import { SyncState } from './sync-state.tsx';
import { PLACE_KIND } from './sync-words.ts';
import { plural, t } from './text.ts';

export type SyncSectionProps = {
  /** Null until it is known. */
  readonly view: SyncView | null;
  readonly now: number;
  /** What came of the last thing asked, read out once; empty: nothing. */
  readonly said: string;
  readonly events: SyncEvents;
  readonly isAsking: boolean;
  /** The dialog that is open, if any. */
  readonly children?: ComponentChildren;
};

export function SyncSection({ view, now, said, events, isAsking, children }: SyncSectionProps) {
  const focus = useFocusKept(isAsking);
  return (
    <section aria-labelledby="sync" {...focus.within}>
      <h2 id="sync" ref={focus.heading} tabIndex={-1}>
        {t('syncTitle')}
      </h2>
      {view?.kind === 'off' && <Off onSetUp={() => events.onAsk({ kind: 'set-up' })} />}
      {view?.kind === 'on' && <On view={view} now={now} events={events} />}
      <p class={said === '' ? 'sr-only' : 'meta'} role="status">
        {said}
      </p>
      {children}
    </section>
  );
}

/** Where the button that had the focus is gone with what it settled, the keyboard goes on from the heading. */
function useFocusKept(isAsking: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isWithin = useRef(false);
  const wasAsking = useRef(isAsking);
  useEffect(() => {
    const isOver = wasAsking.current && !isAsking;
    if ((isWithin.current || isOver) && document.activeElement === document.body) heading.current?.focus();
    wasAsking.current = isAsking;
  });
  return {
    heading,
    within: {
      onFocusIn: () => {
        isWithin.current = true;
      },
      onFocusOut: () => {
        isWithin.current = false;
      },
    },
  };
}

const Off = ({ onSetUp }: { readonly onSetUp: () => void }) => (
  <>
    <p>{t('syncOff')}</p>
    <button type="button" onClick={onSetUp}>
      {t('syncSetUp')}
    </button>
  </>
);

type OnProps = { readonly view: SyncOn } & Pick<SyncSectionProps, 'now' | 'events'>;

function On({ view, now, events }: OnProps) {
  const { place, choice, devices, conflicts, alarms } = view;
  return (
    <>
      <SyncState view={view} now={now} events={events} />
      <SyncAlarms alarms={alarms} now={now} events={events} />
      <Conflicts conflicts={conflicts} onAsk={events.onAsk} />
      <Place place={place} onAsk={events.onAsk} />
      <SyncDevices devices={devices} canPair={place.kind !== 'folder'} events={events} />
      <h3>{t('syncAlong')}</h3>
      <p class="meta">{t('syncAlongAlways')}</p>
      <SyncChoices choice={choice} onChoose={events.onChoose} />
      <h3>{t('syncKeys')}</h3>
      <div class="buttons">
        <button type="button" onClick={() => events.onAsk({ kind: 'passphrase' })}>
          {t('passphraseChange')}
        </button>
        <button type="button" onClick={() => events.onAsk({ kind: 'recovery' })}>
          {t('recoveryNew')}
        </button>
      </div>
      <div class="leave">
        <button type="button" onClick={() => events.onAsk({ kind: 'leave' })}>
          {t('syncLeave')}
        </button>
      </div>
    </>
  );
}

type ConflictsProps = { readonly conflicts: readonly Conflict[] } & Pick<SyncEvents, 'onAsk'>;

function Conflicts({ conflicts, onAsk }: ConflictsProps) {
  const [first] = conflicts;
  if (first === undefined) return null;
  return (
    <div class="conflicts notice" role="group" aria-labelledby="sync-conflicts">
      <h3 id="sync-conflicts">{plural('conflicts', conflicts.length)}</h3>
      <p>{t('conflictsText')}</p>
      <ul class="sites">
        {conflicts.map(({ note, versions: [{ text }] }) => (
          <li key={note}>
            <span dir="auto">{beginningOf(text) || t('conflictEmpty')}</span>
            <button
              type="button"
              aria-label={t('conflictLookAt', beginningOf(text) || t('conflictEmpty'))}
              onClick={() => onAsk({ kind: 'settle', note })}
            >
              {t('conflictLook')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** UTF-16 code units of which the line could show any, and characters that it shows. */
const [MOST_READ, MOST_SHOWN] = [400, 80];
const beginningOf = (text: string): string =>
  cutShort(text.slice(0, MOST_READ).replace(/\s+/g, ' ').trim(), MOST_SHOWN);

type PlaceProps = { readonly place: SyncOn['place'] } & Pick<SyncEvents, 'onAsk'>;

const Place = ({ place: { kind, where, user }, onAsk }: PlaceProps) => (
  <>
    <h3>{t('syncCopyLies')}</h3>
    <p>
      {t(PLACE_KIND[kind])}{' '}
      <bdi dir="ltr" class="address">
        {where}
      </bdi>
      {user !== null && user !== '' && (
        <>
          {' · '}
          <bdi dir="ltr">{user}</bdi>
        </>
      )}
    </p>
    {kind !== 'folder' && (
      <button type="button" onClick={() => onAsk({ kind: 'place' })}>
        {t('syncChangePlaceAny')}
      </button>
    )}
  </>
);
