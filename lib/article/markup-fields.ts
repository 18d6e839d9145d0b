/** What the visible page and its address say of the article: microdata, `time` elements, bylines, the path's date. */
import { textIn, titleOf } from './headline.ts';
import type { Hints, RawFields } from './page-fields.ts';

const MOST = 20;
const LONGEST = 120;
const ELSEWHERE =
  'aside, nav, footer, [itemprop~="comment"], [itemtype*="Comment"], [id*="comment" i], [class*="related" i]';

export function readMicrodata(page: Document): RawFields {
  return {
    title: values(page, '[itemprop~="headline"]'),
    byline: [authorNames(page, '[itemprop~="author"], [itemprop~="creator"]')],
    outlet: values(page, '[itemprop~="publisher"] [itemprop~="name"], [itemprop~="provider"] [itemprop~="name"]'),
    url: page.querySelector('[itemprop~="mainEntityOfPage"]')?.getAttribute('itemid')?.split(' ') ?? [],
    published: values(page, '[itemprop~="datePublished"], [itemprop~="dateCreated"]'),
    updated: values(page, '[itemprop~="dateModified"]'),
    language: values(page, '[itemprop~="inLanguage"]'),
  };
}

export function readMarkup(page: Document, { byline, headline }: Hints): RawFields {
  const times = timesOf(page);
  const isUpdate = ({ about }: Time) => /updat|modif|edit/i.test(about);
  return {
    title: [headline === null ? null : textIn(headline), titleOf(page)],
    byline: [...links(page, '[rel~="author"]'), ...values(page, '.byline, [class*="byline" i], .author-name'), byline],
    outlet: [outletInTitle(titleOf(page), headline)],
    published: [...times.filter((time) => !isUpdate(time)), ...datesOf(page)].map(({ when }) => when),
    updated: times.filter(isUpdate).map(({ when }) => when),
    language: [page.documentElement.getAttribute('lang'), page.querySelector('body')?.getAttribute('lang')],
  };
}

export function readAddress(address: string): RawFields {
  const url = URL.parse(address);
  if (url === null) return {};
  const path = url.pathname.replace(
    /\/(\d{4})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d{1,2})(?=\/)/i,
    (_whole, year: string, month: string, day: string) => `/${year}/${monthNumber(month)}/${day}`,
  );
  const [, year, month, day] =
    /[/_-]((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path) ??
    /\/((?:19|20)\d\d)\/(0?[1-9]|1[0-2])\/(?:(0?[1-9]|[12]\d|3[01])\/)?/.exec(path) ??
    [];
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const host = url.hostname.replace(/^(?:www\d?|m|amp|mobile)\./, '');
  return { outlet: /\.[^\d.:\]]{2,}$/.test(host) ? [host] : [], published: [parts.join('-')] };
}

const monthNumber = (name: string): string =>
  String('janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.toLowerCase()) / 3 + 1).padStart(2, '0');

const found = (page: Document, selector: string): Element[] =>
  Array.from(page.querySelectorAll(selector))
    .filter((element) => element.closest(ELSEWHERE) === null)
    .slice(0, MOST);

const valueOf = (element: Element): string =>
  element.getAttribute('content') ?? element.getAttribute('datetime') ?? textIn(element);

const values = (page: Document, selector: string): string[] =>
  found(page, selector)
    .map(valueOf)
    .filter((value) => value.length <= LONGEST * 3);

/** Outermost ones only: a name within an author is the author's. */
function authorNames(page: Document, selector: string): string {
  const names = found(page, selector)
    .filter((element) => element.parentElement?.closest(selector) == null)
    .map((element) => valueOf(element.querySelector('[itemprop~="name"]') ?? element));
  return [...new Set(names.filter((name) => name !== '' && name.length <= LONGEST && !/^https?:/.test(name)))].join(
    ', ',
  );
}

const links = (page: Document, selector: string): string[] => {
  const names = found(page, selector).map(textIn);
  return [[...new Set(names.filter((name) => name !== '' && name.length <= LONGEST))].join(', ')];
};

type Time = { readonly when: string; readonly about: string };

/** Those of the article before those of the page around it. */
function timesOf(page: Document): Time[] {
  const times = found(page, 'time[datetime], time[pubdate], relative-time[datetime]');
  const inArticle = times.filter(
    (time) => time.closest('article, main, [role="main"], [itemtype*="Article"]') !== null,
  );
  return [...new Set([...inArticle, ...times])].map((time) => ({
    when: valueOf(time),
    about: `${classOf(time)} ${classOf(time.parentElement)} ${time.previousSibling?.textContent?.slice(-30) ?? ''}`,
  }));
}

function datesOf(page: Document): Time[] {
  const dated = found(page, '[class*="publish" i], [class*="date" i], [class*="timestamp" i]');
  return dated
    .filter((element) => element.closest('table, figure, ul, ol') === null)
    .map((element) => ({ when: textIn(element), about: '' }))
    .filter(({ when }) => when.length <= LONGEST);
}

const classOf = (element: Element | null): string => element?.getAttribute('class') ?? '';

/** “Talks resume - The Island Herald”, where the heading is “Talks resume”. */
function outletInTitle(title: string, headline: Element | null): string | null {
  const shown = headline === null ? '' : textIn(headline);
  const rest = shown !== '' && title.startsWith(shown) ? title.slice(shown.length) : '';
  return /^\s[|–—\-·•»]\s(.{2,60})$/u.exec(rest)?.[1] ?? null;
}
