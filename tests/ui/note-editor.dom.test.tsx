import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NoteDraft } from '@/lib/core/note.ts';
import { NoteEditor, type EditorState, type NoteEditorProps } from '@/lib/ui/note-editor.tsx';
import { sampleNote } from '@/tests/core/sample-note.ts';
import { axeViolations } from './check-axe.ts';

afterEach(cleanup);

const { id, passage, flag, body, tags, colour } = sampleNote();
const draft: NoteDraft = { id, passage, flag, body, tags, colour };
const OLD: NoteDraft = {
  ...draft,
  id: sampleNote(2).id,
  body: 'Lost words',
  tags: ['old'],
  colour: 'blue',
  flag: 'quote',
};

function open(change: Partial<NoteEditorProps> = {}) {
  const events = {
    onDraft: vi.fn<NoteEditorProps['onDraft']>(),
    onSave: vi.fn<NoteEditorProps['onSave']>(),
    onDiscard: vi.fn<NoteEditorProps['onDiscard']>(),
    onCancel: vi.fn<() => void>(),
  };
  const state: EditorState = { kind: 'open' };
  render(<NoteEditor draft={draft} isNew asks={null} state={state} recovered={[]} {...events} {...change} />);
  return events;
}
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
const typed = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

describe('the editor of a note', () => {
  it('begins in the field, with what the note stands on above', () => {
    open({ asks: 'How many were hurt?' });
    expect(document.activeElement).toBe(words());
    expect(screen.getByText('at least 120 people').localName).toBe('blockquote');
    expect(screen.getByText('On the question: How many were hurt?')).toBeTruthy();
  });

  it('hands over every change, and saves what is there', () => {
    const { onDraft, onSave } = open();
    typed(words(), 'Counted by whom?');
    typed(screen.getByRole('textbox', { name: 'Tags, parted by commas' }), 'figures,  by hand, Figures,');
    fireEvent.click(screen.getByRole('radio', { name: 'figure' }));
    fireEvent.click(screen.getByRole('radio', { name: 'sky blue' }));
    const now = { ...draft, body: 'Counted by whom?', tags: ['figures', 'by hand'], flag: 'figure', colour: 'sky' };
    expect(onDraft).toHaveBeenLastCalledWith(now);
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSave).toHaveBeenCalledWith(now);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }])('saves by key: %o', (held) => {
    const { onSave } = open();
    fireEvent.keyDown(words(), { key: 'Enter' });
    expect(onSave).not.toHaveBeenCalled();
    fireEvent.keyDown(words(), { key: 'Enter', ...held });
    expect(onSave).toHaveBeenCalledWith(draft);
  });

  it('is left by Escape, but not out of the writing of a letter', () => {
    const { onCancel } = open();
    fireEvent.keyDown(words(), { key: 'Escape', isComposing: true });
    expect(onCancel).not.toHaveBeenCalled();
    fireEvent.keyDown(words(), { key: 'Escape' });
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('saves once while it is saving', () => {
    const { onSave } = open({ state: { kind: 'saving' } });
    fireEvent.keyDown(words(), { key: 'Enter', ctrlKey: true });
    expect(onSave).not.toHaveBeenCalled();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  });

  it('says what went wrong, keeps the words, and offers to try again', () => {
    const { onSave } = open({ state: { kind: 'failed', said: 'Not saved: the disk is full.' } });
    expect(screen.getByRole('alert').textContent).toBe('Not saved: the disk is full.');
    expect(words().value).toBe(draft.body);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onSave).toHaveBeenCalledWith(draft);
  });

  it('gives back what was written and never saved', () => {
    const { onDraft, onDiscard } = open({ recovered: [OLD] });
    const found = within(screen.getByRole('region', { name: 'You wrote this here and did not save it:' }));
    expect(found.getByText('Lost words')).toBeTruthy();
    fireEvent.click(found.getByRole('button', { name: 'Use it' }));
    expect(words().value).toBe('Lost words');
    expect(onDraft).toHaveBeenLastCalledWith({ ...OLD, id });
    expect(onDiscard).toHaveBeenCalledWith(OLD);
  });

  it('is clear to assistive technology', async () => {
    open({ recovered: [OLD], state: { kind: 'failed', said: 'Not saved.' }, asks: 'Why?' });
    expect(await axeViolations(document.body)).toEqual([]);
  });
});
