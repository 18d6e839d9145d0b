/** A place for Parallax's own elements on a page: outside the page's tree of content, in a closed shadow root. */

export type Stage = {
  readonly host: HTMLElement;
  /** Where to draw. */
  readonly stand: HTMLElement;
  /** Takes all of it off the page. */
  readonly leave: () => void;
};

export function enterStage(document: Document, name: string, style: string): Stage {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = document.createElement('style');
  sheet.textContent = style;
  const stand = document.createElement('div');
  root.append(sheet, stand);
  document.documentElement.append(host);
  return { host, stand, leave: () => host.remove() };
}
