/** What a page's JSON-LD says of its article. The JSON of pages is often broken, nested or about something else. */
import type { RawFields } from './page-fields.ts';
import { titleOf } from './headline.ts';
import { likeness } from './likeness.ts';

type Item = Readonly<Record<string, unknown>>;

const ARTICLE =
  /(?:^|[/:])(?:\w*Article|BlogPosting|LiveBlogPosting|Report|\w*Review|SocialMediaPosting|OpinionPiece)$/;
const LONGEST = 1_000_000;
const DEEPEST = 4;

export function readJsonLd(page: Document): RawFields {
  const items = itemsIn(page);
  const article = likeliest(items.filter(isArticle), titleOf(page));
  if (article === null) return {};
  const byId = new Map(
    items.flatMap((item) => (typeof item['@id'] === 'string' ? [[item['@id'], item] as const] : [])),
  );
  const names = (value: unknown): string[] => namesIn(value, byId, DEEPEST);
  return {
    title: [textOf(article.headline), textOf(article.name)],
    byline: [names(article.author).join(', '), names(article.creator).join(', ')],
    outlet: [...names(article.publisher), ...names(article.sourceOrganization)],
    url: [addressOf(article.mainEntityOfPage), addressOf(article.url)],
    published: [textOf(article.datePublished), textOf(article.dateCreated)],
    updated: [textOf(article.dateModified)],
    language: [textOf(article.inLanguage), ...names(article.inLanguage)],
  };
}

/** Whether the page says that it is a list of articles, and not that it is one. */
export function saysItIsAList(page: Document): boolean {
  const items = itemsIn(page);
  return (
    !items.some(isArticle) &&
    items.some((item) => typesOf(item).some((type) => /(?:CollectionPage|ItemList|SearchResultsPage)$/.test(type)))
  );
}

function itemsIn(page: Document): Item[] {
  const scripts = Array.from(page.querySelectorAll('script[type="application/ld+json" i]')).slice(0, 30);
  return scripts.flatMap((script) => flatten(parse(script.textContent), DEEPEST));
}

function parse(source: string): unknown {
  if (source.length > LONGEST) return null;
  for (const text of [source, mended(source)]) {
    try {
      return JSON.parse(text);
    } catch (error) {
      // The page's own mistake, and a common one: another part of the page may answer.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

/** Comments and CDATA around it, raw line breaks in strings, commas before a bracket, a semicolon behind. */
const mended = (source: string): string =>
  source
    .replace(
      /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g,
      '',
    )
    .replace(/[\u0000-\u001f]+/g, ' ')
    .replace(/,(?=\s*[}\]])/g, '')
    .replace(/;\s*$/, '');

function flatten(value: unknown, depth: number): Item[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((entry) => flatten(entry, depth - 1));
  if (!isItem(value)) return [];
  return [
    value,
    ...[value['@graph'], value.mainEntity, value.mainEntityOfPage].flatMap((inner) => flatten(inner, depth - 1)),
  ];
}

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

function typesOf(item: Item): string[] {
  const types: unknown = item['@type'];
  return (Array.isArray(types) ? types : [types]).filter((type) => typeof type === 'string');
}

const isArticle = (item: Item): boolean => typesOf(item).some((type) => ARTICLE.test(type));

/** Of several, the one that is called what the page is called. */
function likeliest(articles: readonly Item[], title: string): Item | null {
  const scored = articles.map((item) => ({
    item,
    score: likeness(textOf(item.headline) ?? textOf(item.name) ?? '', title),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.find(({ score }) => score === best)?.item ?? null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function namesIn(value: unknown, byId: ReadonlyMap<string, Item>, depth: number): string[] {
  if (depth === 0) return [];
  if (typeof value === 'string') return value.trim() === '' || /^https?:/.test(value) ? [] : [value.trim()];
  if (Array.isArray(value)) {
    return [...new Set(value.slice(0, 50).flatMap((entry) => namesIn(entry, byId, depth - 1)))];
  }
  if (!isItem(value)) return [];
  if (value.name !== undefined) return namesIn(value.name, byId, depth - 1);
  const id = value['@id'];
  return typeof id === 'string' ? namesIn(byId.get(id)?.name, byId, depth - 1) : [];
}

function addressOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isItem(value) ? (textOf(value['@id']) ?? textOf(value.url)) : null;
}
