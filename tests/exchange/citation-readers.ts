/** Small readers of the three formats for citations, as strict as the programs that read them are lenient. */

type CslItem = Readonly<Record<string, unknown>>;
/** Values by tag; a tag may come several times. */
type RisEntry = Readonly<Record<string, readonly string[]>>;
type BibtexEntry = { readonly key: string; readonly fields: Readonly<Record<string, string>> };

/** Each of these throws an Error where the text is not of its format. */
export function readCsl(text: string): CslItem[] {
  return JSON.parse(text) as CslItem[];
}

export function readRis(text: string): RisEntry[] {
  const entries: RisEntry[] = [];
  let open: Record<string, string[]> | null = null;
  for (const line of text.split('\r\n').slice(0, -1)) {
    if (line === '' && open === null) continue;
    const [, tag = '', value = ''] = /^([A-Z][A-Z\d]) {2}- (.*)$/u.exec(line) ?? [];
    if (tag === '' || (open === null) !== (tag === 'TY')) throw new Error(`no field: ${line}`);
    if (tag === 'ER' && open !== null) {
      entries.push(open);
      open = null;
    } else {
      open ??= {};
      (open[tag] ??= []).push(value);
    }
  }
  if (open !== null) throw new Error('an entry without an end');
  return entries;
}

const PLAIN: readonly (readonly [string, string])[] = [
  ['\\textbraceleft{}', '{'],
  ['\\textbraceright{}', '}'],
  ['\\textasciicircum{}', '^'],
  ['\\textasciitilde{}', '~'],
];

export function readBibtex(text: string): BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const [head, key = ''] = /^\s*@online\{([^,\s{}]+),\n/.exec(rest) ?? [];
    if (head === undefined) throw new Error(`no entry: ${rest.slice(0, 60)}`);
    const fields: Record<string, string> = {};
    rest = rest.slice(head.length);
    for (let field = fieldOf(rest); field !== null; field = fieldOf(rest)) {
      fields[field.name] = field.value;
      rest = rest.slice(field.length);
    }
    if (!rest.startsWith('}')) throw new Error(`no field: ${rest.slice(0, 60)}`);
    rest = rest.slice(1);
    entries.push({ key, fields });
  }
  return entries;
}

/** A brace ends what its match began, escaped or not: so BibTeX counts. */
function fieldOf(text: string): { name: string; value: string; length: number } | null {
  const [head, name = ''] = /^ {2}([a-z]+) = \{/.exec(text) ?? [];
  if (head === undefined) return null;
  let depth = 1;
  let at = head.length;
  for (; depth > 0; at++) {
    if (at >= text.length) throw new Error(`braces of ${name} do not match`);
    if (text[at] === '{') depth++;
    if (text[at] === '}') depth--;
  }
  return { name, value: plainOf(text.slice(head.length, at - 1)), length: at + ',\n'.length };
}

const plainOf = (value: string): string =>
  PLAIN.reduce((plain, [command, char]) => plain.replaceAll(command, char), value)
    .replaceAll(/\\([$&#%_])/g, '$1')
    .replaceAll('\\textbackslash{}', '\\');
