/** The section “Sync” of the options, and the line about it elsewhere. */
import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SYNC_FAULTS, type SyncFault, type SyncView } from '@/lib/core/sync.ts';
import { SyncNotice } from '@/lib/ui/sync-notice.tsx';
import { SyncSection } from '@/lib/ui/sync-section.tsx';
import { axeViolations } from './check-axe.ts';
import {
  ALARMS,
  CLEAN,
  HOUR,
  IN_STEP,
  LAPTOP,
  MINUTE,
  NOW,
  PHONE,
  UNCLEAN,
  failingFor,
  syncOn,
} from './sample-sync.ts';

afterEach(cleanup);

const spies = () => ({
  onAsk: vi.fn(),
  onSyncNow: vi.fn(),
  onAllow: vi.fn(),
  onRename: vi.fn(),
  onChoose: vi.fn(),
  onDismiss: vi.fn(),
  onUndoDeletes: vi.fn(),
  onRepair: vi.fn(),
});
const section = (view: SyncView | null, events = spies(), said = '') => (
  <SyncSection view={view} now={NOW} said={said} events={events} isAsking={false} />
);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('off', () => {
  it('is a paragraph and a button', () => {
    const events = spies();
    render(section({ kind: 'off' }, events));
    expect(screen.getByRole('region', { name: 'Sync' }).textContent).toMatch(/readable by nobody else/);
    expect(buttons()).toEqual(['Set up sync']);
    press('Set up sync');
    expect(events.onAsk).toHaveBeenCalledExactlyOnceWith({ kind: 'set-up' });
  });

  it('says nothing before it is known', () => {
    render(section(null));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('how it stands', () => {
  it('in step: when, and the way to do it now', () => {
    const events = spies();
    render(section(syncOn(), events));
    expect(screen.getByText(/^In step, 2:05/)).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    press('Sync now');
    expect(events.onSyncNow).toHaveBeenCalledOnce();
  });

  it('at work: how far it is; a second run cannot be asked for, and the button keeps the focus', () => {
    const events = spies();
    const status = { ...IN_STEP, pending: 3, running: { step: 'sending', done: 2, of: 5 } as const };
    render(section(syncOn({ status }), events));
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Syncing…' });
    expect([bar.value, bar.max]).toEqual([2, 5]);
    expect(screen.getByText('Sending: 2 of 5 files')).toBeTruthy();
    expect(screen.getByText('3 changes waiting')).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Sync now' });
    button.focus();
    fireEvent.click(button);
    expect(events.onSyncNow).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
  });

  it('what is only looked for does not push the page about', () => {
    render(section(syncOn({ status: { ...IN_STEP, running: { step: 'looking', done: 0, of: null } } })));
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByText('Looking what is new…')).toBeTruthy();
  });

  it.each<[SyncFault, readonly string[]]>([
    ['offline', ['Try now']],
    ['denied', ['Allow again']],
    ['auth', ['Change password…', 'Try now']],
    ['busy', ['Try now']],
    ['full', ['Move the copy…', 'Try now']],
    ['odd', ['Change address…', 'Try now']],
    ['server', ['Try now']],
    ['library', ['Try now']],
    ['locked', ['Unlock…']],
    ['vault-gone', ['Put it there again…', 'Change address…', 'Leave sync…', 'Try now']],
    ['revoked', ['Leave sync…']],
  ])('%s: what can be done is a button', (why, expected) => {
    render(section(syncOn({ status: failingFor(why) })));
    const state = screen.getByText(/^Failing since/).closest('.sync-state');
    expect([...(state?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent)).toEqual(expected);
    expect(within(state as HTMLElement).getByText(/^Last in step: June 13/)).toBeTruthy();
  });

  it.each([
    ['auth', 'Change password…', { kind: 'place' }],
    ['locked', 'Unlock…', { kind: 'unlock' }],
    ['vault-gone', 'Put it there again…', { kind: 'start-anew' }],
  ] as const)('%s: “%s” asks', (why, name, ask) => {
    const events = spies();
    render(section(syncOn({ status: failingFor(why) }), events));
    press(name);
    expect(events.onAsk).toHaveBeenCalledExactlyOnceWith(ask);
  });

  it('denied: the browser is asked within the click', () => {
    const events = spies();
    render(section(syncOn({ status: failingFor('denied') }), events));
    press('Allow again');
    expect(events.onAllow).toHaveBeenCalledOnce();
  });

  it('a run that was asked for is read out, one that was not is silent', () => {
    const running = { step: 'fetching', done: 0, of: 2 } as const;
    const { rerender, container } = render(section(syncOn()));
    const said = () => container.querySelector('.sync-state [role=status]')?.textContent;
    const show = (status = IN_STEP) => rerender(section(syncOn({ status })));
    show({ ...IN_STEP, running });
    show({ ...IN_STEP, lastSuccess: NOW + 1 });
    expect(said()).toBe('');
    press('Sync now');
    show({ ...IN_STEP, lastSuccess: NOW + 1, running });
    expect(said()).toBe('Syncing…');
    show({ ...IN_STEP, lastSuccess: NOW + 2 });
    expect(said()).toBe('In step.');
    show(failingFor('full'));
    expect(said()).toBe('Failing: there is no space left where the copy lies.');
  });
});

describe('what needs the reader', () => {
  it.each([
    ['deleted', 'Undo that', 'onUndoDeletes'],
    ['deleted', 'That was meant', 'onDismiss'],
    ['rolled', 'Write it again from here', 'onRepair'],
    ['missing', 'Write it again from here', 'onRepair'],
    ['rolled', 'Dismiss', 'onDismiss'],
    ['damaged', 'Dismiss', 'onDismiss'],
    ['newer', 'Dismiss', 'onDismiss'],
    ['copied', 'Dismiss', 'onDismiss'],
    ['clock', 'Dismiss', 'onDismiss'],
    ['foreign', 'Dismiss', 'onDismiss'],
  ] as const)('%s: “%s” is %s', (id, name, event) => {
    const events = spies();
    const alarm = ALARMS.find((each) => each.id === id);
    render(section(syncOn({ alarms: ALARMS.filter((each) => each.id === id) }), events));
    const list = within(screen.getByRole('list', { name: 'What sync noticed' }));
    expect(list.getByText(/^Noticed: 11:05/)).toBeTruthy();
    fireEvent.click(list.getByRole('button', { name }));
    expect(events[event]).toHaveBeenCalledExactlyOnceWith(alarm);
  });

  it('notes with two texts: how many, and each by its first words', () => {
    const events = spies();
    render(section(syncOn({ conflicts: [CLEAN, UNCLEAN] }), events));
    const group = within(screen.getByRole('group', { name: '2 notes were changed in two places' }));
    expect(group.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Look…', 'Look…']);
    fireEvent.click(group.getByRole('button', { name: /Look at the texts of: Who said so first/ }));
    expect(events.onAsk).toHaveBeenCalledExactlyOnceWith({ kind: 'settle', note: UNCLEAN.note });
  });

  it('the keyboard goes on from the heading when what had it is settled', () => {
    const { rerender } = render(section(syncOn({ alarms: ALARMS })));
    const [first] = screen.getAllByRole('button', { name: 'Dismiss' });
    first?.focus();
    rerender(section(syncOn()));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sync' }));
  });
});

it('and when a dialog is over that had taken the focus, and what opened it is gone', () => {
  const asking = (isAsking: boolean) => (
    <SyncSection view={syncOn()} now={NOW} said="" events={spies()} isAsking={isAsking}>
      {isAsking && <input />}
    </SyncSection>
  );
  const { rerender } = render(asking(true));
  const field = screen.getByRole('textbox');
  field.focus();
  field.blur();
  rerender(asking(false));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sync' }));
});

describe('devices', () => {
  const rows = () =>
    within(screen.getByRole('list', { name: 'Devices' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  it('this one first, then by when they last wrote', () => {
    render(section(syncOn()));
    expect(rows()).toEqual([
      'Laptop this device · last wrote on June 14, 2025Rename',
      'Phone last wrote on June 12, 2025Remove…',
      'Desk at work has not written yetRemove…',
    ]);
  });

  it('another one can be removed, one more added', () => {
    const events = spies();
    render(section(syncOn(), events));
    press('Remove Phone');
    press('Add a device…');
    expect(events.onAsk.mock.calls).toEqual([[{ kind: 'revoke', device: PHONE }], [{ kind: 'pair' }]]);
  });

  it('a folder cannot be told in a code', () => {
    render(section(syncOn({ place: { kind: 'folder', where: 'Notes', user: null } })));
    expect(screen.queryByRole('button', { name: 'Add a device…' })).toBeNull();
    expect(screen.getByText(/set up sync there with the same folder/)).toBeTruthy();
  });

  it('this one is renamed in place, by keyboard', () => {
    const events = spies();
    render(section(syncOn(), events));
    press('Rename this device');
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of this device' });
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe(LAPTOP.name);
    fireEvent.input(field, { target: { value: '  Old laptop ' } });
    press('Save');
    expect(events.onRename).toHaveBeenCalledExactlyOnceWith('Old laptop');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Rename this device' }));
    press('Rename this device');
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(events.onRename).toHaveBeenCalledOnce();
  });
});

it('what goes along is the reader’s choice', () => {
  const events = spies();
  render(section(syncOn(), events));
  fireEvent.click(screen.getByRole('switch', { name: 'Settings too' }));
  fireEvent.click(screen.getByRole('switch', { name: 'Texts of all articles read' }));
  expect(events.onChoose.mock.calls).toEqual([
    [{ settings: false, allTexts: false }],
    [{ settings: true, allTexts: true }],
  ]);
});

it('what came of the last thing asked is read out', () => {
  const { rerender } = render(section(syncOn()));
  const region = screen.getAllByRole('status').at(-1);
  rerender(section(syncOn(), spies(), 'The passphrase is changed.'));
  expect(region?.textContent).toBe('The passphrase is changed.');
});

describe('passes axe', () => {
  it.each<[string, SyncView]>([
    ['off', { kind: 'off' }],
    ['in step', syncOn()],
    ['with everything noticed', syncOn({ alarms: ALARMS, conflicts: [CLEAN, UNCLEAN] })],
    ['at work', syncOn({ status: { ...IN_STEP, running: { step: 'sending', done: 1, of: null } } })],
    ...SYNC_FAULTS.map((why): [string, SyncView] => [why, syncOn({ status: failingFor(why) })]),
  ])('%s', async (_name, view) => {
    render(section(view));
    expect(await axeViolations()).toEqual([]);
  });
});

describe('the line elsewhere', () => {
  const line = (view: SyncView) => render(<SyncNotice view={view} now={NOW} onOpen={vi.fn()} />);
  it.each<[string, SyncView]>([
    ['off', { kind: 'off' }],
    ['in step', syncOn()],
    ['at work', syncOn({ status: { ...IN_STEP, pending: 3 } })],
    ['failing for a little while', syncOn({ status: failingFor('offline', NOW - 50 * MINUTE) })],
  ])('is quiet: %s', (_name, view) => {
    line(view);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it.each<[SyncView, RegExp]>([
    [syncOn({ status: failingFor('auth', NOW - 2 * HOUR) }), /^Sync has been failing since 12:05/],
    [syncOn({ conflicts: [CLEAN] }), /^1 note was changed in two places/],
    [syncOn({ alarms: ALARMS.slice(0, 1) }), /^Sync noticed 1 thing/],
    [syncOn({ alarms: ALARMS.slice(0, 2), conflicts: [CLEAN, UNCLEAN] }), /^2 notes .* · Sync noticed 2 things/],
  ])('says what needs the reader, %#', async (view, words) => {
    line(view);
    expect(screen.getByRole('status').textContent).toMatch(words);
    expect(screen.getByRole('button', { name: 'Open sync' })).toBeTruthy();
    expect(await axeViolations()).toEqual([]);
  });
});
