/** File names that every system takes, and Obsidian links to. */

/** In bytes of UTF-8. Encrypted disks allow 143; left are a number and the ending. */
const LONGEST = 120;
/** `# ^ [ ] |` part the links of Obsidian; white space other than a space, and what has no width, cannot be seen. */
const FORBIDDEN = /[\\/:*?"<>|#^[\]%\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+|[^\S ]+/gu;
/** Devices on Windows, with whatever ending. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i;

/** Gives every article a name of its own, also where capitals and accents are not told apart. `.md` included. */
export function createFileNames(): (title: string) => string {
  const taken = new Set<string>();
  const latest = new Map<string, number>();
  const isFree = (name: string) => !taken.has(folded(name));
  return (title) => {
    const base = safeName(title);
    let count = latest.get(folded(base)) ?? 1;
    let name = base;
    while (!isFree(name)) name = `${base} (${++count})`;
    latest.set(folded(base), count);
    taken.add(folded(name));
    return `${name}.md`;
  };
}

function safeName(title: string): string {
  const plain = title.slice(0, 1000).normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
  const trimmed = trimmedName(cutTo(trimmedName(plain), LONGEST));
  if (trimmed === '') return 'Untitled';
  return RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
}

/** A dot at the head hides a file; dots and spaces at the end fall off on Windows. */
const trimmedName = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/g, '');

function cutTo(text: string, bytes: number): string {
  let length = 0;
  let cut = '';
  for (const char of text) {
    length += new TextEncoder().encode(char).length;
    if (length > bytes) break;
    cut += char;
  }
  return cut;
}

const folded = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
