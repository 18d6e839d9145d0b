/** What sync reaches outside the library: the storage, the browser's leave to reach it, clocks and locks. */
import { browser } from 'wxt/browser';
import type { Place } from '@/lib/core/sync.ts';
import { call } from '@/lib/messages/bus.ts';
import { openRemote } from '@/lib/remote/open-remote.ts';
import type { RemoteStore } from '@/lib/sync/remote.ts';
import { allow, isAllowed } from './leave-to-reach.ts';
import type { Locks } from './run-lock.ts';

export type OpenAsk = {
  readonly place: Place;
  readonly folder: FileSystemDirectoryHandle | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onServerTime?: ((time: number) => void) | undefined;
};

export type Outside = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly open: (ask: OpenAsk) => RemoteStore;
  readonly isAllowed: (place: Place, folder: FileSystemDirectoryHandle | undefined) => Promise<boolean>;
  /** Within a click. */
  readonly allow: (place: Place, folder: () => Promise<FileSystemDirectoryHandle | undefined>) => Promise<boolean>;
  readonly locks: Locks;
  /** Of Parallax. */
  readonly version: () => string;
  /** Tells the background what to do. Never rejects: what it was not told now it finds at its next alarm. */
  readonly tell: (what: 'sync.now' | 'sync.changed' | 'sync.stop') => Promise<unknown>;
  /** Keeps the worker from being stopped until the returned function is called. */
  readonly stayAwake: () => () => void;
};

/** The browser stops a worker that has called nothing of its for thirty seconds. */
const CALL_EVERY = 20_000;

export const AS_RUNNING: Outside = {
  now: Date.now,
  random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
  open: ({ place, folder, signal, onServerTime }) =>
    openRemote(place, {
      // eslint-disable-next-line no-restricted-globals -- the reader's own storage, with content that is sealed
      fetch: (url, init) => fetch(url, init),
      now: Date.now,
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      random: Math.random,
      signal,
      folder,
      onServerTime,
    }),
  isAllowed,
  allow,
  get locks() {
    return navigator.locks;
  },
  version: () => browser.runtime.getManifest().version,
  tell: (what) => call(what).catch(() => undefined),
  stayAwake: () => {
    const timer = setInterval(() => void browser.runtime.getPlatformInfo(), CALL_EVERY);
    return () => clearInterval(timer);
  },
};
