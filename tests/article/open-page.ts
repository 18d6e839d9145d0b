/** Pages for tests, as a browser would hold them: with a view, without scripts and without the network. */
import { JSDOM, VirtualConsole } from 'jsdom';

export const ADDRESS = 'https://www.kiva-herald.example/2021/03/29/world/harbour-talks-resume';

export function openPage(html: string, address = ADDRESS): Document {
  return new JSDOM(html, { url: address, virtualConsole: new VirtualConsole() }).window.document;
}
