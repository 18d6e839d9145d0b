/** Places as the reader typed them: put in order, and what is amiss with them said before anything is asked of a server. */
import type { Place } from '@/lib/core/sync.ts';

/** `no-scheme`: the address does not begin with https://; the place returned has it added. */
export type PlaceProblem =
  'no-address' | 'no-scheme' | 'bad-address' | 'no-bucket' | 'no-access-key' | 'no-secret-key' | 'no-database';
/** `plain`: over http to another machine, name and password can be read on the way. */
export type PlaceWarning = 'plain';
export type CheckedPlace = {
  /** In order: slashes, queries, names inside the address moved to where they belong. Use this one. */
  readonly place: Place;
  /** None: it can be opened. */
  readonly problems: readonly PlaceProblem[];
  readonly warnings: readonly PlaceWarning[];
};

export function checkPlace(place: Place): CheckedPlace {
  switch (place.kind) {
    case 'webdav':
      return checkWithLogin(place, []);
    case 'couch':
      return checkCouch(place);
    case 's3':
      return checkS3(place);
    case 'folder':
      return { place, problems: [], warnings: [] };
  }
}

/**
 * The pattern of the host permission for exactly the place's host, to be asked for and checked before each run; null
 * where none is needed. Without a port: Firefox takes none, and in both browsers a pattern without one matches every port.
 */
export function originOf(place: Place): string | null {
  if (place.kind === 'folder') return null;
  const url = URL.parse(place.kind === 's3' ? place.endpoint : place.url);
  return url === null ? null : `${url.protocol}//${url.hostname}/*`;
}

type WithLogin = Extract<Place, { readonly kind: 'webdav' | 'couch' }>;

function checkWithLogin(place: WithLogin, more: readonly PlaceProblem[]): CheckedPlace {
  const { url, problems } = parseAddress(place.url);
  if (url === null) return { place: { ...place, url: place.url.trim() }, problems, warnings: [] };
  const inOrder = {
    ...place,
    url: addressOf(url),
    user: place.user === '' ? decode(url.username) : place.user,
    password: place.password === '' ? decode(url.password) : place.password,
  };
  return { place: inOrder, problems: [...problems, ...more], warnings: warningsOf(url) };
}

function checkCouch(place: Extract<Place, { readonly kind: 'couch' }>): CheckedPlace {
  const path = parseAddress(place.url).url?.pathname;
  return checkWithLogin(place, path === '/' ? ['no-database'] : []);
}

/** People paste `https://host/bucket/folder`: what stands behind the host is bucket and prefix. */
function checkS3(place: Extract<Place, { readonly kind: 's3' }>): CheckedPlace {
  const { url, problems } = parseAddress(place.endpoint);
  const parts = [url?.pathname ?? '', place.bucket, place.prefix].flatMap(partsOf);
  const accessKey = place.accessKey.trim();
  const secretKey = place.secretKey.trim();
  return {
    place: {
      ...place,
      endpoint: url?.origin ?? place.endpoint.trim(),
      region: place.region.trim() || regionOf(url),
      bucket: parts[0] ?? '',
      prefix: parts.slice(1).join('/'),
      accessKey,
      secretKey,
    },
    problems: [
      ...problems,
      ...(parts.length === 0 ? (['no-bucket'] as const) : []),
      ...(accessKey === '' ? (['no-access-key'] as const) : []),
      ...(secretKey === '' ? (['no-secret-key'] as const) : []),
    ],
    warnings: warningsOf(url),
  };
}

function parseAddress(typed: string): { url: URL | null; problems: PlaceProblem[] } {
  const text = typed.trim();
  if (text === '') return { url: null, problems: ['no-address'] };
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url = URL.parse(hasScheme ? text.replace(/^dav(s?):/i, 'http$1:') : `https://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return { url: null, problems: ['bad-address'] };
  return { url, problems: hasScheme ? [] : ['no-scheme'] };
}

const partsOf = (path: string): string[] => path.trim().split('/').filter(Boolean);
const addressOf = (url: URL): string => [url.origin, ...partsOf(url.pathname)].join('/');

/** Most providers name their region in the host: `s3.eu-west-1.…`. The others take any. */
function regionOf(url: URL | null): string {
  return /^s3[.-]([a-z]+-[a-z0-9-]+)\./.exec(url?.hostname ?? '')?.[1] ?? 'us-east-1';
}

function warningsOf(url: URL | null): PlaceWarning[] {
  const local = /^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url?.hostname ?? '');
  return url?.protocol === 'http:' && !local ? ['plain'] : [];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
