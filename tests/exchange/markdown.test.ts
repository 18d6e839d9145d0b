import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { NoteId } from '@/lib/core/ids.ts';
import type { ExportItem } from '@/lib/exchange/export-item.ts';
import { blockId, noteInMarkdown } from '@/lib/exchange/markdown-note.ts';
import { plainLine, tagName, yamlText } from '@/lib/exchange/markdown-text.ts';
import { notesToMarkdown, notesToMarkdownFiles } from '@/lib/exchange/markdown.ts';
import { HOSTILE_TEXTS, arbitraryItems, arbitraryNote, arbitraryText } from './arbitrary-note.ts';
import { all, each, written } from './pieces.ts';
import { SAMPLE, SAVED, madeNote } from './sample-report.ts';

const filesOf = (items: readonly ExportItem[]) => all(notesToMarkdownFiles(each(items)));
const items = SAMPLE.notes.map(({ note }) => ({ note, article: SAVED }));
/** What stands between the lines of three dashes, and after. */
const parted = (text: string): { front: unknown; rest: string } => {
  const [, front = '', rest = ''] = /^---\n(.*?)^---\n(.*)$/ms.exec(text) ?? [];
  return { front: parse(front), rest };
};

describe('front matter', () => {
  it('says of the article what is known', async () => {
    const [file] = await filesOf(items);
    expect(file?.name).toBe('Envoys leave Port Ellery with a page of proposals and two readings of it.md');
    expect(parted(file?.text ?? '').front).toEqual({
      title: SAVED.title,
      url: SAVED.url,
      canonical: SAVED.url,
      author: 'Lena Ortiz and Paul Weir',
      site: 'The Strait Courier',
      published: '2021-03-03',
      updated: '2021-03-04',
      language: 'en',
      'first-read': '2021-03-03',
      read: '2021-03-04',
      tags: ['shipowners', 'to-check'],
      'text-hash': SAVED.text,
      packs: ['harbour-2021'],
      questions: ['q-outcome'],
      claims: ['nothing-came'],
    });
  });
  it('of an article that is not kept, the address', async () => {
    const [file] = await filesOf([{ note: madeNote('x'), article: null }]);
    expect(parted(file?.text ?? '').front).toEqual({ url: SAVED.url });
    expect(file?.name).toBe('strait.example 2021 envoys.md');
  });
  it.each(HOSTILE_TEXTS)('a string of YAML is the same string again: %j', (text) => {
    expect(yamlText(text)).toMatch(/^[\x20-\x7E\xA0-\u2027\u202A-\uFEFE\uFF00-\uFFFD]*$/);
    expect(parse(`value: ${yamlText(text)}`)).toEqual({ value: text });
  });
  it('whatever the string, on one line', () => {
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const quoted = yamlText(text);
        expect(quoted).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
        expect(parse(`value: ${quoted}`)).toEqual({ value: text });
      }),
    );
  });
  it('is the same again whatever the words, and the file goes on after it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryItems(3), async (some) => {
        for (const item of some.filter(({ note }) => note.deleted === null)) {
          const [file] = await filesOf([item]);
          const { front, rest } = parted(file?.text ?? '');
          const { article, note } = item;
          const { title = null, byline: author = null, outlet: site = null, published = null } = article ?? {};
          const known = Object.entries({ url: note.url, title, author, site, published });
          expect(front).toMatchObject(Object.fromEntries(known.filter(([, value]) => value !== null)));
          expect(rest.trimStart().startsWith('# ')).toBe(true);
        }
      }),
    );
  });
});

