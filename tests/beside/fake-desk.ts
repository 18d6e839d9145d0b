/** A desk that reaches nothing: it answers as it is told, shows the view it is given, and tells what it was asked. */
import type { SyncView } from '@/lib/core/sync.ts';
import type { SyncDesk } from '@/lib/replica/sync-desk.ts';
import { syncOn } from '../ui/sample-sync.ts';

type Answers = Partial<{ readonly [Name in keyof SyncDesk]: SyncDesk[Name] }>;

/** What was called, and with what. */
type Asked = readonly [name: keyof SyncDesk, ...parts: unknown[]];

export type FakeDesk = SyncDesk & {
  readonly asked: readonly Asked[];
  /** The view from now on. */
  readonly show: (view: SyncView) => void;
  readonly followers: () => number;
};

export function fakeDesk(first: SyncView, answers: Answers = {}): FakeDesk {
  let view = first;
  const followers = new Set<(view: SyncView) => void>();
  const show = (next: SyncView): void => {
    view = next;
    followers.forEach((follow) => follow(view));
  };
  const answer = <Name extends keyof SyncDesk>(name: Name, usual: SyncDesk[Name]): SyncDesk[Name] =>
    answers[name] ?? usual;
  const done = () => Promise.resolve({ kind: 'done' } as const);
  const nothing = () => Promise.resolve();
  const joined = () => {
    show(syncOn());
    return Promise.resolve({ kind: 'joined' } as const);
  };
  const desk: SyncDesk = {
    watch(seen) {
      followers.add(seen);
      seen(view);
      return () => followers.delete(seen);
    },
    allow: answer('allow', () => Promise.resolve(true)),
    useFolder: answer('useFolder', ({ name }) => Promise.resolve({ kind: 'folder', name })),
    probe: answer('probe', () => Promise.resolve({ kind: 'empty' })),
    create: answer('create', () => {
      show(syncOn());
      return Promise.resolve({ kind: 'done', recovery: RECOVERY });
    }),
    join: answer('join', joined),
    readCode: answer('readCode', (code) => Promise.resolve(code === CODE ? CODE_READ : { kind: 'unreadable' })),
    joinByCode: answer('joinByCode', joined),
    pairingCode: answer('pairingCode', () => Promise.resolve({ kind: 'code', code: CODE })),
    endPairing: answer('endPairing', nothing),
    changePassphrase: answer('changePassphrase', done),
    newRecovery: answer('newRecovery', () => Promise.resolve({ kind: 'done', recovery: RECOVERY })),
    revoke: answer('revoke', () => Promise.resolve({ kind: 'done', recovery: RECOVERY })),
    unlockAgain: answer('unlockAgain', done),
    rename: answer('rename', nothing),
    choose: answer('choose', nothing),
    changePlace: answer('changePlace', done),
    leave: answer('leave', () => {
      show({ kind: 'off' });
      return done();
    }),
    settle: answer('settle', (note) => {
      if (view.kind === 'on') show({ ...view, conflicts: view.conflicts.filter((each) => each.note !== note) });
      return Promise.resolve();
    }),
    dismiss: answer('dismiss', (id) => {
      if (view.kind === 'on') show({ ...view, alarms: view.alarms.filter((each) => each.id !== id) });
      return Promise.resolve();
    }),
    undoDeletes: answer('undoDeletes', nothing),
    repair: answer('repair', nothing),
    startAnew: answer('startAnew', done),
    syncNow: answer('syncNow', nothing),
  };
  const asked: Asked[] = [];
  return { ...told(desk, asked), show, asked, followers: () => followers.size };
}

/** Every function of it tells what it was called with. */
function told(desk: SyncDesk, asked: Asked[]): SyncDesk {
  const telling = Object.entries(desk).map(([name, work]) => [
    name,
    (...parts: unknown[]): unknown => {
      if (name !== 'watch' && name !== 'readCode') asked.push([name as keyof SyncDesk, ...parts]);
      return (work as (...parts: unknown[]) => unknown)(...parts);
    },
  ]);
  return Object.fromEntries(telling) as SyncDesk;
}

export const RECOVERY = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-ABCD';
export const PASSPHRASE = 'amber basket candle dollar eleven fabric';
export const CODE = `PLX1-${'Q7aZ'.repeat(66)}`;
const CODE_READ = {
  kind: 'code',
  place: { kind: 'webdav', url: 'https://cloud.example/dav', user: 'lena', password: 'secret' },
} as const;
