/** Branded ids: a claim's id cannot be passed where a source's is meant. Made only by parsers and `as…` below. */
type Brand<B extends string> = string & { readonly __brand: B };

export type PackId = Brand<'PackId'>;
export type SourceId = Brand<'SourceId'>;
export type QuestionId = Brand<'QuestionId'>;
export type ClaimId = Brand<'ClaimId'>;
export type AccountId = Brand<'AccountId'>;
/** A UUID in lower case. */
export type NoteId = Brand<'NoteId'>;
/** Under which an article is known, whichever of its addresses it was read at; see article-key.ts. */
export type ArticleKey = Brand<'ArticleKey'>;
/** Of the text of an article. */
export type TextHash = Brand<'TextHash'>;

/** Lower-case words of letters and digits, joined by `-`, `.` or `_`; at most 80 characters. Safe as a key, file name and in an address. */
export const ID_PATTERN = '^[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?$';
