/** Links that open a source at the passage. */
import { encodeTerm, withTextDirectives } from '@/lib/text/text-directive.ts';

/** More than this many directives make an address that some servers refuse. */
const MOST_PASSAGES = 4;

/** `address` with a text directive for each of `words`; null unless it is an http(s) address. Keeps its own fragment. */
export function passageLink(address: string, words: readonly string[]): string | null {
  const said = words.filter((text) => text.trim() !== '').slice(0, MOST_PASSAGES);
  return withTextDirectives(address, said.map(encodeTerm));
}
