import './i18n-stub.ts';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageView } from '@/lib/ui/page-view.ts';
import { PopupView } from '@/lib/ui/popup-view.tsx';
import { spies } from './reader-spies.ts';
import { ARTICLE, readPage, readerProps } from './sample-props.ts';

afterEach(cleanup);

const noArticle = (why: 'no-text' | 'too-short' | 'list-of-links'): PageView => ({ kind: 'no-article', why });

describe('why there is nothing to show', () => {
  const cases: readonly (readonly [PageView, string, RegExp, string | null])[] = [
    [{ kind: 'unread' }, 'Not read yet', /only when you ask/, 'Read this page'],
    [{ kind: 'off' }, 'Off on this site', /switched Parallax off here/, 'Read it this once'],
    [{ kind: 'permission' }, 'No access to this page', /take that back/, 'Allow on every site'],
    [{ kind: 'forbidden', why: 'browser' }, 'Parallax may not read this page', /browser’s own pages/, null],
    [{ kind: 'forbidden', why: 'store' }, 'Parallax may not read this page', /store for extensions/, null],
    [{ kind: 'forbidden', why: 'pdf' }, 'Parallax may not read this page', /PDF viewer/, null],
    [{ kind: 'forbidden', why: 'file' }, 'Parallax may not read this page', /file on this device/, null],
    [{ kind: 'reading' }, 'Reading…', /on the screen comes first/, null],
    [noArticle('no-text'), 'Not an article', /no running text/, 'Read again'],
    [noArticle('too-short'), 'Not an article', /too few sentences/, 'Read again'],
    [noArticle('list-of-links'), 'Not an article', /list of links/, 'Read again'],
    [
      { kind: 'no-story', article: ARTICLE, packs: 2 },
      'No known story here: 0 of 2 packs match',
      /says nothing about the article/,
      null,
    ],
    [
      { kind: 'no-story', article: ARTICLE, packs: 1 },
      'No known story here: 0 of 1 pack match',
      /says nothing about the article/,
      null,
    ],
    [readPage(null, []), 'A known story, but no sentence matched', /close enough/, null],
    [{ kind: 'failed', why: 'library' }, 'Something went wrong', /Nothing in it has changed/, 'Read again'],
    [{ kind: 'failed', why: 'page' }, 'Something went wrong', /have not changed/, 'Read again'],
  ];

  it.each(cases)('%j', (page, title, text, action) => {
    const events = spies();
    render(<PopupView {...readerProps(null, { page, events })} />);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(title);
    expect(screen.getByRole('main').textContent).toMatch(text);
    const button = action === null ? null : screen.getByRole('button', { name: action });
    expect(screen.getByRole('main').querySelectorAll('button')).toHaveLength(button === null ? 0 : 1);
    if (button !== null) fireEvent.click(button);
    expect(events.onRead).toHaveBeenCalledTimes(button !== null && page.kind !== 'permission' ? 1 : 0);
    expect(events.onGrant).toHaveBeenCalledTimes(page.kind === 'permission' ? 1 : 0);
  });
});
