/** A note's Markdown as a tree of what can be shown of it. No HTML, no address that a browser would load or run. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis' | 'strike'; readonly inside: readonly Inline[] }
  /** `address` may be opened: `isOpenable` of it. There is no link in a link. */
  | {
      readonly kind: 'link';
      readonly address: string;
      readonly title: string | null;
      readonly inside: readonly Inline[];
    }
  /** Shown as a link by its alternative text: to load it would tell its site what is read. */
  | { readonly kind: 'image'; readonly address: string; readonly text: string };

export type Block =
  /** The level of a heading is left out: the page has headings of its own, which it would break. */
  | { readonly kind: 'paragraph' | 'heading'; readonly inside: readonly Inline[] }
  | { readonly kind: 'quote'; readonly inside: readonly Block[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }
  /** `name`: what was written behind the opening fence. */
  | { readonly kind: 'listing'; readonly name: string; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'rule' };

export type Item = {
  /** As the reader wrote it; null in a list without numbers. */
  readonly number: number | null;
  /** Null where it is no task. */
  readonly done: boolean | null;
  readonly inside: readonly Block[];
};

export type Cell = { readonly align: 'left' | 'center' | 'right' | null; readonly inside: readonly Inline[] };
