/** The place that the reader is typing: what is amiss with it, and when it is whole. */
import { useState } from 'preact/hooks';
import type { Place } from '@/lib/core/sync.ts';
import { checkPlace } from '@/lib/remote/check-place.ts';
import type { ReadCode, SyncDesk } from '@/lib/replica/sync-desk.ts';
import { PLACE_KINDS, placeOf, type PlaceDraft, type PlaceProblem, type Where } from '@/lib/ui/sync-place-draft.ts';
import { pickFolder } from './pick-folder.ts';

export type PlaceInHand = {
  readonly draft: PlaceDraft;
  readonly problems: readonly PlaceProblem[];
  readonly isPlain: boolean;
  readonly change: (change: Partial<PlaceDraft>) => void;
  readonly pick: () => void;
  /** The place in order; null: something is amiss, and is now said. Answers at once, for the browser's question must follow. */
  readonly take: () => Place | null;
};

/** Those that this browser can. */
export function wheresHere(): readonly Where[] {
  return PLACE_KINDS.filter((kind) => kind !== 'folder' || 'showDirectoryPicker' in globalThis);
}

const CODE_PROBLEM = {
  unreadable: 'bad-code',
  expired: 'old-code',
  newer: 'newer-code',
} as const satisfies Record<Exclude<ReadCode['kind'], 'code'>, PlaceProblem>;

export function usePlace(desk: SyncDesk, start: PlaceDraft, onError: (cause: unknown) => void): PlaceInHand {
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<readonly PlaceProblem[]>([]);
  /** The address about which the reader has been warned. */
  const [warned, setWarned] = useState<string | null>(null);
  /** Of the code last typed: known before the click, in which nothing may be awaited. */
  const [read, setRead] = useState<{ readonly of: string; readonly code: ReadCode } | null>(null);
  const change = (next: Partial<PlaceDraft>) => {
    setDraft((before) => ({ ...before, ...next }));
    setProblems([]);
    const { code: of } = next;
    if (of !== undefined) void desk.readCode(of).then((code) => setRead({ of, code }), onError);
  };
  const amiss = (found: readonly PlaceProblem[]): null => {
    setProblems(found);
    return null;
  };
  const takeCode = (): Place | null => {
    if (read?.of !== draft.code) return amiss(['bad-code']);
    return read.code.kind === 'code' ? read.code.place : amiss([CODE_PROBLEM[read.code.kind]]);
  };

  function take(): Place | null {
    if (draft.where === 'code') return takeCode();
    const typed = placeOf(draft);
    if (typed === null) return amiss(['no-folder']);
    const checked = checkPlace(typed);
    const next = draftOf(checked.place, draft);
    setDraft(next);
    // What only lacked its “https://” has it now.
    const found = checked.problems.filter((problem) => problem !== 'no-scheme');
    if (found.length > 0) return amiss(found);
    setProblems([]);
    if (checked.warnings.includes('plain') && warned !== next.url) {
      setWarned(next.url);
      return null;
    }
    return checked.place;
  }
  const pick = () =>
    void pickFolder()
      .then(async (handle) => {
        if (handle === null) return;
        const place = await desk.useFolder(handle);
        if (place.kind === 'folder') change({ folder: place.name });
      })
      .catch(onError);
  return { draft, problems, isPlain: warned !== null && warned === draft.url, change, pick, take };
}

export function draftOf(place: Place, before: PlaceDraft): PlaceDraft {
  switch (place.kind) {
    case 'webdav':
    case 'couch':
      return { ...before, where: place.kind, url: place.url, user: place.user, password: place.password };
    case 's3': {
      const { endpoint, region, bucket, prefix, accessKey, secretKey } = place;
      return { ...before, where: 's3', url: endpoint, region, bucket, prefix, user: accessKey, password: secretKey };
    }
    case 'folder':
      return { ...before, where: 'folder', folder: place.name };
  }
}
