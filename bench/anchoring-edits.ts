/** What happens to pages: the rungs of the anchoring benchmark. Each is an edit of a whole page. */
import type { Block, Unit } from './anchoring-text.ts';

export type Chance = () => number;

/** Mulberry32: 0 to 1, the same for the same seed. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(list: readonly T[], chance: Chance): T | undefined => list[Math.floor(chance() * list.length)];

/** `fixed`: words that stay as they are. `strange`: paragraphs of another page. */
export type EditContext = {
  readonly chance: Chance;
  readonly fixed: (from: number) => boolean;
  readonly strange: readonly Block[];
};
export type Edit = (blocks: readonly Block[], context: EditContext) => readonly Block[];

const SPACES = ['  ', '\n', ' \n   ', '\u00a0', '\t', '\r\n\t'];

export const reflow: Edit = (blocks, { chance }) =>
  blocks.map((block) =>
    block.map((unit) =>
      unit.isWord
        ? unit
        : {
            ...unit,
            text: unit.text.replace(/ /g, (space) => (chance() < 0.3 ? (pick(SPACES, chance) ?? space) : space)),
          },
    ),
  );

const PRINTINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/["“”„«»]/g, ['"', '“', '”', '«']],
  [/['‘’]/g, ["'", '’', '‘']],
  [/[-–—]/g, ['-', '–', '—', '--']],
  [/…|\.\.\./g, ['…', '...']],
  [/fi/g, ['ﬁ', 'fi']],
  [/ff/g, ['ﬀ', 'ff']],
  [/(?<=\p{L}{4})(?=\p{L}{4})/gu, ['\u00ad', '', '', '']],
];

/** Quotation marks, dashes, ligatures, soft hyphens, letters taken apart from their accents. */
export const reprint: Edit = (blocks, { chance }) =>
  blocks.map((block) =>
    block.map((unit) => {
      let { text } = unit;
      for (const [what, printings] of PRINTINGS) text = text.replace(what, (was) => pick(printings, chance) ?? was);
      return { ...unit, text: chance() < 0.5 ? text.normalize('NFD') : text };
    }),
  );

/** A third of the words that are hit are left out, replaced, or get another behind them: words of the page itself. */
export const editWords =
  (rate: number): Edit =>
  (blocks, { chance, fixed }) => {
    const words = blocks.flat().filter(({ isWord }) => isWord);
    return blocks.map((block) => {
      const edited: Unit[] = [];
      for (const unit of block) {
        if (!unit.isWord || unit.from === null || fixed(unit.from) || chance() >= rate) {
          edited.push(unit);
          continue;
        }
        const other = pick(words, chance)?.text ?? unit.text;
        const kind = chance();
        if (kind < 1 / 3) continue;
        if (kind < 2 / 3) edited.push({ ...unit, text: other });
        else edited.push(unit, { text: ' ', from: null, isWord: false }, { text: other, from: null, isWord: true });
      }
      return edited;
    });
  };

const TOUCHED = 0.3;

export const moveParagraphs: Edit = (blocks, { chance }) => {
  const stays = blocks.map(() => chance() >= TOUCHED);
  const moved = blocks.filter((_, n) => stays[n] === false);
  const kept = blocks.filter((_, n) => stays[n] === true);
  for (const block of moved) kept.splice(Math.floor(chance() * (kept.length + 1)), 0, block);
  return kept;
};

export const insertParagraphs: Edit = (blocks, { chance, strange }) =>
  blocks.flatMap((block) => {
    const other = chance() < TOUCHED ? pick(strange, chance) : undefined;
    return other === undefined ? [block] : [other.map((unit) => ({ ...unit, from: null })), block];
  });

export const removeParagraphs: Edit = (blocks, { chance }) => blocks.filter(() => chance() >= TOUCHED);

/** From anywhere on, the page is gone. */
export const truncate: Edit = (blocks, { chance }) => {
  const units = blocks.reduce((sum, block) => sum + block.length, 0);
  let left = Math.floor(units * (0.2 + 0.6 * chance()));
  return blocks.flatMap((block) => {
    const part = block.slice(0, Math.max(0, left));
    left -= block.length;
    return part.length > 0 ? [part] : [];
  });
};

export const revise: Edit = (blocks, context) =>
  [editWords(0.1), moveParagraphs, insertParagraphs, removeParagraphs].reduce<readonly Block[]>(
    (edited, edit) => edit(edited, context),
    blocks,
  );
