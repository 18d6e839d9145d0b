/** `npm run eval -- DIR`: what Parallax would mark in labelled articles, and how right that is. */
import { parseArgs } from 'node:util';
import { oneOf } from '@/lib/core/parse.ts';
import { MARK_LEVELS, type MarkLevel } from '@/lib/core/settings.ts';
import { createMatcher, type Engine } from '@/lib/matching/matcher.ts';
import { loadMeaning } from './model/load-meaning.ts';
import { readLabelled } from './eval/labelled.ts';
import type { LabelledArticle } from './eval/labelled.ts';
import { loadShippedPacks } from './eval/load-packs.ts';
import { predict } from './eval/predict.ts';
import { formatScores } from './eval/format-scores.ts';
import { score, scoreEach } from './eval/score.ts';

const USAGE = `npm run eval -- DIR [--known] [--words] [--level LEVEL] [--only PATTERN] [--json] [--predictions]
  DIR            labelled articles, in the form of ../shared/eval/articles
  --words        compare words alone, as where the sentence model cannot run
  --level        few, balanced or more marks
  --known        recognise the accounts' own sentences, as a reader's Parallax does; without it,
                 the figures are those of articles that no pack was made from
  --only         just the articles whose file matches the pattern: '^seed-', '^(?!seed-)'
  --json         print the figures as JSON: those over all, and under perArticle those of each
  --predictions  print instead what the figures are computed from, in the form that score.mjs takes`;

process.exitCode = await main();

async function main(): Promise<0 | 1> {
  const args = readArgs();
  if (args === null) return refuse(USAGE);
  const gold = labelledOrWhyNot(args);
  if (typeof gold === 'string') return refuse(gold);
  const predictions = await predict(gold, createMatcher(loadShippedPacks(), await engineOf(args)), {
    known: args.known,
    level: args.level,
  });
  const scores = score(gold, predictions);
  const perArticle = scoreEach(gold, predictions);
  if (args.predictions) console.log(JSON.stringify(predictions));
  else if (args.json) console.log(JSON.stringify({ ...scores, perArticle }, null, 1));
  else console.log(formatScores(scores, perArticle));
  return 0;
}

type Args = {
  readonly dir: string;
  readonly only: RegExp;
  readonly known: boolean;
  readonly words: boolean;
  readonly level: MarkLevel;
  readonly json: boolean;
  readonly predictions: boolean;
};

function readArgs(): Args | null {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const options = {
      known: flag,
      words: flag,
      level: { type: 'string', default: 'balanced' },
      json: flag,
      predictions: flag,
      only: { type: 'string', default: '' },
    } as const;
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const [dir, ...more] = positionals;
    return dir === undefined || more.length > 0
      ? null
      : { ...values, level: oneOf(MARK_LEVELS, values.level, 'level'), dir, only: new RegExp(values.only, 'u') };
  } catch {
    return null;
  }
}

async function engineOf({ words }: Args): Promise<Engine> {
  const meaning = words ? null : await loadMeaning();
  return { meaning: () => Promise.resolve(meaning) };
}

function labelledOrWhyNot({ dir, only }: Args): LabelledArticle[] | string {
  try {
    const gold = readLabelled(dir).filter(({ file }) => only.test(file));
    return gold.length === 0 ? `${dir} holds no such labelled articles` : gold;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const inner = cause.cause instanceof Error ? `: ${cause.cause.message}` : '';
    return `${cause.message}${inner}`;
  }
}

function refuse(why: string): 1 {
  console.error(why);
  return 1;
}
