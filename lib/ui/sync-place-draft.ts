/** A place as it is being typed: all kinds at once, so that nothing is lost when the reader looks at another kind. */
import type { Place, PlaceKind } from '@/lib/core/sync.ts';
import type { MessageKey } from './text.ts';

/** In the order in which they are offered. */
export const PLACE_KINDS = ['webdav', 's3', 'couch', 'folder'] as const satisfies readonly PlaceKind[];
/** `code`: what another device shows, in which the place stands. */
export type Where = PlaceKind | 'code';

export type PlaceDraft = {
  readonly where: Where;
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  /** The folder that was picked; null: none yet. */
  readonly folder: string | null;
  readonly code: string;
};

export const NO_PLACE: PlaceDraft = {
  where: 'webdav',
  url: '',
  user: '',
  password: '',
  region: '',
  bucket: '',
  prefix: '',
  folder: null,
  code: '',
};

/** Null where there is none yet: no folder picked, or it stands in a code. */
export function placeOf({ where, url, user, password, region, bucket, prefix, folder }: PlaceDraft): Place | null {
  switch (where) {
    case 'webdav':
    case 'couch':
      return { kind: where, url, user, password };
    case 's3':
      return { kind: 's3', endpoint: url, region, bucket, prefix, accessKey: user, secretKey: password };
    case 'folder':
      return folder === null ? null : { kind: 'folder', name: folder };
    case 'code':
      return null;
  }
}

/** `bad-code`: the text is no code. `old-code`: it has expired. `newer-code`: of a newer version of Parallax. */
export type PlaceProblem =
  | 'no-address'
  | 'bad-address'
  | 'no-database'
  | 'no-bucket'
  | 'no-access-key'
  | 'no-secret-key'
  | 'no-folder'
  | 'bad-code'
  | 'old-code'
  | 'newer-code';

export type PlaceField = Exclude<keyof PlaceDraft, 'where'>;

const PROBLEMS = {
  'no-address': ['url', 'syncNoAddress'],
  'bad-address': ['url', 'syncBadAddress'],
  'no-database': ['url', 'syncNoDatabase'],
  'no-bucket': ['bucket', 'syncNoBucket'],
  'no-access-key': ['user', 'syncNoAccessKey'],
  'no-secret-key': ['password', 'syncNoSecretKey'],
  'no-folder': ['folder', 'syncNoFolder'],
  'bad-code': ['code', 'syncBadCode'],
  'old-code': ['code', 'syncOldCode'],
  'newer-code': ['code', 'syncNewerCode'],
} as const satisfies Record<PlaceProblem, readonly [PlaceField, MessageKey]>;

/** What is amiss with one field; null: nothing. */
export function problemOf(field: PlaceField, problems: readonly PlaceProblem[]): MessageKey | null {
  const found = problems.find((problem) => PROBLEMS[problem][0] === field);
  return found === undefined ? null : PROBLEMS[found][1];
}

/**
 * The address at which Nextcloud takes files, where what was typed looks like the address of its pages; null where it
 * does not, or is that address already.
 */
export function nextcloudAddress(typed: string, user: string): string | null {
  const text = typed.trim();
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || !/\.|^localhost$/.test(url.hostname)) return null;
  const [, before = ''] = /^(.*?)(?:\/index\.php)?(?:\/(?:apps|login|settings)(?:\/.*)?)?\/?$/.exec(url.pathname) ?? [];
  const isBare = before === '' || /^\/(?:nextcloud|cloud|owncloud)$/i.test(before);
  if (!isBare || user.trim() === '') return null;
  return `${url.origin}${before}/remote.php/dav/files/${encodeURIComponent(user.trim())}`;
}
