/** The editor of a note: words, kind, colour, tags. Says that a note is saved only when it is, and never drops what was typed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Colour, FlagKind, NoteDraft } from '@/lib/core/note.ts';
import { colourChoices, flagChoices } from './note-choices.ts';
import { parseTags, tagsInWords } from './tag-words.ts';
import { t } from './text.ts';

/** `failed`: what went wrong, in a sentence that says what is safe and what to do. */
export type EditorState =
  { readonly kind: 'open' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly said: string };

export type NoteEditorProps = {
  readonly draft: NoteDraft;
  readonly isNew: boolean;
  /** What the mark's question asks; null where the note stands on none. */
  readonly asks: string | null;
  readonly state: EditorState;
  /** Written on this page before and never saved. */
  readonly recovered: readonly NoteDraft[];
  readonly onDraft: (draft: NoteDraft) => void;
  readonly onSave: (draft: NoteDraft) => void;
  readonly onDiscard: (draft: NoteDraft) => void;
  readonly onCancel: () => void;
};

export function NoteEditor({ draft: first, isNew, asks, state, recovered, ...on }: NoteEditorProps) {
  const [draft, setDraft] = useState(first);
  const [tags, setTags] = useState(tagsInWords(first.tags));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const change = (next: Partial<NoteDraft>) => {
    const changed = { ...draft, ...next };
    setDraft(changed);
    on.onDraft(changed);
  };
  const save = () => {
    if (state.kind !== 'saving') on.onSave(draft);
  };
  const take = (old: NoteDraft) => {
    change({ body: old.body, tags: old.tags, flag: old.flag, colour: old.colour });
    setTags(tagsInWords(old.tags));
    on.onDiscard(old);
    field.current?.focus();
  };
  return (
    <form
      class="note-editor"
      aria-label={isNew ? t('editorNew') : t('editorEdit')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        } else if (event.key === 'Escape' && !event.isComposing) on.onCancel();
      }}
    >
      <Subject draft={draft} asks={asks} />
      {recovered.map((old) => (
        <Recovered key={old.id} draft={old} onTake={() => take(old)} onDiscard={() => on.onDiscard(old)} />
      ))}
      <label class="field">
        <span>{t('noteBody')}</span>
        <textarea
          ref={field}
          rows={5}
          dir="auto"
          value={draft.body}
          aria-describedby="note-body-help"
          onInput={({ currentTarget }) => change({ body: currentTarget.value })}
        />
      </label>
      <p id="note-body-help" class="meta">
        {t('noteBodyHelp')}
      </p>
      <KindChoice flag={draft.flag} onFlag={(flag) => change({ flag })} />
      <ColourChoice colour={draft.colour} onColour={(colour) => change({ colour })} />
      <label class="field">
        <span>{t('editorTags')}</span>
        <input
          type="text"
          dir="auto"
          value={tags}
          onInput={({ currentTarget: { value } }) => {
            setTags(value);
            change({ tags: parseTags(value) });
          }}
        />
      </label>
      {state.kind === 'failed' && <p role="alert">{state.said}</p>}
      <div class="buttons">
        <button type="submit" class="primary" disabled={state.kind === 'saving'}>
          {state.kind === 'failed' ? t('tryAgain') : t('noteSave')}
        </button>
        <button type="button" onClick={on.onCancel}>
          {t('cancel')}
        </button>
        <span class="meta">{t('noteSaveKey')}</span>
      </div>
    </form>
  );
}

function Subject({ draft: { passage }, asks }: { readonly draft: NoteDraft; readonly asks: string | null }) {
  return (
    <header>
      {passage === null ? (
        <p class="meta">{t('noteOnWholePage')}</p>
      ) : (
        <blockquote dir="auto">{passage.exact}</blockquote>
      )}
      {asks !== null && <p class="meta">{t('noteOnMark', asks)}</p>}
    </header>
  );
}

type RecoveredProps = { readonly draft: NoteDraft; readonly onTake: () => void; readonly onDiscard: () => void };

function Recovered({ draft, onTake, onDiscard }: RecoveredProps) {
  return (
    <section class="recovered" aria-label={t('draftFound')}>
      <p>{t('draftFound')}</p>
      <blockquote dir="auto">{draft.body}</blockquote>
      <div class="buttons">
        <button type="button" onClick={onTake}>
          {t('draftTake')}
        </button>
        <button type="button" onClick={onDiscard}>
          {t('draftDiscard')}
        </button>
      </div>
    </section>
  );
}

type KindChoiceProps = { readonly flag: FlagKind | null; readonly onFlag: (flag: FlagKind | null) => void };

function KindChoice({ flag, onFlag }: KindChoiceProps) {
  const choices = [{ flag: null, words: t('flagNone') }, ...flagChoices()];
  return (
    <fieldset class="choices">
      <legend>{t('flagLegend')}</legend>
      {choices.map((choice) => (
        <label key={choice.words}>
          <input type="radio" name="flag" checked={choice.flag === flag} onChange={() => onFlag(choice.flag)} />
          <span>{choice.words}</span>
        </label>
      ))}
    </fieldset>
  );
}

type ColourChoiceProps = { readonly colour: Colour; readonly onColour: (colour: Colour) => void };

function ColourChoice({ colour, onColour }: ColourChoiceProps) {
  return (
    <fieldset class="choices">
      <legend>{t('colourLegend')}</legend>
      {colourChoices().map((choice) => (
        <label key={choice.colour}>
          <input
            type="radio"
            name="colour"
            checked={choice.colour === colour}
            onChange={() => onColour(choice.colour)}
          />
          <span class={`swatch colour-${choice.colour}`} aria-hidden="true" />
          <span>{choice.words}</span>
        </label>
      ))}
    </fieldset>
  );
}
