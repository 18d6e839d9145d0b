/** The reader's own words as they wrote them, with web addresses as links. Markdown stays as it was typed. */
import { OutLink } from './out-link.tsx';

/** An address ends before the punctuation of the sentence around it. */
const ADDRESS = /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'’*_]/gi;

export function LinkedText({ text }: { readonly text: string }) {
  const parts = [];
  let last = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    parts.push(text.slice(last, index), <OutLink key={index} href={address} text={address} about={address} />);
    last = index + address.length;
  }
  return (
    <p class="own-words" dir="auto">
      {parts}
      {text.slice(last)}
    </p>
  );
}
