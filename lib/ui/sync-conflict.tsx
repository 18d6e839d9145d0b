/** A note that was changed in two places at once: its texts side by side with the words that differ, and one made of them. */
import { useId, useMemo, useState } from 'preact/hooks';
import { wordDiff, type DiffRun } from '@/lib/anchor/word-diff.ts';
import type { BodyVersion } from '@/lib/core/sync.ts';
import { SyncButtons } from './sync-dialog.tsx';
import { moment } from './sync-words.ts';
import { t } from './text.ts';

/** `device` in each of the versions is the name to show. */
export type SyncConflictProps = {
  readonly versions: readonly [BodyVersion, BodyVersion, ...BodyVersion[]];
  /** The text to start from. `isClean`: every change of all of them is in it, and none contradicts another. */
  readonly merged: { readonly text: string; readonly isClean: boolean };
  readonly now: number;
  readonly onSettle: (text: string) => void;
};

export function SyncConflict({ versions, merged, now, onSettle }: SyncConflictProps) {
  const [text, setText] = useState(merged.text);
  const [first, second] = versions;
  const help = useId();
  return (
    <>
      <p>{t('conflictText')}</p>
      <div class="versions-beside">
        {versions.map((version) => (
          <Version
            key={version.stamp}
            version={version}
            other={version === first ? second : first}
            now={now}
            onKeep={() => onSettle(version.text)}
          />
        ))}
      </div>
      <form
        class="sync-field"
        onSubmit={(event) => {
          event.preventDefault();
          onSettle(text);
        }}
      >
        <label>
          {t('conflictMerged')}
          <textarea
            rows={5}
            dir="auto"
            value={text}
            aria-describedby={help}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <p id={help} class="meta">
          {t(merged.isClean ? 'conflictClean' : 'conflictUnclean')}
        </p>
        <SyncButtons close="syncLater">
          <button type="submit" class={merged.isClean ? 'primary' : undefined}>
            {t('conflictKeepMerged')}
          </button>
        </SyncButtons>
      </form>
    </>
  );
}

type VersionProps = {
  readonly version: BodyVersion;
  /** What it is compared with. */
  readonly other: BodyVersion;
  readonly now: number;
  readonly onKeep: () => void;
};

function Version({ version, other, now, onKeep }: VersionProps) {
  const heading = useId();
  const runs = useMemo(() => wordDiff(other.text, version.text).runs, [other.text, version.text]);
  return (
    <div class="version-beside" role="group" aria-labelledby={heading}>
      <h3 id={heading} dir="auto">
        {version.device} <span class="meta">{moment(version.at, now)}</span>
      </h3>
      <p class="version-text" dir="auto">
        {version.text === '' ? <span class="meta">{t('conflictEmpty')}</span> : <OwnWords runs={runs} />}
      </p>
      <button type="button" aria-label={t('conflictKeepOf', version.device)} onClick={onKeep}>
        {t('conflictKeep')}
      </button>
    </div>
  );
}

/** The text as it stands, what the other lacks set off: struck through would say that it is gone. */
const OwnWords = ({ runs }: { readonly runs: readonly DiffRun[] }) => (
  <>
    {runs.map(({ kind, text }, at) => {
      if (kind === 'removed') return null;
      if (kind === 'kept') return text;
      const words = text.trimEnd();
      return (
        <span key={at}>
          <mark>
            <span class="sr-only">{t('conflictOnlyHere')} </span>
            {words}
            <span class="sr-only">{t('diffEnd')}</span>
          </mark>
          {text.slice(words.length)}
        </span>
      );
    })}
  </>
);
