/**
 * Goes into a page, on the reader's click or on the sites they chose. Wires a session to the background; a script of
 * its own rather than a WXT content script, which would announce itself to the page.
 */
import { defineUnlistedScript } from '#imports';
import { broadcast, call, servePage } from '@/lib/messages/bus.ts';
import { browser } from 'wxt/browser';
import { parseHeight, parseNoteName, parseNoteShow, parseNoteStart } from '@/lib/messages/parse-note-payloads.ts';
import { parsePick, parseWalk } from '@/lib/messages/parse-payloads.ts';
import { DONE } from '@/lib/messages/protocol.ts';
import { startSession } from '@/lib/reading/session.ts';

declare global {
  /** Ends the session of an earlier injection into the same page. Lives in the isolated world: the page sees none of it. */
  var __parallaxStop: (() => void) | undefined;
}

export default defineUnlistedScript(() => {
  globalThis.__parallaxStop?.();
  const life = new AbortController();
  const stop = () => life.abort();
  globalThis.__parallaxStop = stop;

  const report = (cause: unknown) => console.error('Parallax:', cause);
  const session = startSession(
    { document, address: () => location.href },
    {
      fingerprints: () => call('gate.fingerprints'),
      match: (ask) => call('article.match', ask),
      card: (ref) => call('card.compose', ref),
      confirm: (ask) => call('match.confirm', ask),
      restore: (ask) => call('match.restore', ask),
      openPanel: () => void call('panel.open').catch(report),
      settings: () => call('page.settings'),
      notesOn: (ask) => call('notes.on', ask),
      anchored: (ask) => call('notes.anchored', ask),
      add: (ask) => call('note.add', ask),
      met: (met) => call('page.met', met),
      changeNote: (ask) => call('note.change', ask),
      deleteNote: (ask) => call('note.delete', ask),
      restoreNote: (ask) => call('note.restore', ask),
      editorUrl: browser.runtime.getURL('/note.html'),
      openEditorWindow: () => void call('editor.window').catch(report),
      panelIsOpen: () => call('panel.isOpen'),
      news: (marks) => void broadcast({ news: 'page.changed', marks }).catch(stop),
      gone: stop,
      report,
    },
    life.signal,
  );

  const { answers, editor } = session.notes;
  servePage(
    {
      ...answers,
      'note.start': (raw) => answers['note.start'](parseNoteStart(raw)),
      'note.put': (raw) => answers['note.put'](parseNoteStart(raw)),
      'note.show': (raw) => answers['note.show'](parseNoteShow(raw)),
      'note.attach': (raw) => answers['note.attach'](parseNoteName(raw)),
      'note.link': (raw) => answers['note.link'](parseNoteName(raw)),
      'editor.job': editor.ask,
      'editor.height': (raw) => {
        editor.setHeight(parseHeight(raw));
        return DONE;
      },
      'editor.close': () => {
        editor.close();
        return DONE;
      },
      'page.state': () => session.state(),
      'page.pick': (raw) => {
        const { mark, scroll } = parsePick(raw);
        session.pick(mark, scroll);
        return DONE;
      },
      'page.walk': (raw) => {
        session.walk(parseWalk(raw).step);
        return DONE;
      },
      'page.reread': () => {
        session.reread();
        return DONE;
      },
      'page.stop': () => {
        stop();
        void broadcast({ news: 'page.changed', marks: 0 }).catch(report);
        return DONE;
      },
    },
    life.signal,
  );
});
