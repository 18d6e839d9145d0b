/** Where in the library the reader is, as the hash of its address: it survives a reload and the back button works. */
export type LibraryRoute = {
  readonly pack: string | null;
  readonly place: { readonly kind: 'overview' } | { readonly kind: 'question'; readonly question: string };
};

export const START: LibraryRoute = { pack: null, place: { kind: 'overview' } };

/** `#pack` or `#pack/question`; anything else is the start. Ids are safe in an address as they are. */
export function parseRoute(hash: string): LibraryRoute {
  const [, pack, question] = /^#([a-z0-9._-]+)(?:\/([a-z0-9._-]+))?$/.exec(hash) ?? [];
  if (pack === undefined) return START;
  return { pack, place: question === undefined ? { kind: 'overview' } : { kind: 'question', question } };
}

export function routeHref(pack: string, question?: string): string {
  return question === undefined ? `#${pack}` : `#${pack}/${question}`;
}