describe('a note', () => {
  it('is a callout with its words, its body and a name for links', () => {
    const note = madeNote('a page * more', {
      id: 'abc-1' as NoteId,
      flag: 'quote',
      body: '- one\n- *two*',
      tags: ['To check'],
    });
    expect(noteInMarkdown(note)).toBe(
      [
        '> [!quote|yellow] Flag: quote · 2021-03-04',
        '> a page \\* more',
        '>',
        '> [Open at the passage](<https://strait.example/2021/envoys#:~:text=a%20page%20*%20more>) · #To-check',
        '>',
        '> - one',
        '> - *two*',
        '',
        '^note-abc-1',
        '',
        '',
      ].join('\n'),
    );
  });
  it('tells what a flag rests on, each source with its link', () => {
    const lines = noteInMarkdown(SAMPLE.notes[0]?.note ?? madeNote(null)).split('\n');
    expect(lines[0]).toBe('> [!context|yellow] Flag: missing context · 2021-03-04');
    expect(lines).toContain('> > [!abstract]- Who says what: What did the harbour talks of 2 March 2021 achieve?');
    expect(lines).toContain(
      '> > - **Jonas Reed** (head of the dockers’ delegation) asserts: The talks came close to a breakthrough. “for the first time we have it in writing” Said 2021-03-02. [Harbour Ledger, Ana Brandt, “Cranes stand still”, 2021-03-02](<https://ledger.example/cranes>)',
    );
  });
  it('answers another by its name, and says whose it is', () => {
    const note = madeNote(null, {
      replyTo: 'abc-1' as NoteId,
      body: 'No.',
      imported: { format: 'w3c', id: 'x', author: 'Ines*', rest: null },
    });
    expect(noteInMarkdown(note)).toContain('> in reply to [[#^note-abc-1]] · by Ines\\*\n');
  });
  it.each([
    ['an address that is none of the web', { url: 'javascript:alert(1)' }, 'Open at'],
    ['a comment that hides the rest', { body: 'a %% b' }, '%%'],
    ['a name that is another note’s', { body: 'a ^note-x' }, ' ^note-x'],
  ])('%s does nothing', (_name, rest, never) => expect(noteInMarkdown(madeNote('x', rest))).not.toContain(never));

  it('keeps within its callout, whatever its words', () => {
    fc.assert(
      fc.property(arbitraryNote, (note) => {
        const lines = noteInMarkdown(note).split('\n');
        const end = lines.indexOf('');
        expect(lines.slice(0, end).filter((line) => !line.startsWith('>'))).toEqual([]);
        expect(lines[0]).toMatch(/^> \[!\w+\|\w+\] /);
        expect(lines.slice(end)).toEqual(['', `^${blockId(note.id)}`, '', '']);
        expect(lines.join('\n')).not.toMatch(/%%|\r/);
      }),
    );
  });
  it('words of a page and of a pack are no markup', () => {
    const escapes = /\\[!-/:-@[-`{-~]/g;
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const line = plainLine(text);
        expect(line).not.toMatch(/\n/);
        expect(line.replace(escapes, 'x')).not.toMatch(/[\\`*_[\]<>#^~|$%{}]|^(?:[-+=]|\d+[.)])|!\[|&/);
      }),
    );
    expect(plainLine('[!danger] 1. <b>x</b> ^id #tag')).toBe('\\[!danger\\] 1. \\<b\\>x\\</b\\> \\^id \\#tag');
    expect(plainLine('1. one')).toBe('1\\. one');
    expect(plainLine('It’s 5-6 (or so): “yes” & no')).toBe('It’s 5-6 (or so): “yes” \\& no');
  });
  it.each([
    ['climate change', 'climate-change'],
    ['#news/war', 'news/war'],
    ['1984', '1984_'],
    ['ça ira!', 'ça-ira'],
    ['!!', null],
  ])('the tag %j', (tag, name) => expect(tagName(tag)).toBe(name));
});

describe('files', () => {
  const other = { ...SAVED, key: madeNote(null).article, title: 'ENVOYS leave', url: 'https://b.example/x' };
  const at = (key: string, article: ExportItem['article']): ExportItem => ({
    note: { ...madeNote('x'), article: key as ExportItem['note']['article'] },
    article,
  });

  it('one for each article, its notes in their order, none from the bin', async () => {
    const files = await filesOf([
      ...items,
      at('b', other),
      at('b', other),
      { note: madeNote('x', { deleted: 1 }), article: SAVED },
    ]);
    expect(files).toHaveLength(2);
    const ids = [...(files[0]?.text ?? '').matchAll(/^\^(.*)$/gm)].map(([, id]) => id);
    expect(ids).toEqual(items.map(({ note }) => blockId(note.id)));
  });
  it('articles of one title have files of their own', async () => {
    const files = await filesOf([at('a', other), at('b', { ...other, title: 'Envoys Leave' })]);
    expect(files.map(({ name }) => name)).toEqual(['ENVOYS leave.md', 'Envoys Leave (2).md']);
  });
  it('all in one: a heading for each article', async () => {
    const text = await written(notesToMarkdown, [...items, at('b', { ...other, title: 'A [b] `c`' })]);
    expect(text.match(/^# .*$/gm)).toEqual([
      `# [${plainLine(SAVED.title ?? '')}](<${SAVED.url}>)`,
      '# [A \\[b\\] \\`c\\`](<https://b.example/x>)',
    ]);
    expect(text).toContain(
      '\nLena Ortiz and Paul Weir · The Strait Courier · published 2021-03-03 · read 2021-03-04\n',
    );
  });
});
