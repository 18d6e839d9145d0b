/** One way to drive both browsers, so that every scenario is run in both. */
import { until } from '@/scripts/drive/until.ts';

/** Milliseconds without a new mark: longer than a busy machine takes to load the model, and for a portion of an article. */
const SETTLED = 3000;

export type Point = { readonly x: number; readonly y: number };
/** A page within a page. */
export type Frame = Pick<Tab, 'run'>;

/** A tab: a page of the web or one of the extension's own. */
export type Tab = {
  /** Runs a function's source in the page's own world, as the page itself could. Waits for promises. */
  readonly run: <T>(source: string, ...args: readonly unknown[]) => Promise<T>;
  /** A real click of the pointer, in CSS pixels of the window. */
  readonly click: (x: number, y: number) => Promise<void>;
  readonly hover: (x: number, y: number) => Promise<void>;
  /** A real key: `Enter`, `Escape`, `Tab`, `j`; held with the others before it: `Control+Enter`. Goes to whatever has the focus. */
  readonly press: (key: string) => Promise<void>;
  /** Types real keys into whatever has the focus, an embedded page of ours too. */
  readonly type: (text: string) => Promise<void>;
  /** Presses the pointer at one point, moves it and lets go at another. */
  readonly drag: (from: Point, to: Point) => Promise<void>;
  /** A real click on the first button with this name, closed shadow roots too. */
  readonly clickOn: (name: string) => Promise<void>;
  /** The embedded page whose address holds `path`, once it is there. */
  readonly frame: (path: string) => Promise<Frame>;
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** All text in the tab, closed shadow roots too: what an assistive technology could reach. */
  readonly allText: () => Promise<string>;
  readonly screenshot: () => Promise<Uint8Array>;
};

export type Driver = {
  readonly name: 'Chromium' | 'Firefox';
  readonly open: (url: string) => Promise<Tab>;
  /** A page of the extension in a tab. */
  readonly openOwn: (path: string) => Promise<Tab>;
  /** The reader clicks the toolbar button: activeTab is granted and the real popup opens, which reads the page. */
  readonly clickAction: (tab: Tab) => Promise<void>;
  /** The popup's page in a tab of its own, beside `tab`: the real one closes as soon as anything else has the focus. */
  readonly popupBeside: (tab: Tab) => Promise<Tab>;
  readonly panelBeside: (tab: Tab) => Promise<Tab>;
  /** A tab or window that the extension itself opens, once it is there. */
  readonly opened: (path: string) => Promise<Tab>;
  /** Fires a command as its key would. */
  readonly command: (tab: Tab, name: string) => Promise<void>;
  /** Ends the background as the browser does after 30 idle seconds; resolves when it is gone. */
  readonly killBackground: () => Promise<void>;
  /** Errors that pages' consoles have shown so far. */
  readonly pageErrors: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** What is painted: the text of every range, by the highlight's name. In plain loops: a page may have bent the rest. */
export const PAINTED = `() => {
  const painted = {};
  for (const [name, highlight] of CSS.highlights) {
    for (const range of highlight) (painted[name] ??= []).push(range.toString().replace(/\\s+/g, ' ').trim());
  }
  return painted;
}`;

/** The sentences painted as marks, in no order. */
export async function marked(tab: Tab): Promise<string[]> {
  const painted = await tab.run<Record<string, string[]>>(PAINTED);
  return Object.entries(painted).flatMap(([name, texts]) => (name.includes('-picked-') ? [] : texts));
}

/** The sentences painted once no more are added: marks come in portions, on a busy machine slowly. */
export function settledMarks(tab: Tab): Promise<string[]> {
  const begun = Date.now();
  let [count, since, patience] = [0, begun, SETTLED];
  return until(async () => {
    const found = await marked(tab);
    if (found.length !== count) {
      // Whoever took long for a portion may take as long for the next.
      patience = Math.max(patience, Date.now() - since);
      [count, since] = [found.length, Date.now()];
    }
    return count > 0 && Date.now() - since > patience ? found : null;
  }, 60_000);
}

/** Selects the first place where the page's own text has these words in one text node, with the pointer, as a reader does. */
export async function select(tab: Tab, words: string): Promise<void> {
  const [from, to] = await tab.run<[Point, Point]>(
    `(words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const boxes = [...range.getClientRects()];
        const [first, last] = [boxes[0], boxes.at(-1)];
        return [
          { x: first.left + 0.5, y: first.top + first.height / 2 },
          { x: last.right - 0.5, y: last.top + last.height / 2 },
        ];
      }
      throw new Error('the page does not have ' + words);
    }`,
    words,
  );
  await tab.drag(from, to);
}

/** A point inside the first painted range whose text holds `words`, scrolled into view. */
export function pointOn(tab: Tab, words: string): Promise<{ x: number; y: number }> {
  return tab.run(
    `(words) => {
      let range;
      for (const highlight of CSS.highlights.values()) {
        for (const one of highlight) if (one.toString().replace(/\\s+/g, ' ').includes(words)) range ??= one;
      }
      if (!range) throw new Error('nothing painted holds ' + words);
      range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = range.getClientRects()[0];
      return { x: Math.round(left + Math.min(width / 2, 30)), y: Math.round(top + height / 2) };
    }`,
    words,
  );
}
