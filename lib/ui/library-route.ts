/** Where in the library the reader is, as the hash of its address: it survives a reload and the back button works. */
export type PackPlace = { readonly kind: 'overview' } | { readonly kind: 'question'; readonly question: string };

export type LibraryRoute =
  /** As opened from a menu: the library chooses. */
  | { readonly section: 'start' }
  | { readonly section: 'notes' | 'bin'; readonly note: string | null }
  | { readonly section: 'articles'; readonly article: string | null }
  | { readonly section: 'packs'; readonly pack: string | null; readonly place: PackPlace };

export type Section = Exclude<LibraryRoute['section'], 'start'>;

const OVERVIEW: PackPlace = { kind: 'overview' };

/** `#/notes`, `#/notes/id`, `#/articles/key`; `#pack` or `#pack/question`. Anything else is the start. */
export function parseRoute(hash: string): LibraryRoute {
  const [, section, item = null] = /^#\/(notes|bin|articles|packs)(?:\/(.+))?$/.exec(hash) ?? [];
  switch (section) {
    case 'notes':
    case 'bin':
      return { section, note: item };
    case 'articles':
      return { section, article: item === null ? null : decoded(item) };
    case 'packs':
      return { section, pack: null, place: OVERVIEW };
    default:
      return packRoute(hash);
  }
}

/** Ids of packs and questions are safe in an address as they are. */
function packRoute(hash: string): LibraryRoute {
  const [, pack, question] = /^#([a-z0-9._-]+)(?:\/([a-z0-9._-]+))?$/.exec(hash) ?? [];
  if (pack === undefined) return { section: 'start' };
  return { section: 'packs', pack, place: question === undefined ? OVERVIEW : { kind: 'question', question } };
}

function decoded(item: string): string {
  try {
    return decodeURIComponent(item);
  } catch {
    // Not one of our links.
    return item;
  }
}

export function routeHref(pack: string, question?: string): string {
  return question === undefined ? `#${pack}` : `#${pack}/${question}`;
}

/** `item`: a note's id or an article's key. */
export function sectionHref(section: Section, item?: string): string {
  return item === undefined ? `#/${section}` : `#/${section}/${encodeURIComponent(item)}`;
}
