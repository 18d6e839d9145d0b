/** A note's Markdown on our pages: what elements it becomes, and that none of them loads, runs or leads astray. */
import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { NoteBody, NoteBodyShort } from '@/lib/ui/note-body.tsx';
import { axeViolations } from './check-axe.ts';

afterEach(cleanup);

const drawn = (text: string): HTMLElement => {
  render(<NoteBody text={text} />);
  return document.body;
};

const NOTE = `# What they say

The board’s **own** figure is *1,500*, ~~1,200~~ \`n=3\`,
see [its page](https://a.example/board "The board") or <desk@a.example>.

> Nothing came of it.
>
> > He said.

1. call
2. read
   - [x] the report
   - [ ] the annex

| who | how many |
|-----|---------:|
| board | 1,500 |
| union | 1,351 |

| a | b |
|---|---|
| 1 | 2 |

\`\`\`sh
ls
\`\`\`

---

![a crane](https://a.example/crane.png)`;

describe('a note', () => {
  it('is drawn as what its signs mean', () => {
    const body = drawn(NOTE);
    expect(body.querySelector('.note-heading strong')?.textContent).toBe('What they say');
    expect(
      ['strong', 'em', 'del', 'code'].map((name) => body.querySelector(`p:not(.note-heading) ${name}`)?.textContent),
    ).toEqual(['own', '1,500', '1,200', 'n=3']);
    expect(body.querySelectorAll('p:not(.note-heading)')[0]?.querySelectorAll('br')).toHaveLength(1);
    expect(body.querySelector('blockquote blockquote p')?.textContent).toBe('He said.');
    expect([...body.querySelectorAll('ol > li')].map((item) => item.getAttribute('value'))).toEqual(['1', '2']);
    expect(within(body).getByRole('img', { name: 'Done' }).parentElement?.textContent).toBe('the report');
    expect(within(body).getByRole('img', { name: 'To do' }).parentElement?.textContent).toBe('the annex');
    expect(
      within(body)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['who', 'how many', 'a', 'b']);
    expect(body.querySelector<HTMLElement>('td:nth-child(2)')?.style.textAlign).toBe('right');
    expect(body.querySelector('pre')?.textContent).toBe('ls');
    expect(body.querySelectorAll('hr')).toHaveLength(1);
  });

  it('has no headings, which would break the order of those around it', () => {
    expect(within(drawn('# a\n\n###### b\n\nc\n===')).queryAllByRole('heading')).toEqual([]);
  });

  it('opens its links outside, telling nobody of where they were', () => {
    const links = within(drawn(NOTE)).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['its page', 'https://a.example/board'],
      ['desk@a.example', 'mailto:desk@a.example'],
      ['Image: a crane', 'https://a.example/crane.png'],
    ]);
    for (const link of links)
      expect(['target', 'rel', 'referrerpolicy'].map((name) => link.getAttribute(name))).toEqual([
        '_blank',
        'noopener noreferrer',
        'no-referrer',
      ]);
  });

  it('shows, where it is very long, the rest as typed, when asked', () => {
    const body = drawn(`**begin** ${'word '.repeat(200_000)}**end**`);
    expect(body.querySelector('.note-body')?.textContent.length).toBeLessThan(25_000);
    const rest = body.querySelector<HTMLDetailsElement>('details');
    expect([rest?.open, within(body).getByText('The rest, as it was typed').localName]).toEqual([false, 'summary']);
    expect(rest?.textContent.endsWith('word **end**')).toBe(true);
  });

  it('passes axe', async () => {
    render(
      <main>
        <h1>Notes</h1>
        <NoteBody text={NOTE} />
        <NoteBody text={'x '.repeat(30_000)} />
      </main>,
    );
    expect(await axeViolations()).toEqual([]);
  });
});

describe('the beginning of a note', () => {
  it('ends between words, its signs read, and unfolds', () => {
    const { container } = render(<NoteBodyShort text={`**${'word '.repeat(30).trim()}**`} most={40} />);
    expect(container.querySelector('strong')?.textContent).toMatch(/^word .*word…$/);
    fireEvent.click(screen.getByRole('button', { name: 'Show all of it' }));
    expect(container.querySelector('strong')?.textContent).toHaveLength(149);
  });
  it('is all of one that is short', () => {
    render(<NoteBodyShort text="*short*" most={40} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

const OURS =
  /^(?:p|strong|em|del|code|pre|br|hr|a|svg|path|ul|ol|li|span|blockquote|div|table|thead|tbody|tr|th|td|details|summary)$/;
const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](https://a.example/" onmouseover="alert(1))',
  '![x](https://a.example/a.png)',
  '![x](data:image/svg+xml,<svg>)',
  '<style>*{display:none}</style>',
  '[x][1]\n\n[1]: javascript:alert(1)',
  '<https://a.example/?<script>>',
  '```<script>\n</script>\n```',
  '| <b> |\n|-|\n| <i> |',
  '\u0000\u202e\uFEFF',
];

describe('whatever is typed', () => {
  it.each(HOSTILE)('%j: only our own elements, and nothing that loads or runs', (text) => harmless(text));

  it('in any order', () => {
    const pieces = fc.constantFrom(...HOSTILE, '\n\n', '\n', ' ', '*', '> ', '- ', '`', '[', '](', ')', '|', '~~', '_');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (all) => {
        harmless(all.join(''));
        cleanup();
      }),
      { numRuns: 150 },
    );
  });
});

function harmless(text: string): void {
  const body = drawn(text);
  for (const element of body.querySelectorAll('*')) {
    expect(element.localName).toMatch(OURS);
    expect(element.getAttributeNames().filter((name) => /^(?:on|src|style$|srcset|background)/.test(name))).toEqual(
      element.hasAttribute('style') ? ['style'] : [],
    );
  }
  const hrefs = [...body.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
  expect(hrefs.filter((href) => !/^(?:https?:\/\/|mailto:)/.test(href))).toEqual([]);
}
